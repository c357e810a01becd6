package org.cumulet.compute.flavor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.util.List;
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
class FlavorTest {

    @Nested
    class ANewFlavor {
        @ParameterizedTest
        @CsvSource({
            "2.1,flavor-manage",
            "2.55,flavor-manage/v2.55",
            "2.61,flavor-manage/v2.61",
            "2.75,flavor-manage/v2.75",
            "2.93,flavor-manage/v2.75"
        })
        void isAnsweredAsPublished(String version, String folder) {
            var answer = Api.as(TestTokens.admin(), version)
                    .body(flavor(Api.freshName(), ""))
                    .post("/flavors")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            assertThat(Sample.of(folder + "/flavor-create-post-resp.json").differences(answer, "extra_specs"))
                    .isEmpty();
        }

        @Test
        void takesNumbersAsText() {
            create(flavor(
                            Api.freshName(),
                            ",\"swap\":\"16\",\"OS-FLV-EXT-DATA:ephemeral\":\"2\",\"rxtx_factor\":\"1.5\""))
                    .statusCode(200)
                    .body("flavor.swap", equalTo(16))
                    .body("flavor.'OS-FLV-EXT-DATA:ephemeral'", equalTo(2))
                    .body("flavor.rxtx_factor", equalTo(1.5f));
        }

