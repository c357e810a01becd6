package org.cumulet.compute.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.cumulet.compute.Api;
import org.cumulet.compute.ApiProfile;
import org.cumulet.compute.ComputeTest;
import org.cumulet.compute.OtherServices;
import org.cumulet.testing.auth.TestTokens;
import org.cumulet.testing.contract.EventContract;
import org.cumulet.testing.contract.HeardEvents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a project launches again and again, written down once.
@ComputeTest
@TestProfile(ApiProfile.class)
class TemplateTest {

    private static final String PATH = "/launch-templates";

    private final String project = Api.freshProject();
    private String flavor;

    @BeforeEach
    void aFlavor() {
        flavor = Api.flavor();
    }

    @Nested
    class ANewTemplate {
        @Test
        void saysWhatItsServersAreLike() {
            create("web", ",\"count\":20,\"description\":\"Web servers\"")
                    .statusCode(201)
                    .header("Location", containsString("/compute/v2.1/launch-templates/"))
                    .body("launch_template.name", is("web"))
                    .body("launch_template.description", is("Web servers"))
                    .body("launch_template.version", is(1))
                    .body("launch_template.default", is(true))
                    .body("launch_template.default_version", is(1))
                    .body("launch_template.latest_version", is(1))
                    .body("launch_template.count", is(20))
                    .body("launch_template.microversion", is("2.90"))
                    .body("launch_template.user_id", is(TestTokens.USER))
                    .body("launch_template.server.name", is("web-{index}"))
                    .body("launch_template.server.imageRef", is(OtherServices.IMAGE))
                    .body("launch_template.server.tags", is(List.of("{name}")));
        }

        @Test
        void isFoundByItsNameAndItsId() {
            var id = create("web", "").extract().<String>path("launch_template.id");

            member().get(PATH + "/web").then().body("launch_template.id", is(id));
            member().get(PATH + "/" + id).then().body("launch_template.name", is("web"));
            member().get(PATH).then().body("launch_templates.id", is(List.of(id)));
        }

        @Test
        void isFoundInItsProjectOnly() {
            var id = create("web", "").extract().<String>path("launch_template.id");
            var stranger = Api.member(Api.freshProject());

            Api.as(stranger).get(PATH).then().body("launch_templates", is(List.of()));
            Api.as(stranger).get(PATH + "/" + id).then().statusCode(404);
            Api.as(stranger).get(PATH + "/web").then().statusCode(404);
            Api.as(stranger).delete(PATH + "/" + id).then().statusCode(404);
            Api.as(stranger)
                    .body(version(""))
                    .post(PATH + "/" + id + "/versions")
                    .then()
                    .statusCode(404);
            member().get(PATH + "/" + id).then().statusCode(200);
        }

        @Test
        void hasANameOfItsOwn() {
            create("web", "").statusCode(201);
            create("web", "").statusCode(409).body("conflictingRequest.message", containsString("'web'"));
            create("6f70656e-7374-4163-8b6f-000000000000", "").statusCode(400);
            create("two words", "").statusCode(400);
        }

        @Test
        void tellsItsUserDataToThoseWhoLaunchServers() {
            create("web", "").statusCode(201);
            var reader = TestTokens.project(project, TestTokens.USER, "reader");

            member().get(PATH + "/web").then().body("launch_template.server.user_data", is("aGVsbG8="));
            Api.as(reader)
                    .get(PATH + "/web")
                    .then()
                    .statusCode(200)
                    .body("launch_template.server.user_data", nullValue())
                    .body("launch_template.server.name", is("web-{index}"));
        }
    }

