package org.cumulet.compute.create;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cumulet.compute.Api;
import org.cumulet.compute.ApiProfile;
import org.cumulet.compute.ComputeTest;
import org.cumulet.testing.auth.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Many servers in one request, each as another wish says.
@ComputeTest
@TestProfile(ApiProfile.class)
class BulkTest {

    private final String project = Api.freshProject();
    private final String key = UUID.randomUUID().toString();
    private String flavor;

    @BeforeEach
    void aFlavor() {
        flavor = Api.flavor();
    }

    @Nested
    class Launches {
        @Test
        void areAnsweredOneByOne() {
            var ids = launch(
                            wish(),
                            "{\"server\":{\"name\":\"x\"}}",
                            other("flavorRef", "none"),
                            wish(),
                            "{\"server\":7}")
                    .statusCode(200)
                    .body("launches.status", is(List.of(202, 400, 400, 202, 400)))
                    .body("launches[1].message", containsString("server.flavorRef"))
                    .body("launches[2].message", containsString("none"))
                    .body("launches[0].message", nullValue())
                    .extract()
                    .<List<String>>path("launches.id");

            assertThat(servers()).containsExactlyInAnyOrder(ids.get(0), ids.get(3));
        }

        @Test
        void areForOneServerEach() {
            launch(wish().replace("\"name\"", "\"min_count\":2,\"name\""))
                    .body("launches[0].status", is(400))
                    .body("launches[0].message", containsString("one server"));
        }

        @Test
        void areTakenAsFarAsTheQuotaGoes() {
            allow(2);

            launch(wish(), wish(), wish())
                    .body("launches.status", is(List.of(202, 202, 403)))
                    .body(
                            "launches[2].message",
                            is("Quota exceeded for instances: Requested 1, but already used 2 of 2 instances"));
        }

        @Test
        void areExactlyAsManyAsTheQuotaWhoeverAsksAtOnce() throws Exception {
            allow(5);
            Callable<Integer> ask =
                    () -> launch(wish(), wish(), wish()).extract().statusCode();
            try (var threads = Executors.newFixedThreadPool(4)) {
                threads.invokeAll(IntStream.range(0, 4).mapToObj(_ -> ask).toList());
            }

            assertThat(servers()).hasSize(5);
        }

        @Test
        void areAtLeastOneAndNotTooMany() {
            send("{\"launches\":[]}").statusCode(400);
            send("{\"launches\":[%s]}"
                            .formatted(IntStream.range(0, 501)
                                    .mapToObj(_ -> "{\"launch\":{}}")
                                    .collect(Collectors.joining(","))))
                    .statusCode(400);
        }
    }

    @Nested
    class WithKeys {
        @Test
        void eachIsDoneOnceHoweverTheyAreSentAgain() {
            var first = withKeys(0, 1).extract().<List<String>>path("launches.id");

            var again = withKeys(1, 2)
                    .body("launches.status", is(List.of(202, 202)))
                    .extract()
                    .<List<String>>path("launches.id");

            assertThat(again.getFirst()).isEqualTo(first.get(1));
            assertThat(servers()).hasSize(3);
        }

        @Test
        void eachIsDoneOnceWhenTheyAreSentAtOnce() throws Exception {
            Callable<Integer> ask = () -> withKeys(0, 1, 2).extract().statusCode();
            try (var threads = Executors.newFixedThreadPool(4)) {
                for (var answer : threads.invokeAll(
                        IntStream.range(0, 4).mapToObj(_ -> ask).toList())) {
                    assertThat(answer.get()).isIn(200, 503);
                }
            }

            assertThat(servers()).hasSize(3);
        }

        @Test
        void whatWasRefusedMayBeAskedForAgain() {
            allow(0);
            withKeys(0).body("launches[0].status", is(403));
            allow(1);

            withKeys(0).body("launches[0].status", is(202));
        }

        @Test
        void theyComeFromServicesOnly() {
            Api.as(Api.member(project))
                    .header("X-Service-Token", Api.member(project))
                    .body("{\"launches\":[{\"once\":\"%s/0/0\",\"launch\":%s}]}".formatted(key, wish()))
                    .post("/launches")
                    .then()
                    .statusCode(403);
        }

        private ValidatableResponse withKeys(int... positions) {
            return send("{\"launches\":[%s]}"
                    .formatted(IntStream.of(positions)
                            .mapToObj(it -> "{\"once\":\"%s/%d/0\",\"launch\":%s}".formatted(key, it, wish()))
                            .collect(Collectors.joining(","))));
        }
    }

    @Nested
    class States {
        @Test
        void areToldOfTheServersOfTheProject() {
            var ids = launch(wish(), wish()).extract().<List<String>>path("launches.id");
            var foreign = Api.server(Api.member(Api.freshProject()), flavor);

            Api.as(Api.member(project))
                    .queryParam("id", List.of(ids.get(0), foreign, "none", ids.get(1)))
                    .get("/server-states")
                    .then()
                    .statusCode(200)
                    .body("servers", hasSize(2))
                    .body("servers.id", hasItems(ids.get(0), ids.get(1)))
                    .body("servers.id", not(hasItems(foreign)))
                    .body("servers[0].status", is("BUILD"))
                    .body("servers[0].task", is("scheduling"));
        }
    }

    private String wish() {
        return Api.serverBody(flavor, "");
    }

    private String other(String member, String value) {
        return wish().replaceFirst("\"%s\":\"[^\"]*\"".formatted(member), "\"%s\":\"%s\"".formatted(member, value));
    }

    private ValidatableResponse launch(String... wishes) {
        return send("{\"launches\":[%s]}"
                .formatted(Stream.of(wishes).map("{\"launch\":%s}"::formatted).collect(Collectors.joining(","))));
    }

    private ValidatableResponse send(String body) {
        return Api.as(Api.member(project))
                .header("X-Service-Token", TestTokens.service())
                .body(body)
                .post("/launches")
                .then();
    }

    private List<String> servers() {
        return Api.as(Api.member(project)).get("/servers").path("servers.id");
    }

    private void allow(int instances) {
        Api.as(TestTokens.admin())
                .body("{\"quota_set\":{\"instances\":%d,\"force\":true}}".formatted(instances))
                .put("/os-quota-sets/" + project)
                .then()
                .statusCode(200);
    }
}