        @Test
        void needsANameAndAnIdOfItsOwn() {
            var name = Api.freshName();
            create(flavor(name, ",\"id\":\"%s\"".formatted(name))).statusCode(200);
            create(flavor(name, "")).statusCode(409).body("conflictingRequest.code", equalTo(409));
            create(flavor(Api.freshName(), ",\"id\":\"%s\"".formatted(name))).statusCode(409);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{}",
                    "[]",
                    "{\"flavor\":null}",
                    "{\"flavor\":{\"name\":\"x\"}}",
                    "{\"flavor\":{\"name\":\"x\",\"vcpus\":0,\"ram\":1,\"disk\":1}}",
                    "{\"flavor\":{\"name\":\"x\",\"vcpus\":1,\"ram\":-1,\"disk\":1}}",
                    "{\"flavor\":{\"name\":\"x\",\"vcpus\":1,\"ram\":99999999999,\"disk\":1}}",
                    "{\"flavor\":{\"name\":\"x\",\"vcpus\":1.5,\"ram\":1,\"disk\":1}}",
                    "{\"flavor\":{\"name\":\"x\",\"vcpus\":true,\"ram\":1,\"disk\":1}}",
                    "{\"flavor\":{\"name\":\"\",\"vcpus\":1,\"ram\":1,\"disk\":1}}",
                    "{\"flavor\":{\"name\":\" x\",\"vcpus\":1,\"ram\":1,\"disk\":1}}",
                    "{\"flavor\":{\"name\":\"a\\u001b[31m\",\"vcpus\":1,\"ram\":1,\"disk\":1}}",
                    "{\"flavor\":{\"name\":\"x\",\"vcpus\":1,\"ram\":1,\"disk\":1,\"id\":\"a/b\"}}",
                    "{\"flavor\":{\"name\":\"x\",\"vcpus\":1,\"ram\":1,\"disk\":1,\"unknown\":1}}",
                    "{\"flavor\":{\"name\":\"x\",\"vcpus\":1,\"ram\":1,\"disk\":1,\"description\":\"too early\"}}",
                    "{\"flavor\":{\"name\":\"x\",\"vcpus\":1,\"ram\":1,\"disk\":1,\"rxtx_factor\":0}}"
                })
        void isRefusedWhenItMakesNoSense(String body) {
            create(body).statusCode(400).body("badRequest.code", equalTo(400));
        }
    }

    @Nested
    class Lists {
        @Test
        void areAnsweredAsPublished() {
            Api.flavor();
            for (var form : List.of("flavors-list-resp.json", "flavors-detail-resp.json")) {
                for (var version : List.of("2.1", "2.55", "2.75")) {
                    var folder = version.equals("2.1") ? "flavors/" : "flavors/v" + version + "/";
                    var path = form.contains("detail") ? "/flavors/detail" : "/flavors";
                    var answer = Api.as(TestTokens.reader(), version)
                            .get(path + "?limit=1000")
                            .then()
                            .statusCode(200)
                            .extract()
                            .asString();
                    assertThat(Sample.of(folder + form).differences(answer, "flavors_links"))
                            .isEmpty();
                }
            }
        }

        @Test
        void comeInPages() {
            var first = Api.flavor(3, 77, 1);
            var second = Api.flavor(3, 78, 1);
            var page = Api.as(TestTokens.reader())
                    .get("/flavors?minRam=77&sort_key=memory_mb&limit=1")
                    .then()
                    .statusCode(200)
                    .body("flavors.id", equalTo(List.of(first)));
            var next = page.extract().<String>path("flavors_links[0].href");
            Api.as(TestTokens.reader())
                    .basePath("")
                    .get(next)
                    .then()
                    .statusCode(200)
                    .body("flavors.id", equalTo(List.of(second)));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "limit=-1",
                    "limit=x",
                    "marker=nobody",
                    "minRam=much",
                    "minDisk=x",
                    "sort_key=nonsense",
                    "sort_key=name&sort_dir=up"
                })
        void refuseQuestionsWithoutSense(String query) {
            Api.as(TestTokens.reader())
                    .get("/flavors?" + query)
                    .then()
                    .statusCode(400)
                    .body("badRequest.code", equalTo(400));
        }
    }

    @Nested
    class APrivateFlavor {
        String id;

        @BeforeEach
        void isThere() {
            id = create(flavor(Api.freshName(), ",\"os-flavor-access:is_public\":false"))
                    .extract()
                    .path("flavor.id");
        }

        @Test
        void isSeenByThoseItWasOpenedTo() {
            show(TestTokens.stranger())
                    .statusCode(404)
                    .body("itemNotFound.message", equalTo("Flavor %s could not be found.".formatted(id)));
            action("addTenantAccess", TestTokens.OTHER_PROJECT)
                    .statusCode(200)
                    .body("flavor_access.tenant_id", equalTo(List.of(TestTokens.OTHER_PROJECT)));
            show(TestTokens.stranger()).statusCode(200);
            Api.as(TestTokens.stranger()).get("/flavors?limit=1000").then().body("flavors.id", hasItem(id));
            action("addTenantAccess", TestTokens.OTHER_PROJECT).statusCode(409);
            action("removeTenantAccess", TestTokens.OTHER_PROJECT).statusCode(200);
            action("removeTenantAccess", TestTokens.OTHER_PROJECT).statusCode(404);
            Api.as(TestTokens.stranger()).get("/flavors?limit=1000").then().body("flavors.id", not(hasItem(id)));
        }

        @Test
        void tellsAdminsWhoMaySeeIt() {
            action("addTenantAccess", TestTokens.PROJECT);
            var answer = Api.as(TestTokens.admin()).get("/flavors/%s/os-flavor-access".formatted(id));
            assertThat(Sample.of("flavor-access/flavor-access-list-resp.json").differences(answer.asString()))
                    .isEmpty();
        }

        @Test
        void isTheOnlyKindThatHasAnAccessList() {
            var open = Api.flavor();
            Api.as(TestTokens.admin())
                    .get("/flavors/%s/os-flavor-access".formatted(open))
                    .then()
                    .statusCode(404);
            Api.as(TestTokens.admin())
                    .body("{\"addTenantAccess\":{\"tenant\":\"p\"}}")
                    .post("/flavors/%s/action".formatted(open))
                    .then()
                    .statusCode(409);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{}",
                    "{\"dance\":{}}",
                    "{\"addTenantAccess\":{}}",
                    "{\"addTenantAccess\":{\"tenant\":\"a b\"}}"
                })
        void refusesOtherActions(String body) {
            Api.as(TestTokens.admin())
                    .body(body)
                    .post("/flavors/%s/action".formatted(id))
                    .then()
                    .statusCode(400);
        }

        private ValidatableResponse show(String token) {
            return Api.as(token).get("/flavors/" + id).then();
        }

        private ValidatableResponse action(String action, String project) {
            return Api.as(TestTokens.admin())
                    .body("{\"%s\":{\"tenant\":\"%s\"}}".formatted(action, project))
                    .post("/flavors/%s/action".formatted(id))
                    .then();
        }
    }

    @Nested
    class ExtraSpecs {
        @Test
        void areAddedReadChangedAndRemoved() {
            var path = "/flavors/%s/os-extra_specs".formatted(Api.flavor());
            var admin = TestTokens.admin();
            Api.as(admin)
                    .body(Sample.text("flavor-extra-specs/flavor-extra-specs-create-req.json"))
                    .post(path)
                    .then()
                    .statusCode(200)
                    .body("extra_specs.'hw:numa_nodes'", equalTo("1"));
            Api.as(admin)
                    .body("{\"hw:numa_nodes\":\"2\"}")
                    .put(path + "/hw:numa_nodes")
                    .then()
                    .statusCode(200)
                    .body("'hw:numa_nodes'", equalTo("2"));
            Api.as(TestTokens.reader())
                    .get(path + "/hw:numa_nodes")
                    .then()
                    .statusCode(200)
                    .body("'hw:numa_nodes'", equalTo("2"));
            Api.as(TestTokens.reader()).get(path).then().statusCode(200).body("extra_specs.size()", equalTo(2));
            Api.as(admin).delete(path + "/hw:numa_nodes").then().statusCode(200);
            Api.as(admin).delete(path + "/hw:numa_nodes").then().statusCode(404);
            Api.as(TestTokens.reader()).get(path + "/hw:numa_nodes").then().statusCode(404);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{}",
                    "{\"extra_specs\":{}}",
                    "{\"extra_specs\":{\"a/b\":\"1\"}}",
                    "{\"extra_specs\":{\"a\":null}}",
                    "{\"extra_specs\":{\"a\":{}}}",
                    "{\"extra_specs\":{\"a\":\"x\\u0007\"}}"
                })
        void areRefusedWhenTheyMakeNoSense(String body) {
            var path = "/flavors/%s/os-extra_specs".formatted(Api.flavor());
            Api.as(TestTokens.admin()).body(body).post(path).then().statusCode(400);
        }

        @Test
        void areNamedTwiceTheSame() {
            var path = "/flavors/%s/os-extra_specs/key".formatted(Api.flavor());
            Api.as(TestTokens.admin())
                    .body("{\"other\":\"1\"}")
                    .put(path)
                    .then()
                    .statusCode(400);
        }
    }

    @Test
    void aDescriptionCanBeChanged() {
        var id = Api.flavor();
        var answer = Api.as(TestTokens.admin(), "2.61")
                .body(Sample.text("flavor-manage/v2.55/flavor-update-req.json"))
                .put("/flavors/" + id)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(Sample.of("flavor-manage/v2.61/flavor-update-resp.json").differences(answer))
                .isEmpty();
        Api.as(TestTokens.admin(), "2.54")
                .body("{}")
                .put("/flavors/" + id)
                .then()
                .statusCode(404);
    }

    @Test
    void aDeletedFlavorIsGone() {
        var id = Api.flavor();
        Api.as(TestTokens.admin()).delete("/flavors/" + id).then().statusCode(202);
        Api.as(TestTokens.admin()).get("/flavors/" + id).then().statusCode(404);
        Api.as(TestTokens.admin()).delete("/flavors/" + id).then().statusCode(404);
    }

    private static String flavor(String name, String more) {
        return "{\"flavor\":{\"name\":\"%s\",\"vcpus\":1,\"ram\":512,\"disk\":1%s}}".formatted(name, more);
    }

    private static ValidatableResponse create(String body) {
        return Api.as(TestTokens.admin()).body(body).post("/flavors").then();
    }
}
