package org.cumulet.compute.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.cumulet.compute.Api;
import org.cumulet.compute.ApiProfile;
import org.cumulet.compute.ComputeTest;
import org.cumulet.compute.Sample;
import org.cumulet.testing.auth.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ComputeTest
@TestProfile(ApiProfile.class)
class QuotaTest {

    String project;

    @BeforeEach
    void aProject() {
        project = Api.freshProject();
    }

    @Nested
    class Quotas {
        @ParameterizedTest
        @CsvSource({"2.1,os-quota-sets", "2.57,os-quota-sets/v2.57", "2.93,os-quota-sets/v2.57"})
        void areAnsweredAsPublished(String version, String folder) {
            var own = Api.as(Api.member(project), version);
            assertThat(Sample.of(folder + "/quotas-show-get-resp.json")
                            .differences(own.get("/os-quota-sets/" + project).asString()))
                    .isEmpty();
            assertThat(Sample.of(folder + "/quotas-show-defaults-get-resp.json")
                            .differences(Api.as(Api.member(project), version)
                                    .get("/os-quota-sets/%s/defaults".formatted(project))
                                    .asString()))
                    .isEmpty();
            assertThat(Sample.of(folder + "/quotas-show-detail-get-resp.json")
                            .differences(Api.as(Api.member(project), version)
                                    .get("/os-quota-sets/%s/detail".formatted(project))
                                    .asString()))
                    .isEmpty();
            assertThat(Sample.of(folder + "/quotas-update-post-resp.json")
                            .differences(Api.as(TestTokens.admin(), version)
                                    .body(Sample.text(folder + "/quotas-update-post-req.json"))
                                    .put("/os-quota-sets/" + project)
                                    .asString()))
                    .isEmpty();
        }

        @Test
        void areChangedAndForgotten() {
            set("{\"quota_set\":{\"cores\":\"7\",\"instances\":3}}")
                    .statusCode(200)
                    .body("quota_set.cores", equalTo(7));
            Api.as(Api.member(project)).get("/os-quota-sets/" + project).then().body("quota_set.instances", equalTo(3));
            Api.as(TestTokens.admin())
                    .delete("/os-quota-sets/" + project)
                    .then()
                    .statusCode(202);
            Api.as(Api.member(project))
                    .get("/os-quota-sets/" + project)
                    .then()
                    .body("quota_set.instances", equalTo(500));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{}",
                    "{\"quota_set\":null}",
                    "{\"quota_set\":[]}",
                    "{\"quota_set\":{\"bananas\":1}}",
                    "{\"quota_set\":{\"cores\":-2}}",
                    "{\"quota_set\":{\"cores\":2147483648}}",
                    "{\"quota_set\":{\"cores\":\"many\"}}",
                    "{\"quota_set\":{\"cores\":1.5}}",
                    "{\"quota_set\":{\"cores\":null}}",
                    "{\"quota_set\":{},\"other\":1}"
                })
        void areRefusedWhenTheyMakeNoSense(String body) {
            set(body).statusCode(400).body("badRequest.code", equalTo(400));
        }

        @Test
        void coverWhatIsUsedUnlessForced() {
            Api.server(Api.member(project), Api.flavor(2, 512, 1));
            set("{\"quota_set\":{\"cores\":1}}")
                    .statusCode(400)
                    .body(
                            "badRequest.message",
                            equalTo(
                                    "Quota limit 1 for cores must be greater than or equal to already used and reserved 2."));
            set("{\"quota_set\":{\"cores\":1,\"force\":\"True\"}}").statusCode(200);
            Api.as(Api.member(project))
                    .get("/os-quota-sets/%s/detail".formatted(project))
                    .then()
                    .body("quota_set.cores.in_use", equalTo(2))
                    .body("quota_set.cores.limit", equalTo(1))
                    .body("quota_set.instances.in_use", equalTo(1))
                    .body("quota_set.ram.in_use", equalTo(512));
        }

        @Test
        void areNotForSingleUsers() {
            Api.as(TestTokens.admin())
                    .body("{\"quota_set\":{\"cores\":1}}")
                    .put("/os-quota-sets/%s?user_id=u".formatted(project))
                    .then()
                    .statusCode(400);
            Api.as(TestTokens.admin())
                    .delete("/os-quota-sets/%s?user_id=u".formatted(project))
                    .then()
                    .statusCode(400);
        }

        @Test
        void areForProjectsThatExist() {
            Api.as(TestTokens.admin())
                    .body("{\"quota_set\":{\"cores\":1}}")
                    .put("/os-quota-sets/dead0000000000000000000000000000")
                    .then()
                    .statusCode(400)
                    .body(
                            "badRequest.message",
                            equalTo("Project ID dead0000000000000000000000000000 is not a valid project."));
        }

        @Test
        void ofOthersAreNoneOfOnesBusiness() {
            Api.as(TestTokens.stranger())
                    .get("/os-quota-sets/" + project)
                    .then()
                    .statusCode(403)
                    .body("forbidden.code", equalTo(403));
        }

