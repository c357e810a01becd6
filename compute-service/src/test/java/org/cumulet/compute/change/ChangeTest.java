package org.cumulet.compute.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cumulet.compute.Api;
import org.cumulet.compute.ApiProfile;
import org.cumulet.compute.ComputeTest;
import org.cumulet.compute.Sample;
import org.cumulet.compute.Servers;
import org.cumulet.compute.server.FakeLauncher;
import org.cumulet.testing.auth.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ComputeTest
@TestProfile(ApiProfile.class)
class ChangeTest {

    final Servers servers;
    /// There only with the profile of this test.
    final Instance<FakeLauncher> launcher;

    String project;
    String id;

    ChangeTest(Servers servers, Instance<FakeLauncher> launcher) {
        this.servers = servers;
        this.launcher = launcher;
    }

    @BeforeEach
    void aRunningServer() {
        project = Api.freshProject();
        id = Api.server(Api.member(project), Api.flavor());
        servers.launch(id);
    }

    @Nested
    class AChange {
        @ParameterizedTest
        @CsvSource({
            "2.1,servers/server-update-resp.json",
            "2.47,servers/v2.47/server-update-resp.json",
            "2.63,servers/v2.63/server-update-resp.json",
            "2.71,servers/v2.71/server-update-resp.json",
            "2.73,servers/v2.73/server-update-resp.json",
        })
        void isAnsweredAsPublished(String version, String sample) {
            var answer = change(version, "{\"server\":{\"name\":\"new-server-test\",\"accessIPv4\":\"1.2.3.4\"}}")
                    .statusCode(200)
                    .body("server.name", equalTo("new-server-test"))
                    .extract();
            assertThat(Sample.of(sample).differences(answer.asString())).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"2.75,servers/v2.75/server-update-resp.json", "2.90,servers/v2.90/server-update-resp.json"})
        void isAnsweredWholeLately(String version, String sample) {
            var token = version.equals("2.75") ? Api.admin(project) : Api.member(project);
            var answer = Api.as(token, version)
                    .body("{\"server\":{\"description\":\"changed\"}}")
                    .put("/servers/" + id)
                    .then()
                    .statusCode(200)
                    .extract();
            assertThat(Sample.of(sample).differences(answer.asString())).isEmpty();
        }

        @Test
        void leavesTheRestAsItIs() {
            change(
                            "2.90",
                            "{\"server\":{\"hostname\":\"other\",\"accessIPv6\":\"80fe::\",\"OS-DCF:diskConfig\":\"MANUAL\"}}")
                    .statusCode(200);
            var server = servers.read(id);
            assertThat(server.name()).isEqualTo("web");
            assertThat(server.hostname()).isEqualTo("other");
            assertThat(server.accessIpv4()).isEmpty();
            assertThat(server.accessIpv6()).contains("80fe::");
            assertThat(server.diskConfig()).isEqualTo("MANUAL");
        }

