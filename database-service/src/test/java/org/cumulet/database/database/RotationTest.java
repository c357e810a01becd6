package org.cumulet.database.database;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.sql.SQLException;
import java.time.Duration;
import org.cumulet.database.Api;
import org.cumulet.database.DatabaseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DatabaseTest
class RotationTest {

    private static final String JDBC = "database.users[0].connection.jdbc";
    private static final String UNTIL = "database.users[0].old_password_until";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Api api = Api.somebody();
    private final String name = Api.fresh("turn");

    @BeforeEach
    void servers() {
        Api.servers();
    }

    private String declared(String engine) {
        return api.declare(name, "\"engine\":\"%s\"".formatted(engine))
                .statusCode(200)
                .extract()
                .path(JDBC);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mariadb", "postgresql"})
    void withoutOverlapEndsTheOldPasswordAtOnce(String engine) throws SQLException {
        var old = declared(engine);

        var fresh = api.rotate(name, name, 0).statusCode(200).extract().<String>path(JDBC);

        Api.run(fresh, "create table t (i int)");
        assertThatThrownBy(() -> Api.run(old, "select 1")).isInstanceOf(SQLException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mariadb", "postgresql"})
    void withOverlapLetsBothInUntilItEnds(String engine) throws SQLException {
        var old = declared(engine);
        Api.run(old, "create table made_before (i int)");

        var fresh = api.rotate(name, name, 3600)
                .statusCode(200)
                .body(UNTIL, notNullValue())
                .extract()
                .<String>path(JDBC);

        Api.run(old, "insert into made_before values (1)");
        Api.run(fresh, "drop table made_before");
        api.rotate(name, name, 3600).statusCode(409);

        var freshest = api.rotate(name, name, 0).statusCode(200).extract().<String>path(JDBC);
        await().atMost(PATIENCE).untilAsserted(() -> api.show(name).body(UNTIL, nullValue()));
        assertThatThrownBy(() -> Api.run(old, "select 1")).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> Api.run(fresh, "select 1")).isInstanceOf(SQLException.class);
        Api.run(freshest, "create table made_after (i int)");
        api.deleteAndWait(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mariadb", "postgresql"})
    void anOverlapEndsByItself(String engine) throws SQLException {
        var old = declared(engine);

        var fresh = api.rotate(name, name, 1).statusCode(200).extract().<String>path(JDBC);

        await().atMost(PATIENCE).untilAsserted(() -> api.show(name).body(UNTIL, nullValue()));
        assertThatThrownBy(() -> Api.run(old, "select 1")).isInstanceOf(SQLException.class);
        Api.run(fresh, "select 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mariadb", "postgresql"})
    void revokingLocksTheUserOut(String engine) {
        var url = declared(engine);

        api.revoke(name, name).statusCode(200);

        assertThatThrownBy(() -> Api.run(url, "select 1")).isInstanceOf(SQLException.class);
        api.revoke(name, name).statusCode(404);
    }
}
