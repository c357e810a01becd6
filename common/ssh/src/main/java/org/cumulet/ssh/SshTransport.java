package org.cumulet.ssh;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.sshd.client.ClientBuilder;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.UserAuthFactory;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.io.nio2.Nio2ServiceFactoryFactory;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.common.signature.Signature;
import org.apache.sshd.core.CoreModuleProperties;

/// Sets up the SSH library: what it may use, and what it must not look at.
final class SshTransport {

    private static final int NETWORK_THREADS = 2;
    private static final int MISSED_ANSWERS = 3;

    /// What processors help with; hundreds of connections are opened at once. Others are for those who refuse these.
    private static final Set<String> CHEAP_EXCHANGES = Set.of("curve25519-sha256");

    private static final Set<String> CHEAP_CIPHERS = Set.of("aes128-gcm@openssh.com");

    static {
        JdkCrypto.use();
    }

    private SshTransport() {}

    /// A client that asks nobody but us: no `~/.ssh`, no agent, no passwords, no host key we have not seen.
    static SshClient start(Duration connectTimeout, Duration keepAlive) {
        return start(connectTimeout, keepAlive, new UserAuthPublicKeyFactory(List.of(BuiltinSignatures.ed25519)));
    }

    static SshClient start(Duration connectTimeout, Duration keepAlive, UserAuthFactory login) {
        var client = ClientBuilder.builder()
                .serverKeyVerifier((session, address, key) -> Handshake.verify(session, key))
                .hostConfigEntryResolver(HostConfigEntryResolver.EMPTY)
                .build();
        client.setIoServiceFactoryFactory(new Nio2ServiceFactoryFactory());
        client.setSignatureFactories(hostKeys());
        client.setKeyExchangeFactories(first(client.getKeyExchangeFactories(), CHEAP_EXCHANGES));
        client.setCipherFactories(first(client.getCipherFactories(), CHEAP_CIPHERS));
        client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        client.setUserAuthFactories(List.of(login));
        client.addSessionListener(new Proposal());
        CoreModuleProperties.NIO_WORKERS.set(client, NETWORK_THREADS);
        CoreModuleProperties.TCP_NODELAY.set(client, true);
        CoreModuleProperties.IO_CONNECT_TIMEOUT.set(client, connectTimeout);
        CoreModuleProperties.AUTH_TIMEOUT.set(client, connectTimeout);
        CoreModuleProperties.CHANNEL_OPEN_TIMEOUT.set(client, connectTimeout);
        CoreModuleProperties.IDLE_TIMEOUT.set(client, Duration.ZERO);
        CoreModuleProperties.HEARTBEAT_INTERVAL.set(client, keepAlive);
        CoreModuleProperties.HEARTBEAT_NO_REPLY_MAX.set(client, MISSED_ANSWERS);
        CoreModuleProperties.REQUEST_EXEC_REPLY.set(client, true);
        client.start();
        return client;
    }

    private static <T extends NamedResource> List<T> first(List<T> all, Set<String> liked) {
        return Stream.concat(
                        all.stream().filter(each -> liked.contains(each.getName())),
                        all.stream().filter(each -> !liked.contains(each.getName())))
                .toList();
    }

    /// Which host keys we like best: of those a machine has, it shows the first. (Not a constant: it would be made
    /// before
    /// the library has been told whose cryptography to use.)
    private static List<NamedFactory<Signature>> hostKeys() {
        return List.of(
                BuiltinSignatures.ed25519,
                BuiltinSignatures.nistp256,
                BuiltinSignatures.nistp384,
                BuiltinSignatures.nistp521,
                BuiltinSignatures.rsaSHA512,
                BuiltinSignatures.rsaSHA256);
    }

    private static final class Proposal implements SessionListener {
        @Override
        public void sessionCreated(Session session) {
            Handshake.propose(session);
        }
    }
}
