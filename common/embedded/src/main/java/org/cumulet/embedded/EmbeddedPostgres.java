package org.cumulet.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.postgresql.Driver;

/// A PostgreSQL of our own: durable, on 127.0.0.1 only, gone when we go.
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Home home;
    private final Leash leash;
    private final int port;
    private final String password;

    private EmbeddedPostgres(Home home, Leash leash, int port, String password) {
        this.home = home;
        this.leash = leash;
        this.port = port;
        this.password = password;
    }

    /// Where it lives and how.
    ///
    /// @param folder its data, password and log
    /// @param runtime where its programs are unpacked to, shared by all of this user's
    /// @param port 0 for any free one
    /// @param settings beyond ours, as in postgresql.conf
    public record Options(Path folder, Path runtime, int port, Map<String, String> settings) {

        public Options {
            folder = folder.toAbsolutePath().normalize();
            settings = Map.copyOf(settings);
        }

        public Options(Path folder, Path runtime, int port) {
            this(folder, runtime, port, Map.of());
        }
    }

    /// Unpacks, initialises and starts what is not yet, and returns when it answers.
    public static EmbeddedPostgres start(Options options) {
        var account = Account.unprivileged();
        account.mustReach(options.folder().resolve("data"));
        account.mustOwn(options.folder().resolve("data"));
        var programs = Unpacked.postgres(options.runtime());
        account.mustReach(programs.resolve("bin"));
        var home = Home.take(options.folder());
        try {
            return new Start(options, home, account, programs).run();
        } catch (RuntimeException e) {
            home.close();
            throw e;
        }
    }

    /// The way from a folder to a server that answers.
    private record Start(Options options, Home home, Account account, Path programs) {

        private static final Duration OLD_BACKENDS = Duration.ofSeconds(5);

        EmbeddedPostgres run() {
            try {
                stopOrphan();
                var port = Ports.claim(options.port(), "PostgreSQL");
                var password = password();
                initialise(password);
                checkVersion();
                return new EmbeddedPostgres(home, serve(port), port, password);
            } catch (IOException e) {
                throw new EmbeddedException(
                        "Cannot prepare PostgreSQL in %s: %s.".formatted(home.folder(), e.getMessage()), e);
            }
        }

        private Path data() {
            return home.file("data");
        }

        private void stopOrphan() throws IOException {
            var pidFile = data().resolve("postmaster.pid");
            var orphan = Orphan.of(pidFile, data());
            if (orphan.isPresent()) {
                var _ = program("pg_ctl", "stop", "-D", data().toString(), "-m", "fast", "-t", "30");
                if (!orphan.get().gone(Duration.ofSeconds(1))) {
                    throw new EmbeddedException(
                            "An old PostgreSQL (process %d) works on %s and does not stop: stop it, then start again."
                                    .formatted(orphan.get().process().pid(), data()));
                }
            } else {
                Files.deleteIfExists(pidFile);
            }
        }

        private String password() throws IOException {
            var file = home.file("superuser.password");
            if (!Files.exists(file)) {
                var bytes = new byte[24];
                new SecureRandom().nextBytes(bytes);
                OwnerOnly.write(file, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
            }
            return Files.readString(file).strip();
        }

        /// Under another name until it is complete, so that an interrupted first start leaves nothing half.
        private void initialise(String password) throws IOException {
            if (Files.isDirectory(data())) {
                return;
            }
            var growing = home.file("data.new");
            Unpacked.delete(growing);
            Files.createDirectory(growing);
            account.take(growing, "rwx------");
            var secret = home.file("initdb.password");
            OwnerOnly.write(secret, password);
            account.take(secret, "r--------");
            var line = new ArrayList<>(List.of("-D", growing.toString(), "-U", "postgres", "--pwfile=" + secret));
            line.addAll(List.of("--auth=scram-sha-256", "--encoding=UTF8", "--locale=C"));
            line.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
            if ("off".equals(options.settings().get("fsync"))) {
                line.add("--no-sync");
            }
            var said = program("initdb", line.toArray(String[]::new));
            Files.delete(secret);
            if (!said.isEmpty()) {
                throw new EmbeddedException("PostgreSQL's initdb failed in %s: %s".formatted(home.folder(), said));
            }
            Files.move(growing, data(), StandardCopyOption.ATOMIC_MOVE);
        }

        private void checkVersion() throws IOException {
            var file = data().resolve("PG_VERSION");
            var ours = Unpacked.version("postgresql").replaceFirst("\\..*", "");
            var theirs = Files.exists(file) ? Files.readString(file).strip() : "";
            if (theirs.isEmpty()) {
                throw new EmbeddedException(
                        "The data folder %s is damaged (no PG_VERSION in it): bring it back from a backup, or move it away to start empty."
                                .formatted(data()));
            }
            if (!theirs.equals(ours)) {
                throw new EmbeddedException(
                        "The data in %s was written by PostgreSQL %s, and this is PostgreSQL %s: bring it over with pg_upgrade, or choose another CUMULET_HOME."
                                .formatted(data(), theirs, ours));
            }
        }

        private Leash serve(int port) throws IOException {
            var deadline = Instant.now().plus(OLD_BACKENDS);
            while (true) {
                try {
                    return serveOnce(port);
                } catch (StillInUse e) {
                    if (Instant.now().isAfter(deadline)) {
                        throw e;
                    }
                    LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
                }
            }
        }

        private Leash serveOnce(int port) throws IOException {
            var log = home.log("postgres.log");
            var before = Files.exists(log) ? Files.size(log) : 0;
            var leash = Leash.on(command(port), Leash.Stop.INTERRUPT, account, log, Map.of());
            var deadline = Instant.now().plus(PATIENCE);
            while (!ready()) {
                if (!leash.child().isAlive() || Instant.now().isAfter(deadline)) {
                    leash.letGo(Duration.ofSeconds(10));
                    throw explained(log, before);
                }
                LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
            }
            return leash;
        }

        private List<String> command(int port) {
            var settings = new TreeMap<>(Settings.OURS);
            settings.putAll(options.settings());
            settings.put("port", Integer.toString(port));
            var line = new ArrayList<>(List.of(programs.resolve("bin/postgres").toString(), "-D", data().toString()));
            settings.forEach((key, value) -> line.addAll(List.of("-c", key + "=" + value)));
            return line;
        }

        /// The eighth line of its own file says so.
        private boolean ready() {
            try {
                var lines = Files.readAllLines(data().resolve("postmaster.pid"));
                return lines.size() >= 8 && lines.get(7).strip().equals("ready");
            } catch (IOException _) {
                return false;
            }
        }

        private EmbeddedException explained(Path log, long before) throws IOException {
            var said = Files.readString(log).substring((int) before);
            if (said.contains("still in use")) {
                return new StillInUse("Processes of an old PostgreSQL still work on %s: stop them, then start again."
                        .formatted(data()));
            }
            if (said.contains("No space left on device")) {
                return new EmbeddedException("The disk under %s is full: make room and start again.".formatted(data()));
            }
            var reason = said.lines()
                    .filter(line -> line.contains("FATAL") || line.contains("PANIC"))
                    .reduce((_, last) -> last)
                    .orElse("it gave no reason");
            return new EmbeddedException(
                    "PostgreSQL does not start on the data in %s (%s): see %s, bring the folder back from a backup, or move it away to start empty."
                            .formatted(data(), reason, log));
        }

        /// Runs one of PostgreSQL's own programs; what it has to say if it fails.
        private String program(String name, String... arguments) throws IOException {
            var line = new ArrayList<>(account.prefix());
            line.add(programs.resolve("bin").resolve(name).toString());
            line.addAll(List.of(arguments));
            var process = new ProcessBuilder(line)
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.onExit().join().exitValue() == 0 ? "" : said.strip();
        }
    }

    /// What we ask of PostgreSQL beyond its own defaults: small, durable, quiet, on loopback.
    private static final class Settings {
        static final Map<String, String> OURS = Map.ofEntries(
                Map.entry("listen_addresses", "127.0.0.1"),
                Map.entry("unix_socket_directories", ""),
                Map.entry("fsync", "on"),
                Map.entry("max_connections", "150"),
                Map.entry("shared_buffers", "32MB"),
                Map.entry("work_mem", "2MB"),
                Map.entry("maintenance_work_mem", "16MB"),
                Map.entry("max_wal_size", "256MB"),
                Map.entry("wal_level", "minimal"),
                Map.entry("max_wal_senders", "0"),
                Map.entry("max_worker_processes", "2"),
                Map.entry("max_parallel_workers", "0"),
                Map.entry("max_logical_replication_workers", "0"),
                Map.entry("autovacuum_max_workers", "1"),
                Map.entry("io_method", "sync"),
                Map.entry("jit", "off"),
                Map.entry("timezone", "UTC"),
                Map.entry("log_timezone", "UTC"),
                Map.entry("log_min_messages", "warning"));
    }

    /// Back ends of a postmaster that was killed have not all noticed yet.
    private static final class StillInUse extends EmbeddedException {
        private static final long serialVersionUID = 1L;

        StillInUse(String message) {
            super(message);
        }
    }

    /// Makes the database and the role that owns it, both with the same name, and closes it to others. Again is fine.
    public void ensureDatabase(String name, String rolePassword) {
        if (!NAME.matcher(name).matches()) {
            throw new EmbeddedException(
                    "'%s' cannot be the name of a database: small letters, digits, underscores.".formatted(name));
        }
        try (var connection = connect("postgres");
                var statement = connection.createStatement()) {
            var secret = statement.enquoteLiteral(rolePassword);
            var verb = exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", name) ? "ALTER" : "CREATE";
            statement.execute("%s ROLE \"%s\" LOGIN PASSWORD %s".formatted(verb, name, secret));
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
                statement.execute("CREATE DATABASE \"%s\" OWNER \"%s\"".formatted(name, name));
            }
            for (var database : List.of(name, "postgres", "template1")) {
                statement.execute("REVOKE ALL ON DATABASE \"%s\" FROM PUBLIC".formatted(database));
            }
        } catch (SQLException e) {
            throw new EmbeddedException("Cannot make the database %s: %s.".formatted(name, e.getMessage()), e);
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }

    /// A connection as the superuser.
    Connection connect(String database) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", "postgres");
        properties.setProperty("password", password);
        return Objects.requireNonNull(new Driver().connect(jdbcUrl(database), properties));
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    public int port() {
        return port;
    }

    public long pid() {
        return leash.child().pid();
    }

    /// Done when the server has ended, wanted or not.
    public CompletableFuture<?> ended() {
        return leash.child().onExit();
    }

    /// Stops it, with a checkpoint, so that the next start has nothing to recover.
    @Override
    public void close() {
        leash.letGo(PATIENCE);
        home.close();
    }
}
