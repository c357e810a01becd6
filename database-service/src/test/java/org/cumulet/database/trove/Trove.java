package org.cumulet.database.trove;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.cumulet.database.Api;
import org.cumulet.testing.auth.TestTokens;

/// Trove's API, asked as a member of a project.
record Trove(Api api, String project) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /// A member of a project that has nothing yet.
    static Trove somebody() {
        var project = UUID.randomUUID().toString().replace("-", "");
        return new Trove(new Api(TestTokens.memberOf(project)), project);
    }

    static Trove admin() {
        return new Trove(Api.admin(), TestTokens.PROJECT);
    }

    String at(String path) {
        return "/database/v1.0/%s/%s".formatted(project, path);
    }

    /// Addresses are encoded already.
    private RequestSpecification as() {
        return api.as().urlEncodingEnabled(false);
    }

    ValidatableResponse get(String path) {
        return as().get(at(path)).then();
    }

    ValidatableResponse post(String path, String body) {
        return as().body(body).post(at(path)).then();
    }

    ValidatableResponse put(String path, String body) {
        return as().body(body).put(at(path)).then();
    }

    ValidatableResponse delete(String path) {
        return as().delete(at(path)).then();
    }

    /// Makes an instance and answers its path.
    ///
    /// @param more of the body, beginning with a comma
    String instance(String datastore, String more) {
        var id = post("instances", """
                        {"instance": {"name": "shop", "flavorRef": "shared", "datastore": {"type": "%s"}%s}}
                        """.formatted(datastore, more))
                .statusCode(200)
                .extract()
                .path("instance.id");
        return "instances/" + id;
    }

    /// Waits until the server is as was asked for.
    void settled(String database) {
        await().atMost(PATIENCE).untilAsserted(() -> api.show(database).body("database.state", is("active")));
    }

    void gone(String path) {
        await().atMost(PATIENCE).until(() -> as().get(at(path)).statusCode() == 404);
    }

    static Connection connect(String engine, String database, String user, String password) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:%s://127.0.0.1:%d/%s".formatted(engine, Api.port(engine), database), user, password);
    }

    /// Whether somebody is let into a database and may make a table there.
    static boolean owns(String engine, String database, String user, String password) {
        try (var connection = connect(engine, database, user, password)) {
            Api.run(connection, "create table t_%s (i int)".formatted(Api.fresh("")));
            return true;
        } catch (SQLException e) {
            return false;
        }
    }
}
