package org.cumulet.ssh;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.AttributeRepository;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.session.Session;
import org.jspecify.annotations.Nullable;

/// One attempt to get to know a machine: which host key we expect and which one it shows.
final class Handshake {

    private static final AttributeKey<Handshake> KEY = new AttributeKey<>();

    private final @Nullable String pinned;
    private final Set<String> withoutTypes;
    private final AtomicReference<@Nullable HostKey> offered = new AtomicReference<>();

    /// @param withoutTypes kinds of host keys the machine is not to show, because those it has are not the pinned one
    Handshake(@Nullable String pinned, Set<String> withoutTypes) {
        this.pinned = pinned;
        this.withoutTypes = withoutTypes;
    }

    AttributeRepository context() {
        return AttributeRepository.ofKeyValuePair(KEY, this);
    }

    static boolean verify(ClientSession session, PublicKey key) {
        return of(session).accept(HostKey.of(key));
    }

    /// Leaves out, before the machine hears of them, the kinds of host keys we do not want to see.
    static void propose(Session session) {
        var unwanted = of((ClientSession) session).withoutTypes;
        if (!unwanted.isEmpty()) {
            session.setSignatureFactories(session.getSignatureFactories().stream()
                    .filter(signature -> !unwanted.contains(keyType(signature.getName())))
                    .toList());
        }
    }

    /// The RSA keys sign in three ways and are one kind of key.
    private static String keyType(String signature) {
        return signature.startsWith("rsa-sha2-") ? "ssh-rsa" : signature;
    }

    private static Handshake of(ClientSession session) {
        var handshake = session.getConnectionContext().getAttribute(KEY);
        if (handshake == null) {
            throw new IllegalStateException("a connection nobody has asked for");
        }
        return handshake;
    }

    private boolean accept(HostKey key) {
        offered.set(key);
        return pinned != null
                && MessageDigest.isEqual(
                        pinned.getBytes(StandardCharsets.US_ASCII),
                        key.fingerprint().getBytes(StandardCharsets.US_ASCII));
    }

    /// The key the machine has shown, if it came to that.
    @Nullable
    HostKey offered() {
        return offered.get();
    }

    /// The key the machine has shown, if it is not the one we expect.
    @Nullable
    HostKey refused() {
        var key = offered.get();
        return key == null || key.fingerprint().equals(pinned) ? null : key;
    }
}
