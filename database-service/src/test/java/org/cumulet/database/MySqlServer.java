package org.cumulet.database;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// A real MySQL 8.0, as its binaries from Maven Central have it, in a folder that goes with it.
final class MySqlServer implements AutoCloseable {

    static final String ADMIN = "cumulet";
    static final String PASSWORD = "first-password";

    private static final String ARCHIVE = "/mysql-Linux-amd64.tar.gz";

    private final Path folder;
    private final Process process;
    private final int port;

    private MySqlServer(Path folder, Process process, int port) {
        this.folder = folder;
        this.process = process;
        this.port = port;
    }

    /// What Debian calls what its binaries need and this machine lacks; nothing where they run.
    static String missing() throws IOException, InterruptedException {
        var libraries = new ProcessBuilder("ldd", home().resolve("bin/mysqld").toString())
                .redirectErrorStream(true)
                .start();
        var text = new String(libraries.getInputStream().readAllBytes());
        libraries.waitFor();
        return text.contains("not found") ? "apt-get install libaio1 libnuma1" : "";
    }

    private static Path home() throws IOException {
        return MariaDbServer.unpacked("mysql-8.0.15", MySqlServer::unpack);
    }

    private static void unpack(Path folder) throws IOException {
        var tar = new ProcessBuilder("tar", "xz", "-C", folder.toString()).start();
        try (var in = Objects.requireNonNull(MySqlServer.class.getResourceAsStream(ARCHIVE));
                var out = tar.getOutputStream()) {
            in.transferTo(out);
        }
        if (tar.onExit().join().exitValue() != 0) {
            throw new IOException("MySQL cannot be unpacked");
        }
    }

    static MySqlServer start() throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("cumulet-mysql-");
        var initialise = mysqld(folder, "--initialize-insecure").start();
        if (initialise.waitFor() != 0) {
            throw new IllegalStateException("MySQL cannot be initialised; see " + folder);
        }
        Files.writeString(folder.resolve("init.sql"), """
                CREATE USER IF NOT EXISTS '%1$s'@'%%' IDENTIFIED BY '%2$s';
                GRANT ALL ON *.* TO '%1$s'@'%%' WITH GRANT OPTION;
                """.formatted(ADMIN, PASSWORD));
        var port = MariaDbServer.freePort();
        var process = mysqld(
                        folder,
                        "--port=" + port,
                        "--bind-address=127.0.0.1",
                        "--mysqlx=OFF",
                        "--socket=" + folder.resolve("socket"),
                        "--pid-file=" + folder.resolve("pid"),
                        "--init-file=" + folder.resolve("init.sql"),
                        "--log-bin-trust-function-creators=1",
                        "--innodb-flush-log-at-trx-commit=0",
                        "--sync-binlog=0")
                .start();
        var server = new MySqlServer(folder, process, port);
        await().atMost(Duration.ofMinutes(2)).until(server::answers);
        return server;
    }

    private static ProcessBuilder mysqld(Path folder, String... more) throws IOException {
        var home = home();
        var command = new ArrayList<>(List.of(
                home.resolve("bin/mysqld").toString(),
                "--no-defaults",
                "--user=" + System.getProperty("user.name"),
                "--basedir=" + home,
                "--lc-messages-dir=" + home.resolve("share"),
                "--datadir=" + folder.resolve("data"),
                "--innodb-buffer-pool-size=32M"));
        command.addAll(List.of(more));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()));
    }

    int port() {
        return port;
    }

    /// As its administrator.
    Connection admin(String database) throws SQLException {
        return DriverManager.getConnection("jdbc:mysql://127.0.0.1:%d/%s".formatted(port, database), ADMIN, PASSWORD);
    }

    private boolean answers() {
        try (var _ = admin("")) {
            return true;
        } catch (SQLException e) {
            if (!process.isAlive()) {
                throw new IllegalStateException("MySQL has ended; its log is in " + folder, e);
            }
            return false;
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.destroy();
        process.waitFor();
        MariaDbServer.delete(folder);
    }
}
