package org.cumulet.network;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.cumulet.testing.auth.TestTokens;
import org.junit.jupiter.api.Test;

/// A request that another service of the cloud sends with a key, in the name of a member.
@NetworkTest
class OnceTest {

    private static final String NETWORKS = "/network/v2.0/networks";

    private final String project = UUID.randomUUID().toString().replace("-", "");
    private final String key = UUID.randomUUID() + "/0/0";

    @Test
    void isDoneOnceHoweverOftenItIsSent() {
        var id = create("twice").statusCode(201).extract().<String>path("network.id");

        create("twice").statusCode(201).body("id", is(id));

        networks().body("networks", hasSize(1));
    }

    @Test
    void isDoneOnceWhenItIsSentAtOnce() throws Exception {
        Callable<Integer> send = () -> create("together").extract().statusCode();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var answer :
                    threads.invokeAll(IntStream.range(0, 4).mapToObj(_ -> send).toList())) {
                assertThat(answer.get()).isIn(201, 503);
            }
        }

        networks().body("networks", hasSize(1));
    }

    @Test
    void isForgottenWhereItWasRefused() {
        body("{\"network\":{\"name\":7}}").post(NETWORKS).then().statusCode(400);

        create("now").statusCode(201);

        networks().body("networks", hasSize(1));
    }

    @Test
    void comesFromServicesOnly() {
        given().header("X-Auth-Token", TestTokens.memberOf(project))
                .header("X-Service-Token", TestTokens.memberOf(project))
                .header("X-Cumulet-Once", key)
                .contentType("application/json")
                .body("{\"network\":{\"name\":\"mine\"}}")
                .post(NETWORKS)
                .then()
                .statusCode(403);
    }

    private ValidatableResponse create(String name) {
        return body("{\"network\":{\"name\":\"%s\"}}".formatted(name))
                .post(NETWORKS)
                .then();
    }

    private RequestSpecification body(String body) {
        return given().header("X-Auth-Token", TestTokens.memberOf(project))
                .header("X-Service-Token", TestTokens.service())
                .header("X-Cumulet-Once", key)
                .contentType("application/json")
                .body(body);
    }

    private ValidatableResponse networks() {
        return given().header("X-Auth-Token", TestTokens.memberOf(project))
                .get(NETWORKS + "?project_id=" + project)
                .then();
    }
}
