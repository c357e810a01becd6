package org.cumulet.ssh;

import java.security.PublicKey;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.digest.BuiltinDigests;

/// The key by which a machine proves that it is itself.
///
/// @param type as in `ssh-ed25519`
/// @param line the public key as OpenSSH writes it
/// @param fingerprint what is pinned: `SHA256:…`
public record HostKey(String type, String line, String fingerprint) {

    static HostKey of(PublicKey key) {
        return new HostKey(
                KeyUtils.getKeyType(key),
                PublicKeyEntry.toString(key),
                KeyUtils.getFingerPrint(BuiltinDigests.sha256, key));
    }
}
