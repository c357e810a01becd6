package org.cumulet.ssh;

import java.io.IOException;
import java.time.Duration;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.password.UserAuthPasswordFactory;

/// Puts the cloud's public key on machines, with passwords that are used once and kept nowhere.
public final class KeyInstaller implements AutoCloseable {

    private static final String ADD_THE_LINE = """
            umask 077
            mkdir -p ~/.ssh
            keys=~/.ssh/authorized_keys
            touch "$keys"
            [ -z "$(tail -c 1 "$keys")" ] || echo >> "$keys"
            grep -qxF -e "$1" "$keys" || printf '%s\\n' "$1" >> "$keys"
            """;

    private final SshClient client;
    private final SshSettings settings;
    private final Command command;

    private KeyInstaller(SshSettings settings) {
        this.client = SshTransport.start(settings.connectTimeout(), Duration.ZERO, UserAuthPasswordFactory.INSTANCE);
        this.settings = settings;
        this.command =
                Command.sh(ADD_THE_LINE, SshKeys.ensure(settings.keyFile()).publicLine());
    }

    public static KeyInstaller open(SshSettings settings) {
        return new KeyInstaller(settings);
    }

    /// What cannot be done is a [MachineFault]; a key that is there already stays there once.
    public void install(Machine machine, String password) {
        var connector = new Connector(client, settings, session -> session.addPasswordIdentity(password));
        try (var session = connector.connect(machine)) {
            RemoteCommand.start(machine, command, session, settings.connectTimeout())
                    .finish()
                    .orThrow(machine, "installing the key");
        } catch (IOException e) {
            throw new MachineFault.Lost(machine, "it ended while the key was installed", e);
        }
    }

    @Override
    public void close() {
        client.stop();
    }
}