        @Test
        void ofADescriptionMayTakeItAway() {
            change("2.19", "{\"server\":{\"description\":\"something\"}}").statusCode(200);
            change("2.19", "{\"server\":{\"description\":null}}")
                    .statusCode(200)
                    .body("server.description", equalTo(null));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{}",
                    "{\"server\":null}",
                    "{\"server\":{\"name\":\"\"}}",
                    "{\"server\":{\"name\":\" x\"}}",
                    "{\"server\":{\"name\":7}}",
                    "{\"server\":{\"name\":\"a\\u001b[31m\"}}",
                    "{\"server\":{\"accessIPv4\":\"x\"}}",
                    "{\"server\":{\"imageRef\":\"x\"}}",
                    "{\"server\":{\"description\":\"early\"}}",
                    "{\"server\":{\"hostname\":\"early\"}}"
                })
        void withoutSenseIsRefused(String body) {
            change("2.1", body).statusCode(400).body("badRequest.code", equalTo(400));
            assertThat(servers.read(id).name()).isEqualTo("web");
        }

        private ValidatableResponse change(String version, String body) {
            return Api.as(Api.member(project), version)
                    .body(body)
                    .put("/servers/" + id)
                    .then();
        }
    }

    @Nested
    class Power {
        @Test
        void goesOffAndOn() {
            act("{\"os-stop\":null}").statusCode(202);
            shows("ACTIVE", "powering-off");
            servers.stopped(id);
            shows("SHUTOFF", null);
            act("{\"os-start\":null}").statusCode(202);
            shows("SHUTOFF", "powering-on");
            servers.started(id);
            shows("ACTIVE", null);
            assertThat(asked()).containsExactly("launch", "stop", "start");
        }

        @ParameterizedTest
        @CsvSource({"SOFT,REBOOT,rebooting,reboot soft", "hard,HARD_REBOOT,rebooting_hard,reboot hard"})
        void goesOffAndOnAtOnce(String type, String status, String task, String what) {
            act("{\"reboot\":{\"type\":\"%s\"}}".formatted(type)).statusCode(202);
            shows(status, task);
            servers.rebooted(id);
            shows("ACTIVE", null);
            assertThat(asked()).containsExactly("launch", what);
        }

        @Test
        void isNotSwitchedTwice() {
            act("{\"os-start\":null}")
                    .statusCode(409)
                    .body(
                            "conflictingRequest.message",
                            equalTo("Cannot 'start' instance %s while it is in vm_state active".formatted(id)));
            act("{\"os-stop\":null}").statusCode(202);
            act("{\"os-stop\":null}")
                    .statusCode(409)
                    .body("conflictingRequest.message", endsWith("while it is in task_state powering-off"));
            act("{\"reboot\":{\"type\":\"SOFT\"}}").statusCode(409);
            act("{\"reboot\":{\"type\":\"HARD\"}}").statusCode(202);
        }
    }

    @Nested
    class ADeletion {
        @Test
        void beginsAtOnceAndEndsInNothing() {
            Api.as(Api.member(project))
                    .delete("/servers/" + id)
                    .then()
                    .statusCode(204)
                    .body(emptyString());
            shows("ACTIVE", "deleting");
            Api.as(Api.member(project)).delete("/servers/" + id).then().statusCode(204);
            assertThat(asked()).containsExactly("launch", "delete");
            servers.deleted(id);
            Api.as(Api.member(project)).get("/servers/" + id).then().statusCode(404);
            Api.as(Api.member(project)).delete("/servers/" + id).then().statusCode(404);
        }

        @Test
        void isAcceptedInTheMiddleOfALaunchAndAfterAFailure() {
            var building = Api.server(Api.member(project), Api.flavor());
            Api.as(Api.member(project)).delete("/servers/" + building).then().statusCode(204);
            servers.failed(id, "Broken.", "");
            act("{\"forceDelete\":null}").statusCode(202);
            assertThat(asked()).containsExactly("launch", "delete");
        }

        @Test
        void isNotUndone() {
            Api.as(Api.member(project)).delete("/servers/" + id).then().statusCode(204);
            act("{\"os-stop\":null}").statusCode(409);
            act("{\"reboot\":{\"type\":\"HARD\"}}").statusCode(409);
            Api.as(Api.admin(project))
                    .body("{\"os-resetState\":{\"state\":\"active\"}}")
                    .post(action())
                    .then()
                    .statusCode(409);
        }
    }

    @Nested
    class ALock {
        @BeforeEach
        void isOn() {
            Api.as(Api.member(project), "2.73")
                    .body("{\"lock\":{\"locked_reason\":\"mine\"}}")
                    .post(action())
                    .then()
                    .statusCode(202);
        }

        @Test
        void isShown() {
            Api.as(Api.member(project), "2.73")
                    .get("/servers/" + id)
                    .then()
                    .body("server.locked", equalTo(true))
                    .body("server.locked_reason", equalTo("mine"));
            Api.as(Api.member(project), "2.73")
                    .get("/servers?locked=true")
                    .then()
                    .body("servers.id", equalTo(List.of(id)));
        }

        @Test
        void keepsEverythingAsItIs() {
            for (var body :
                    List.of("{\"os-stop\":null}", "{\"reboot\":{\"type\":\"HARD\"}}", "{\"forceDelete\":null}")) {
                act(body)
                        .statusCode(409)
                        .body("conflictingRequest.message", equalTo("Instance %s is locked".formatted(id)));
            }
            Api.as(Api.member(project)).delete("/servers/" + id).then().statusCode(409);
            Api.as(Api.member(project))
                    .body("{\"metadata\":{\"a\":\"b\"}}")
                    .post("/servers/%s/metadata".formatted(id))
                    .then()
                    .statusCode(409);
            Api.as(Api.admin(project))
                    .body("{\"os-stop\":null}")
                    .post(action())
                    .then()
                    .statusCode(202);
        }

        @Test
        void isTakenOffByItsOwner() {
            act("{\"unlock\":null}").statusCode(202);
            act("{\"os-stop\":null}").statusCode(202);
        }

        @Test
        void ofAnAdminIsTakenOffByAdmins() {
            Api.as(TestTokens.admin())
                    .body("{\"lock\":null}")
                    .post(action())
                    .then()
                    .statusCode(202);
            act("{\"unlock\":null}").statusCode(403).body("forbidden.message", containsString("unlock_override"));
            Api.as(TestTokens.admin())
                    .body("{\"unlock\":null}")
                    .post(action())
                    .then()
                    .statusCode(202);
        }
    }

    @Nested
    class Actions {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "foo",
                    "createBackup",
                    "resize",
                    "rebuild",
                    "migrate",
                    "pause",
                    "addFloatingIp",
                    "os-getVNCConsole"
                })
        void thatAreNotOursAreSaidToBeNone(String action) {
            act("{\"%s\":null}".formatted(action))
                    .statusCode(400)
                    .body("badRequest.message", equalTo("There is no such action: " + action));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "[]",
                    "null",
                    "{}",
                    "{\"os-start\":null,\"os-stop\":null}",
                    "{\"reboot\":null}",
                    "{\"reboot\":{}}",
                    "{\"reboot\":{\"type\":\"WARM\"}}",
                    "{\"reboot\":{\"type\":\"HARD\",\"now\":true}}",
                    "{\"os-getConsoleOutput\":null}",
                    "{\"os-getConsoleOutput\":{\"length\":-2}}",
                    "{\"os-getConsoleOutput\":{\"length\":\"all\"}}",
                    "{\"os-getConsoleOutput\":{\"length\":1.5}}",
                    "{\"os-getConsoleOutput\":{\"lines\":1}}"
                })
        void withoutSenseAreRefused(String body) {
            act(body).statusCode(400).body("badRequest.code", equalTo(400));
            assertThat(asked()).containsExactly("launch");
        }

        @Test
        void readTheConsole() {
            var answer = act(Sample.text("os-console-output/console-output-post-req.json"))
                    .statusCode(200);
            assertThat(Sample.of("os-console-output/console-output-post-resp.json")
                            .differences(answer.extract().asString()))
                    .isEmpty();
            answer.body("output", equalTo("web: 50 lines"));
            act("{\"os-getConsoleOutput\":{}}").body("output", equalTo("web: -1 lines"));
            act("{\"os-getConsoleOutput\":{\"length\":\"7\"}}").body("output", equalTo("web: 7 lines"));
            var building = Api.server(Api.member(project), Api.flavor());
            Api.as(Api.member(project))
                    .body("{\"os-getConsoleOutput\":{}}")
                    .post("/servers/%s/action".formatted(building))
                    .then()
                    .statusCode(409)
                    .body("conflictingRequest.message", equalTo("Instance %s is not ready".formatted(building)));
        }

        @Test
        void setTheStateStraight() {
            Api.as(Api.member(project))
                    .body("{\"os-resetState\":{\"state\":\"error\"}}")
                    .post(action())
                    .then()
                    .statusCode(403);
            Api.as(Api.admin(project))
                    .body("{\"os-resetState\":{\"state\":\"error\"}}")
                    .post(action())
                    .then()
                    .statusCode(202);
            shows("ERROR", null);
            Api.as(Api.admin(project))
                    .body("{\"os-resetState\":{\"state\":\"active\"}}")
                    .post(action())
                    .then()
                    .statusCode(202);
            shows("ACTIVE", null);
            Api.as(Api.admin(project))
                    .body("{\"os-resetState\":{\"state\":\"deleted\"}}")
                    .post(action())
                    .then()
                    .statusCode(400);
        }
    }

    @Nested
    class Metadata {
        private String path() {
            return "/servers/%s/metadata".formatted(id);
        }

        @Test
        void isAddedReplacedAndRemoved() {
            var added = Api.as(Api.member(project))
                    .body(Sample.text("server-metadata/server-metadata-all-req.json"))
                    .post(path())
                    .then()
                    .statusCode(200);
            assertThat(Sample.of("server-metadata/server-metadata-all-resp.json")
                            .differences(added.extract().asString()))
                    .isEmpty();
            Api.as(Api.member(project))
                    .body("{\"meta\":{\"a\":\"1\"}}")
                    .put(path() + "/a")
                    .then()
                    .statusCode(200)
                    .body("meta.a", equalTo("1"));
            Api.as(Api.member(project))
                    .get(path())
                    .then()
                    .body("metadata", equalTo(Map.of("foo", "Foo Value", "a", "1")));
            Api.as(Api.member(project)).get(path() + "/a").then().body("meta", equalTo(Map.of("a", "1")));
            Api.as(Api.member(project))
                    .body("{\"metadata\":{\"b\":\"2\"}}")
                    .put(path())
                    .then()
                    .body("metadata", equalTo(Map.of("b", "2")));
            Api.as(Api.member(project)).delete(path() + "/b").then().statusCode(204);
            Api.as(Api.member(project)).delete(path() + "/b").then().statusCode(404);
            Api.as(Api.member(project))
                    .get(path() + "/b")
                    .then()
                    .statusCode(404)
                    .body("itemNotFound.message", equalTo("Metadata item was not found"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{}",
                    "{\"metadata\":null}",
                    "{\"metadata\":[]}",
                    "{\"metadata\":{\"a\":1}}",
                    "{\"metadata\":{\"a\":null}}",
                    "{\"metadata\":{\"\":\"x\"}}",
                    "{\"metadata\":{\"a/b\":\"x\"}}",
                    "{\"metadata\":{\"a\":\"\\u0000\"}}",
                    "{\"metadata\":{},\"other\":1}"
                })
        void withoutSenseIsRefused(String body) {
            Api.as(Api.member(project))
                    .body(body)
                    .post(path())
                    .then()
                    .statusCode(400)
                    .body("badRequest.code", equalTo(400));
            Api.as(Api.member(project)).body(body).put(path()).then().statusCode(400);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"{}", "{\"meta\":{}}", "{\"meta\":{\"b\":\"1\"}}", "{\"meta\":{\"a\":\"1\",\"b\":\"2\"}}"})
        void isNamedTwiceTheSame(String body) {
            Api.as(Api.member(project)).body(body).put(path() + "/a").then().statusCode(400);
        }

        @Test
        void waitsUntilTheServerIsThere() {
            var building = Api.server(Api.member(project), Api.flavor());
            Api.as(Api.member(project))
                    .body("{\"metadata\":{\"a\":\"b\"}}")
                    .post("/servers/%s/metadata".formatted(building))
                    .then()
                    .statusCode(409)
                    .body("conflictingRequest.message", endsWith("while it is in vm_state building"));
        }

        @Test
        void hasALimit() {
            var body = new StringBuilder("{\"metadata\":{\"k\":\"v\"");
            for (var piece = 0; piece < 128; piece++) {
                body.append(",\"k%d\":\"v\"".formatted(piece));
            }
            Api.as(Api.member(project))
                    .body(body.append("}}").toString())
                    .post(path())
                    .then()
                    .statusCode(403)
                    .body("forbidden.message", startsWith("Maximum number of metadata items"));
        }
    }

    @Nested
    class Tags {
        private String path() {
            return "/servers/%s/tags".formatted(id);
        }

        private RequestSpecification as() {
            return Api.as(Api.member(project), "2.26");
        }

        @Test
        void areAddedReplacedAndRemoved() {
            as().put(path() + "/red").then().statusCode(201).header("Location", endsWith(path() + "/red"));
            as().put(path() + "/red").then().statusCode(204);
            as().get(path() + "/red").then().statusCode(204);
            as().get(path() + "/blue").then().statusCode(404);
            var all = as().body("{\"tags\":[\"b\",\"a\"]}").put(path()).then().statusCode(200);
            assertThat(Sample.of("os-server-tags/v2.26/server-tags-put-all-resp.json")
                            .differences(all.extract().asString()))
                    .isEmpty();
            as().get(path()).then().body("tags", equalTo(List.of("a", "b")));
            as().delete(path() + "/a").then().statusCode(204);
            as().delete(path() + "/a").then().statusCode(404);
            as().delete(path()).then().statusCode(204);
            as().get(path()).then().body("tags", equalTo(List.of()));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{}",
                    "{\"tags\":null}",
                    "{\"tags\":\"a\"}",
                    "{\"tags\":[\"a,b\"]}",
                    "{\"tags\":[\"\"]}",
                    "{\"tags\":[null]}",
                    "{\"tags\":[7]}"
                })
        void withoutSenseAreRefused(String body) {
            as().body(body).put(path()).then().statusCode(400);
        }

        @Test
        void haveLimits() {
            as().put(path() + "/" + "x".repeat(61)).then().statusCode(400);
            var fifty = new StringBuilder();
            for (var tag = 0; tag < 50; tag++) {
                fifty.append(tag == 0 ? "" : ",").append("\"t%d\"".formatted(tag));
            }
            as().body("{\"tags\":[%s]}".formatted(fifty)).put(path()).then().statusCode(200);
            as().put(path() + "/more").then().statusCode(400);
        }
    }

    /// Row 14 of the list of attacks: readers write nothing, strangers find nothing.
    @Nested
    class Others {
        @Test
        void writeNothing() {
            var reader = TestTokens.project(project, TestTokens.OTHER_USER, "reader");
            for (var token : List.of(reader, TestTokens.stranger())) {
                var status = token.equals(reader) ? 403 : 404;
                Api.as(token)
                        .body("{\"metadata\":{\"a\":\"b\"}}")
                        .post("/servers/%s/metadata".formatted(id))
                        .then()
                        .statusCode(status);
                Api.as(token, "2.26")
                        .put("/servers/%s/tags/x".formatted(id))
                        .then()
                        .statusCode(status);
                Api.as(token).body("{\"os-stop\":null}").post(action()).then().statusCode(status);
                Api.as(token).delete("/servers/" + id).then().statusCode(status);
                Api.as(token)
                        .body("{\"server\":{\"name\":\"taken\"}}")
                        .put("/servers/" + id)
                        .then()
                        .statusCode(status);
            }
            var server = servers.read(id);
            assertThat(server.name()).isEqualTo("web");
            assertThat(server.metadata()).isEmpty();
            assertThat(server.tags()).isEmpty();
            assertThat(asked()).containsExactly("launch");
        }
    }

    private String action() {
        return "/servers/%s/action".formatted(id);
    }

    private ValidatableResponse act(String body) {
        return Api.as(Api.member(project)).body(body).post(action()).then();
    }

    private void shows(String status, String task) {
        Api.as(Api.member(project))
                .get("/servers/" + id)
                .then()
                .body("server.status", equalTo(status))
                .body("server.'OS-EXT-STS:task_state'", equalTo(task));
    }

    private List<String> asked() {
        return launcher.get().asked(UUID.fromString(id));
    }
}
