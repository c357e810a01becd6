package org.cumulet.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.postgresql.Driver;

/// A PostgreSQL of our own: durable, on 127.0.0.1 only, gone when we go.
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final Path OPEN_RUNTIME = Path.of("/var/cache/cumulet");
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
    /// @param runtime where its programs are unpacked to, shared by all of this user's (`/var/cache/cumulet` where
    /// root names a place that is closed to others)
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

        private boolean durable() {
            return !"off".equals(settings.get("fsync"));
        }
    }

    /// Unpacks, initialises and starts what is not yet, and returns when it answers.
    public static EmbeddedPostgres start(Options options) {
        var account = Account.unprivileged();
        account.mustOwn(options.folder().resolve("data"));
        var runtime = account.reaches(options.runtime()) ? options.runtime() : OPEN_RUNTIME;
        var programs = new PostgresPrograms(Unpacked.postgres(runtime), account);
        var home = Home.take(options.folder());
        try {
            return start(options, home, new PostgresData(home, programs));
        } catch (IOException e) {
            home.close();
            throw new EmbeddedException(
                    "Cannot prepare PostgreSQL in %s: %s.".formatted(home.folder(), e.getMessage()), e);
        } catch (RuntimeException e) {
            home.close();
            throw e;
        }
    }

    private static EmbeddedPostgres start(Options options, Home home, PostgresData data) throws IOException {
        data.stopOrphan();
        var port = Ports.claim(options.port(), "PostgreSQL");
        data.initialise(options.durable());
        var leash = new StartPostgres(data, options.settings()).on(port);
        return new EmbeddedPostgres(home, leash, port, data.password());
    }

    /// Makes the database and the role that owns it, both with the same name, and closes it to others. Again is fine.
    public void ensureDatabase(String name, String rolePassword) {
        if (!NAME.matcher(name).matches()) {
            throw new EmbeddedException(
                    "'%s' cannot be the name of a database: small letters, digits, underscores.".formatted(name));
        }
        try (var connection = connect("postgres");
                var statement = connection.createStatement()) {
            var verb = exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", name) ? "ALTER" : "CREATE";
            statement.execute(
                    "%s ROLE \"%s\" LOGIN PASSWORD %s".formatted(verb, name, statement.enquoteLiteral(rolePassword)));
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
        return leash.ended();
    }

    /// Stops it, with a checkpoint, so that the next start has nothing to recover.
    @Override
    public void close() {
        leash.letGo(PATIENCE);
        home.close();
    }
}
