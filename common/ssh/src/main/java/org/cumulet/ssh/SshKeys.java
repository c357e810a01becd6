package org.cumulet.ssh;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.UUID;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.util.security.SecurityUtils;

/// The key pair by which the cloud is known to its machines: Ed25519, in a file as OpenSSH writes it.
public final class SshKeys {

    private static final String COMMENT = "cumulet";

    private final KeyPair pair;

    private SshKeys(KeyPair pair) {
        this.pair = pair;
    }

    /// Reads the pair; makes it first where there is none. Of several who do so at once, one makes it.
    public static SshKeys ensure(Path file) {
        if (!Files.exists(file)) {
            make(file);
        }
        return read(file);
    }

    public static SshKeys read(Path file) {
        JdkCrypto.use();
        try (var bytes = Files.newInputStream(file)) {
            var pairs = SecurityUtils.loadKeyPairIdentities(null, NamedResource.ofName(file.toString()), bytes, null);
            if (pairs == null) {
                throw new IOException("%s holds no private key".formatted(file));
            }
            return new SshKeys(pairs.iterator().next());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("%s holds no usable private key".formatted(file), e);
        }
    }

    private static void make(Path file) {
        JdkCrypto.use();
        var draft = file.resolveSibling("%s.%s".formatted(file.getFileName(), UUID.randomUUID()));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            Files.write(Files.createFile(draft, ownerOnly), privateKey());
            publish(draft, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A link, unlike a rename, never replaces a file that another process has made meanwhile.
    private static void publish(Path draft, Path file) throws IOException {
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            // theirs is as good as ours
        } finally {
            Files.delete(draft);
        }
    }

    private static byte[] privateKey() throws IOException {
        try {
            var bytes = new ByteArrayOutputStream();
            var pair = KeyPairGenerator.getInstance(SecurityUtils.ED25519).generateKeyPair();
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, COMMENT, null, bytes);
            return bytes.toByteArray();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The line for `authorized_keys` on a machine.
    public String publicLine() {
        return "%s %s".formatted(PublicKeyEntry.toString(pair.getPublic()), COMMENT);
    }

    public String fingerprint() {
        return KeyUtils.getFingerPrint(BuiltinDigests.sha256, pair.getPublic());
    }

    KeyPair pair() {
        return pair;
    }
}