    /// In the words of `POST /servers`.
    @Nested
    class WhatNoServerCouldBe {
        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                        "flavorRef":"none"                      | Flavor none could not be found.
                        "imageRef":"x"                          | server.imageRef
                        "key_name":"nobodys"                    | Invalid key_name provided.
                        "user_data":"%%"                        | It must be base64.
                        "metadata":{"?":"x"}                    | keys must be 1 to 255
                        "tags":["a,b"]                          | tags must be 1 to 60 characters
                        "networks":[{"uuid":"x"}]               | 'x' is not a UUID
                        "hostname":"a_b"                        | server.hostname
                        "personality":[{}]                      | 'personality' was unexpected
                        "block_device_mapping_v2":[{"source_type":"volume"}] | volumes are not served here
                        "nonsense":1                            | nonsense
                        "adminPass":"secret"                    | adminPass
                        "min_count":2                           | min_count
                        """)
        void isRefused(String member, String message) {
            var answer = create("web", "", member).statusCode(400).extract().asString();

            assertThat(answer).contains(message);
            member().get(PATH).then().body("launch_templates", is(List.of()));
        }

        @Test
        void isRefusedForAllOfThem() {
            var port = "\"networks\":[{\"port\":\"%s\"}]".formatted(OtherServices.PORT);
            create("web", ",\"count\":2", port)
                    .statusCode(400)
                    .body("badRequest.message", containsString("single configured port"));
            create("web", ",\"count\":1001").statusCode(400);
        }

        @Test
        void isLookedAtAsTheFirstOfThem() {
            create("web", "", "\"hostname\":\"web{index}\"").statusCode(201);
        }
    }

    @Nested
    class AVersion {
        @Test
        void neverChangesAndIsMeantFromNowOn() {
            create("web", ",\"count\":20").statusCode(201);

            add(",\"count\":30").statusCode(201).body("launch_template.version", is(2));

            member().get(PATH + "/web").then().body("launch_template.count", is(30));
            member().get(PATH + "/web/versions/1")
                    .then()
                    .body("launch_template.count", is(20))
                    .body("launch_template.default", is(false));
            member().get(PATH + "/web/versions").then().body("versions.version", is(List.of(1, 2)));
        }

        @Test
        void mayBeThereBeforeItIsMeant() {
            create("web", ",\"count\":20");
            add(",\"count\":30,\"default\":false");

            member().get(PATH + "/web").then().body("launch_template.version", is(1));
            member().get(PATH + "/web/versions/latest").then().body("launch_template.version", is(2));
            member().body("{\"launch_template\":{\"default_version\":2}}")
                    .put(PATH + "/web")
                    .then()
                    .statusCode(200)
                    .body("launch_template.version", is(2));
            member().get(PATH + "/web/versions/default").then().body("launch_template.count", is(30));
        }

        @Test
        void goesUnlessItIsMeant() {
            create("web", "");
            add("");
            member().delete(PATH + "/web/versions/2").then().statusCode(409);
            member().delete(PATH + "/web/versions/1").then().statusCode(204);
            member().get(PATH + "/web/versions/1").then().statusCode(404);

            add("").body("launch_template.version", is(3));
        }

        @Test
        void mustBeThereToBeMeant() {
            create("web", "");
            member().body("{\"launch_template\":{\"default_version\":7}}")
                    .put(PATH + "/web")
                    .then()
                    .statusCode(404);
        }

        @Test
        void comesAPageAtATime() {
            create("web", "");
            add("");
            add("");

            member().get(PATH + "/web/versions?limit=2")
                    .then()
                    .body("versions.version", is(List.of(1, 2)))
                    .body("versions_links[0].href", endsWith("/launch-templates/web/versions?limit=2&marker=2"));
            member().get(PATH + "/web/versions?limit=2&marker=2").then().body("versions.version", is(List.of(3)));
        }
    }

    @Nested
    class Limits {
        @Test
        void areToldWithTheirNumbers() {
            for (int i = 1; i <= 100; i++) {
                create("t" + i, "").statusCode(201);
            }
            create("t101", "").statusCode(403).body("forbidden.message", containsString("has 100 of 100"));
            add("t1", "").statusCode(201);
            add("t1", "").statusCode(201);
            add("t1", "").statusCode(403).body("forbidden.message", containsString("has 3 of 3"));
        }

        @Test
        void holdForItsSize() {
            create("web", "", "\"user_data\":\"" + "YWFh".repeat(1_000) + "\"")
                    .statusCode(403)
                    .body("forbidden.message", containsString("bytes"));
        }
    }

    @Test
    void isToldAsPromisedAndWithoutWhatIsInIt() throws Exception {
        var id = create("web", "").extract().<String>path("launch_template.id");
        add("");
        member().delete(PATH + "/web").then().statusCode(204);
        member().get(PATH + "/web").then().statusCode(404).body("itemNotFound.message", notNullValue());

        try (var heard = HeardEvents.on("compute.template")) {
            var told = heard.of(id, 3);
            assertThat(told.stream().map(event -> event.type().replace("org.cumulet.compute.template.", "")))
                    .containsExactly("created", "changed", "deleted");
            for (var event : told) {
                assertThat(EventContract.of(event.type()).violations(event.payload()))
                        .as(event.payload())
                        .isEmpty();
                assertThat(event.payload()).doesNotContain("aGVsbG8", "user_data");
            }
        }
    }

    private RequestSpecification member() {
        return Api.as(Api.member(project), "2.90");
    }

    private ValidatableResponse create(String name, String more) {
        return create(name, more, "\"user_data\":\"aGVsbG8=\"");
    }

    /// @param more beside the server, each with a comma before it
    /// @param member of the server
    private ValidatableResponse create(String name, String more, String member) {
        return member().body("{\"launch_template\":{\"name\":\"%s\",%s%s}}".formatted(name, server(member), more))
                .post(PATH)
                .then();
    }

    private ValidatableResponse add(String more) {
        return add("web", more);
    }

    private ValidatableResponse add(String template, String more) {
        return member().body(version(more))
                .post(PATH + "/" + template + "/versions")
                .then();
    }

    private String version(String more) {
        return "{\"version\":{%s%s}}".formatted(server("\"user_data\":\"aGVsbG8=\""), more);
    }

    /// What it says otherwise takes the place of what is usual.
    private String server(String member) {
        var image = member.startsWith("\"imageRef\"") ? "" : "\"imageRef\":\"%s\",".formatted(OtherServices.IMAGE);
        var size = member.startsWith("\"flavorRef\"") ? "" : "\"flavorRef\":\"%s\",".formatted(flavor);
        var tags = member.startsWith("\"tags\"") ? "" : "\"tags\":[\"{name}\"],";
        var networks = member.startsWith("\"networks\"") ? "" : "\"networks\":\"none\",";
        return "\"server\":{" + image + size + tags + networks + member + "}";
    }
}
