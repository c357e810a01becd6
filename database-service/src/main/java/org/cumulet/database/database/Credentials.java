package org.cumulet.database.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
import org.cumulet.database.engine.EngineKind;
import org.jspecify.annotations.Nullable;

/// How to connect, ready to use. Without a password wherever that was answered before.
///
/// @param env lines of an environment file
/// @param clientFile lines for `~/.my.cnf` or `~/.pgpass`
public record Credentials(
        String host,
        int port,
        String database,
        String user,
        @Nullable String password,
        String jdbc,
        String uri,
        List<String> env,
        List<String> clientFile) {

    static Credentials of(
            EngineKind engine, String host, int port, String database, String user, @Nullable String password) {
        var secret = password == null ? "" : URLEncoder.encode(password, UTF_8).replace("+", "%20");
        var scheme = switch (engine) {
            case MARIADB, MYSQL -> "mysql";
            case POSTGRESQL -> "postgresql";
        };
        return new Credentials(
                host,
                port,
                database,
                user,
                password,
                "jdbc:%s://%s:%d/%s?user=%s%s"
                        .formatted(
                                engine.word(),
                                host,
                                port,
                                database,
                                user,
                                secret.isEmpty() ? "" : "&password=" + secret),
                "%s://%s%s@%s:%d/%s"
                        .formatted(scheme, user, secret.isEmpty() ? "" : ":" + secret, host, port, database),
                List.of(
                        "DB_HOST=" + host,
                        "DB_PORT=" + port,
                        "DB_NAME=" + database,
                        "DB_USER=" + user,
                        "DB_PASSWORD=" + (password == null ? "" : quoted(password))),
                clientFile(engine, host, port, database, user, password == null ? "" : password));
    }

    private static List<String> clientFile(
            EngineKind engine, String host, int port, String database, String user, String password) {
        return switch (engine) {
            case MARIADB, MYSQL ->
                List.of(
                        "[client]",
                        "host=" + host,
                        "port=" + port,
                        "user=" + user,
                        "password=\"" + password.replace("\\", "\\\\").replace("\"", "\\\"") + "\"",
                        "database=" + database);
            case POSTGRESQL ->
                List.of("%s:%d:%s:%s:%s"
                        .formatted(
                                host,
                                port,
                                database,
                                user,
                                password.replace("\\", "\\\\").replace(":", "\\:")));
        };
    }

    /// For a shell: in single quotes unless that changes nothing.
    private static String quoted(String password) {
        return password.matches("[A-Za-z0-9]*") ? password : "'" + password.replace("'", "'\\''") + "'";
    }

    @Override
    public String toString() {
        return "%s at %s:%d/%s".formatted(user, host, port, database);
    }
}
