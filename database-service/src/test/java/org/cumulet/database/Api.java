package org.cumulet.database;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.cumulet.testing.auth.TestTokens;
import org.eclipse.microprofile.config.ConfigProvider;

/// The database API, asked as somebody.
public record Api(String token) {

    private static final String DATABASES = "/database/v1/databases";

    public static Api admin() {
        return new Api(TestTokens.admin());
    }

    public static Api member() {
        return new Api(TestTokens.member());
    }

    public static Api stranger() {
        return new Api(TestTokens.stranger());
    }

    /// A member of a project that has nothing yet.
    public static Api somebody() {
        return new Api(TestTokens.memberOf(UUID.randomUUID().toString().replace("-", "")));
    }

    /// A name that nobody has: at most 14 characters.
    public static String fresh(String prefix) {
        return prefix + UUID.randomUUID().toString().substring(0, 8);
    }

    public RequestSpecification as() {
        return given().header("X-Auth-Token", token).contentType("application/json");
    }

    /// Registers the servers of the tests, once.
    public static void servers() {
        registerOnce("maria", "mariadb", port("mariadb"), MariaDbServer.ADMIN, MariaDbServer.PASSWORD);
        registerOnce("postgres", "postgresql", port("postgresql"), "postgres", setting("test.postgresql.password"));
    }

    private static void registerOnce(String name, String engine, int port, String user, String password) {
        if (admin().as().get("/database/v1/servers/" + name).statusCode() == 404) {
            admin().register(name, engine, port, user, password).statusCode(201);
        }
    }

    public ValidatableResponse register(String name, String engine, int port, String user, String password) {
        return as().body("""
                        {"server":{"name":"%s","engine":"%s","host":"127.0.0.1","port":%d,"admin_user":"%s","admin_password":"%s"}}""".formatted(name, engine, port, user, password))
                .post("/database/v1/servers")
                .then();
    }

    public static int port(String engine) {
        return Integer.parseInt(setting("test.%s.port".formatted(engine)));
    }

    public static String setting(String key) {
        return ConfigProvider.getConfig().getValue(key, String.class);
    }

    /// @param body what is between the braces
    public ValidatableResponse declare(String name, String body) {
        return as().body("{\"database\":{%s}}".formatted(body))
                .put(DATABASES + "/" + name + "?wait=60")
                .then();
    }

    public ValidatableResponse show(String name) {
        return as().get(DATABASES + "/" + name).then();
    }

    public ValidatableResponse delete(String name, String query) {
        return as().delete(DATABASES + "/" + name + query).then();
    }

    public void deleteAndWait(String name) {
        delete(name, "?force=true&confirm=" + name).statusCode(202);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> as().get(DATABASES + "/" + name).statusCode() == 404);
    }

    public ValidatableResponse rotate(String name, String user, int overlap) {
        return as().body("{\"rotation\":{\"overlap_seconds\":%d}}".formatted(overlap))
                .post("%s/%s/users/%s/rotate?wait=60".formatted(DATABASES, name, user))
                .then();
    }

    public ValidatableResponse revoke(String name, String user) {
        return as().delete("%s/%s/users/%s?wait=60".formatted(DATABASES, name, user))
                .then();
    }

    public ValidatableResponse drift(String name) {
        return as().get(DATABASES + "/" + name + "/drift").then();
    }

    public ValidatableResponse repair(String name) {
        return as().post(DATABASES + "/" + name + "/repair").then();
    }

    /// The id of a complete backup.
    public String backup(String database) {
        var id = as().body("{\"backup\":{\"database\":\"%s\"}}".formatted(database))
                .post("/database/v1/backups")
                .then()
                .statusCode(202)
                .extract()
                .<String>path("backup.id");
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> as().get("/database/v1/backups/" + id)
                        .then()
                        .body("backup.fault", nullValue())
                        .body("backup.state", equalTo("complete")));
        return id;
    }

    /// As the administrator of the MariaDB of the tests.
    public static Connection mariaDb(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:mariadb://127.0.0.1:%d/%s".formatted(port("mariadb"), database),
                MariaDbServer.ADMIN,
                MariaDbServer.PASSWORD);
    }

    /// As the superuser of the PostgreSQL of the tests.
    public static Connection postgres(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port("postgresql"), database),
                "postgres",
                setting("test.postgresql.password"));
    }

    /// Runs a statement with the credentials of a JDBC URL.
    public static void run(String url, String statement) throws SQLException {
        try (var connection = DriverManager.getConnection(url)) {
            run(connection, statement);
        }
    }

    public static void run(Connection connection, String statement) throws SQLException {
        try (var open = connection.createStatement()) {
            open.execute(statement);
        }
    }
}
