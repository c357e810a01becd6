package org.cumulet.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.server.shell.ProcessShellFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyInstallerTest {

    private static final String PASSWORD = "correct 'horse' $(battery)";

    @TempDir
    Path folder;

    private SshServer server;
    private KeyInstaller installer;
    private Machine machine;

    @BeforeEach
    void start() throws IOException {
        JdkCrypto.use();
        server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(new SimpleGeneratorHostKeyProvider());
        server.setUserAuthFactories(List.of(UserAuthPasswordFactory.INSTANCE));
        server.setPasswordAuthenticator((user, password, session) -> password.equals(PASSWORD));
        server.setCommandFactory((channel, command) -> new ProcessShellFactory(
                        command, "sh", "-c", "HOME='%s'; export HOME; %s".formatted(folder, command))
                .createShell(channel));
        server.start();
        var settings = SshSettings.of(folder.resolve("key")).withConnectTimeout(Duration.ofSeconds(5));
        installer = KeyInstaller.open(settings);
        try (var keys = HostKeys.open(Duration.ofSeconds(5))) {
            machine = Machine.ssh(
                    "new",
                    "127.0.0.1",
                    server.getPort(),
                    "root",
                    keys.fetch("127.0.0.1", server.getPort()).fingerprint());
        }
    }

    @AfterEach
    void stop() throws IOException {
        installer.close();
        server.stop(true);
    }

    @Test
    void putsTheKeyThereOnceBesideTheOthers() throws IOException {
        var keys = Files.createDirectories(folder.resolve(".ssh")).resolve("authorized_keys");
        Files.writeString(keys, "ssh-ed25519 AAAA somebody");

        installer.install(machine, PASSWORD);
        installer.install(machine, PASSWORD);

        var ours = SshKeys.read(folder.resolve("key")).publicLine();
        assertThat(keys).hasContent("ssh-ed25519 AAAA somebody\n%s\n".formatted(ours));
    }

    @Test
    void saysThatAPasswordIsWrongWithoutSayingIt() {
        assertThatThrownBy(() -> installer.install(machine, "wrong-password"))
                .isInstanceOf(MachineFault.LoginRefused.class)
                .hasMessageNotContaining("wrong-password");
    }

    @Test
    void givesNoPasswordToAMachineWithAnotherKey() {
        var another = Machine.ssh("new", "127.0.0.1", server.getPort(), "root", "SHA256:" + "A".repeat(43));

        assertThatThrownBy(() -> installer.install(another, PASSWORD)).isInstanceOf(MachineFault.HostKeyChanged.class);
        assertThat(folder.resolve(".ssh")).doesNotExist();
    }
}
