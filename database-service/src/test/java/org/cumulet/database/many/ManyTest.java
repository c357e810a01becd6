package org.cumulet.database.many;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.cumulet.database.Api;
import org.cumulet.database.DatabaseTest;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@DatabaseTest
class ManyTest {

    private static final Logger LOG = Logger.getLogger(ManyTest.class);
    private static final List<String> POISON = List.of("mysql", "a`; DROP DATABASE mysql;--", "pg_catalog");

    private final Api api = Api.somebody();

    @BeforeEach
    void servers() {
        Api.servers();
    }

    @Test
    void aHundredAreAcceptedAtOnceAndEachComesToItsEnd() throws SQLException {
        var prefix = Api.fresh("m");
        var names = new ArrayList<>(IntStream.range(0, 97)
                .mapToObj(i -> "%s_%d".formatted(prefix, i))
                .toList());
        names.add(10, POISON.get(0));
        names.add(50, POISON.get(1));
        names.add(99, POISON.get(2));
        var began = System.nanoTime();

        var accepted = ask(names);
        var after = Duration.ofNanos(System.nanoTime() - began);
        assertThat(accepted.getInt("request.counts.refused")).isEqualTo(3);
        assertThat(accepted.<String>getList("request.items.findAll { it.state == 'refused' }.name"))
                .containsExactlyElementsOf(POISON);
        assertThat(accepted.<String>getList("request.items.findAll { it.state == 'refused' }.reason"))
                .allSatisfy(reason -> assertThat(reason).contains("name '"));

        await().atMost(Duration.ofMinutes(3))
                .untilAsserted(() -> show(accepted.getString("request.id"))
                        .body("request.counts.active", equalTo(97))
                        .body("request.counts.refused", equalTo(3)));
        var done = Duration.ofNanos(System.nanoTime() - began);
        LOG.infof(
                "100 databases in one request: accepted after %d ms, all done after %d ms (%.1f databases/s)",
                after.toMillis(), done.toMillis(), 97_000.0 / done.toMillis());
        for (var url :
                accepted
                        .<String>getList("request.items.findAll { it.database }.database.users[0].connection.jdbc")
                        .stream()
                        .limit(5)
                        .toList()) {
            Api.run(url, "create table t (i int)");
        }
        show(accepted.getString("request.id"))
                .body("request.items[0].database.users[0].connection.password", nullValue());
    }

    @Test
    void mayShareAUserThatIsNew() {
        var user = Api.fresh("shared");
        var items = IntStream.range(0, 12)
                .mapToObj(i -> "{\"name\":\"%1$s_%2$d\",\"engine\":\"mariadb\",\"users\":[{\"name\":\"%1$s\"}]}"
                        .formatted(user, i))
                .toList();

        var id = post(items).getString("request.id");

        await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> show(id).body("request.counts.active", equalTo(12)));
    }

    @Test
    void areFoundByTheirOwnProjectOnly() {
        var id = ask(List.of(Api.fresh("own"))).getString("request.id");

        Api.somebody().as().get("/database/v1/requests/" + id).then().statusCode(404);
    }

    private JsonPath ask(List<String> names) {
        return post(names.stream()
                .map("{\"name\":\"%s\",\"engine\":\"mariadb\"}"::formatted)
                .toList());
    }

    private JsonPath post(List<String> items) {
        return api.as()
                .body("{\"databases\":[%s]}".formatted(String.join(",", items)))
                .post("/database/v1/databases")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath();
    }

    private ValidatableResponse show(String id) {
        return api.as().get("/database/v1/requests/" + id).then().statusCode(200);
    }
}