        private ValidatableResponse set(String body) {
            return Api.as(TestTokens.admin())
                    .body(body)
                    .put("/os-quota-sets/" + project)
                    .then();
        }
    }

    @Nested
    class TheDefaultClass {
        @ParameterizedTest
        @CsvSource({"2.57,os-quota-class-sets/v2.57"})
        void isAnsweredAsPublished(String version, String folder) {
            var shown = Api.as(TestTokens.admin(), version).get("/os-quota-class-sets/default");
            assertThat(Sample.of(folder + "/quota-classes-show-get-resp.json").differences(shown.asString()))
                    .isEmpty();
        }

        @Test
        void holdsForProjectsWithoutTheirOwn() {
            var body = "{\"quota_class_set\":{\"server_groups\":11}}";
            Api.as(TestTokens.admin())
                    .body(body)
                    .put("/os-quota-class-sets/default")
                    .then()
                    .statusCode(200);
            Api.as(Api.member(project))
                    .get("/os-quota-sets/" + project)
                    .then()
                    .body("quota_set.server_groups", equalTo(11));
            Api.as(TestTokens.admin())
                    .body(body)
                    .put("/os-quota-class-sets/other")
                    .then()
                    .statusCode(400);
        }
    }

    @Nested
    class Limits {
        @ParameterizedTest
        @CsvSource({"2.1,limits", "2.36,limits/v2.36", "2.39,limits/v2.39", "2.57,limits/v2.57"})
        void areAnsweredAsPublished(String version, String folder) {
            var answer = Api.as(Api.member(project), version)
                    .get("/limits")
                    .then()
                    .statusCode(200)
                    .extract();
            assertThat(Sample.of(folder + "/limit-get-resp.json").differences(answer.asString()))
                    .isEmpty();
        }

        @Test
        void tellWhatIsUsed() {
            Api.server(Api.member(project), Api.flavor(2, 256, 1));
            Api.as(Api.member(project))
                    .get("/limits")
                    .then()
                    .body("limits.absolute.totalInstancesUsed", equalTo(1))
                    .body("limits.absolute.totalCoresUsed", equalTo(2))
                    .body("limits.absolute.totalRAMUsed", equalTo(256));
            Api.as(TestTokens.admin())
                    .get("/limits?tenant_id=" + project)
                    .then()
                    .body("limits.absolute.totalCoresUsed", equalTo(2));
            Api.as(TestTokens.stranger())
                    .get("/limits?tenant_id=" + project)
                    .then()
                    .statusCode(403);
        }
    }

    @Nested
    class ANewServer {
        @Test
        void isRefusedWhenTheProjectIsFull() {
            var flavor = Api.flavor(1, 512, 1);
            allow("instances", 1);
            Api.server(Api.member(project), flavor);
            Api.as(Api.member(project))
                    .body(Api.serverBody(flavor, ""))
                    .post("/servers")
                    .then()
                    .statusCode(403)
                    .body(
                            "forbidden.message",
                            equalTo("Quota exceeded for instances: Requested 1, but already used 1 of 1 instances"));
        }

        @Test
        void namesAllThatIsExceeded() {
            allow("cores", 3);
            allow("ram", 1000);
            Api.as(Api.member(project))
                    .body(Api.serverBody(Api.flavor(2, 600, 1), ",\"min_count\":2"))
                    .post("/servers")
                    .then()
                    .statusCode(403)
                    .body(
                            "forbidden.message",
                            equalTo(
                                    "Quota exceeded for cores, ram: Requested 4, 1200, but already used 0, 0 of 3, 1000 cores, ram"));
            Api.as(Api.member(project)).get("/servers").then().body("servers.size()", equalTo(0));
        }

        @Test
        void comesInAsManyAsFit() {
            allow("instances", 3);
            Api.as(Api.member(project))
                    .body(Api.serverBody(Api.flavor(), ",\"min_count\":2,\"max_count\":5"))
                    .post("/servers")
                    .then()
                    .statusCode(202);
            Api.as(Api.member(project)).get("/servers").then().body("servers.size()", equalTo(3));
        }

        /// Row 31 of the list of attacks.
        @Test
        void getsExactlyTheLimitHoweverManyAskAtOnce() throws Exception {
            var flavor = Api.flavor();
            allow("instances", 10);
            var asks = new ArrayList<Callable<Integer>>();
            for (var ask = 0; ask < 64; ask++) {
                asks.add(() -> Api.as(Api.member(project))
                        .body(Api.serverBody(flavor, ""))
                        .post("/servers")
                        .statusCode());
            }
            var accepted = 0;
            try (var threads = Executors.newFixedThreadPool(16)) {
                for (var answer : threads.invokeAll(asks)) {
                    accepted += answer.get() == 202 ? 1 : 0;
                    assertThat(answer.get()).isIn(202, 403);
                }
            }
            assertThat(accepted).isEqualTo(10);
            Api.as(Api.member(project)).get("/servers").then().body("servers.size()", equalTo(10));
        }

        @Test
        void isNotCountedAnyMoreWhenItIsGone() {
            Api.as(Api.member(project)).get("/limits").then().body("limits.absolute.totalCoresUsed", equalTo(0));
        }

        private void allow(String what, int limit) {
            Api.as(TestTokens.admin())
                    .body("{\"quota_set\":{\"%s\":%d}}".formatted(what, limit))
                    .put("/os-quota-sets/" + project)
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void keypairsAreCountedPerUser() {
        var user = Api.freshProject();
        var token = TestTokens.project(project, user, "member", "reader");
        Api.as(TestTokens.admin())
                .body("{\"quota_set\":{\"key_pairs\":0}}")
                .put("/os-quota-sets/" + project)
                .then()
                .statusCode(200);
        Api.as(token)
                .body("{\"keypair\":{\"name\":\"mine\"}}")
                .post("/os-keypairs")
                .then()
                .statusCode(403)
                .body("forbidden.message", startsWith("Quota exceeded"));
    }
}
