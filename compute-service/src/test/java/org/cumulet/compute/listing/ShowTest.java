package org.cumulet.compute.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import org.cumulet.compute.Api;
import org.cumulet.compute.ApiProfile;
import org.cumulet.compute.ComputeTest;
import org.cumulet.compute.Sample;
import org.cumulet.compute.Servers;
import org.cumulet.testing.auth.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ComputeTest
@TestProfile(ApiProfile.class)
class ShowTest {

    final Servers servers;

    String project;
    String id;

    ShowTest(Servers servers) {
        this.servers = servers;
    }

    @BeforeEach
    void aServer() {
        project = Api.freshProject();
        id = Api.server(Api.member(project), Api.flavor());
    }

    @Nested
    class ARunningServer {
        @BeforeEach
        void runs() {
            servers.launch(id);
        }

        @ParameterizedTest
        @CsvSource({
            "2.1,servers",
            "2.3,servers/v2.3",
            "2.9,servers/v2.9",
            "2.16,servers/v2.16",
            "2.19,servers/v2.19",
            "2.47,servers/v2.47",
            "2.52,servers/v2.52",
            "2.63,servers/v2.63",
            "2.71,servers/v2.71",
            "2.73,servers/v2.73"
        })
        void isShownToAdminsAsPublished(String version, String folder) {
            var answer = Api.as(Api.admin(project), version)
                    .get("/servers/" + id)
                    .then()
                    .statusCode(200)
                    .extract();
            assertThat(Sample.of(folder + "/server-get-resp.json").differences(answer.asString()))
                    .isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"2.90", "2.93"})
        void isShownToItsOwnersAsPublished(String version) {
            var answer = Api.as(Api.member(project), version)
                    .get("/servers/" + id)
                    .then()
                    .statusCode(200)
                    .extract();
            assertThat(Sample.of("servers/v2.90/server-get-resp.json").differences(answer.asString()))
                    .isEmpty();
        }

        @ParameterizedTest
        @CsvSource({
            "2.1,servers",
            "2.3,servers/v2.3",
            "2.9,servers/v2.9",
            "2.16,servers/v2.16",
            "2.19,servers/v2.19",
            "2.47,servers/v2.47",
            "2.63,servers/v2.63",
            "2.73,servers/v2.73"
        })
        void isListedForAdminsAsPublished(String version, String folder) {
            var answer = Api.as(Api.admin(project), version)
                    .get("/servers/detail")
                    .then()
                    .statusCode(200)
                    .extract();
            assertThat(Sample.of(folder + "/servers-details-resp.json").differences(answer.asString(), "servers_links"))
                    .isEmpty();
        }

        @Test
        void isListedForItsOwnersAsPublished() {
            var full = Api.as(Api.member(project), "2.90")
                    .get("/servers/detail")
                    .then()
                    .extract();
            assertThat(Sample.of("servers/v2.90/servers-details-resp.json")
                            .differences(full.asString(), "servers_links"))
                    .isEmpty();
            var brief = Api.as(Api.member(project)).get("/servers").then().extract();
            assertThat(Sample.of("servers/servers-list-resp.json").differences(brief.asString(), "servers_links"))
                    .isEmpty();
        }

        @Test
        void tellsWhatItIs() {
            Api.as(Api.member(project))
                    .get("/servers/" + id)
                    .then()
                    .body("server.status", equalTo("ACTIVE"))
                    .body("server.'OS-EXT-STS:vm_state'", equalTo("active"))
                    .body("server.'OS-EXT-STS:task_state'", equalTo(null))
                    .body("server.'OS-EXT-STS:power_state'", equalTo(1))
                    .body("server.'OS-EXT-AZ:availability_zone'", equalTo("nova"))
                    .body(
                            "server.'OS-SRV-USG:launched_at'",
                            matchesPattern("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}"))
                    .body("server.created", matchesPattern("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ"))
                    .body("server.accessIPv4", emptyString())
                    .body("server.config_drive", emptyString())
                    .body("server.hostId", matchesPattern("[0-9a-f]{56}"))
                    .body("server.security_groups.name", equalTo(List.of("default")))
                    .body("server.addresses.private[0].addr", equalTo("192.168.1.30"))
                    .body("server.addresses.private[0].'OS-EXT-IPS:type'", equalTo("fixed"))
                    .body("server", not(hasKey("OS-EXT-SRV-ATTR:host")))
                    .body("server", not(hasKey("fault")))
                    .body("server", not(hasKey("adminPass")));
        }

        @Test
        void tellsItsAddresses() {
            var all = Api.as(TestTokens.project(project, "u", "reader"))
                    .get("/servers/%s/ips".formatted(id))
                    .then()
                    .statusCode(200);
            assertThat(Sample.of("server-ips/server-ips-resp.json")
                            .differences(all.extract().asString()))
                    .isEmpty();
            all.body("addresses.private[0].addr", equalTo("192.168.1.30"));
            Api.as(Api.member(project))
                    .get("/servers/%s/ips/private".formatted(id))
                    .then()
                    .body("private[0]", equalTo(Map.of("addr", "192.168.1.30", "version", 4)));
            Api.as(Api.member(project))
                    .get("/servers/%s/ips/elsewhere".formatted(id))
                    .then()
                    .statusCode(404);
        }

        @ParameterizedTest
        @CsvSource({"2.1,os-attach-interfaces", "2.70,os-attach-interfaces/v2.70"})
        void tellsItsCards(String version, String folder) {
            var path = "/servers/%s/os-interface".formatted(id);
            var all = Api.as(Api.member(project), version)
                    .get(path)
                    .then()
                    .statusCode(200)
                    .extract();
            assertThat(Sample.of(folder + "/attach-interfaces-list-resp.json").differences(all.asString()))
                    .isEmpty();
            var port = all.<String>path("interfaceAttachments[0].port_id");
            var one = Api.as(Api.member(project), version)
                    .get(path + "/" + port)
                    .then()
                    .statusCode(200)
                    .extract();
            assertThat(Sample.of(folder + "/attach-interfaces-show-resp.json").differences(one.asString()))
                    .isEmpty();
            Api.as(Api.member(project), version).get(path + "/none").then().statusCode(404);
        }

        @Test
        void tellsItsSecurityGroups() {
            Api.as(Api.member(project))
                    .get("/servers/%s/os-security-groups".formatted(id))
                    .then()
                    .statusCode(200)
                    .body("security_groups.name", equalTo(List.of("default")))
                    .body("security_groups[0].rules.size()", equalTo(1))
                    .body("security_groups[0].rules[0].group.name", equalTo("default"))
                    .body("security_groups[0].rules[0].from_port", equalTo(-1));
        }
    }

    @Nested
    class ANewServer {
        @Test
        void isBuilding() {
            Api.as(Api.member(project))
                    .get("/servers/" + id)
                    .then()
                    .body("server.status", equalTo("BUILD"))
                    .body("server.hostId", emptyString())
                    .body("server.addresses", equalTo(Map.of()))
                    .body("server.progress", equalTo(0))
                    .body("server", not(hasKey("security_groups")));
        }

        @Test
        void hasNoCardsAndNoGroupsYet() {
            Api.as(Api.member(project))
                    .get("/servers/%s/os-interface".formatted(id))
                    .then()
                    .body("interfaceAttachments.size()", equalTo(0));
            Api.as(Api.member(project))
                    .get("/servers/%s/os-security-groups".formatted(id))
                    .then()
                    .body("security_groups.size()", equalTo(0));
        }
    }

    /// Row 23 of the list of attacks: hosts and their troubles are for admins.
    @Nested
    class AServerThatFailed {
        @BeforeEach
        void failed() {
            servers.failed(
                    id, "No host has room: of 3 hosts 3 lack memory.", "compute-1: 512 MB of memory are missing");
        }

        @Test
        void tellsItsOwnerWhy() {
            Api.as(Api.member(project))
                    .get("/servers/" + id)
                    .then()
                    .body("server.status", equalTo("ERROR"))
                    .body("server.fault.code", equalTo(500))
                    .body("server.fault.message", equalTo("No host has room: of 3 hosts 3 lack memory."))
                    .body("server.fault.created", matchesPattern(".*Z"))
                    .body("server.fault", not(hasKey("details")))
                    .body("server", not(hasKey("progress")));
        }

        @Test
        void tellsAdminsWhere() {
            Api.as(TestTokens.admin())
                    .get("/servers/" + id)
                    .then()
                    .body("server.fault.details", equalTo("compute-1: 512 MB of memory are missing"));
        }
    }

    @Nested
    class AServerOfAnotherProject {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "/ips",
                    "/ips/private",
                    "/metadata",
                    "/metadata/x",
                    "/os-interface",
                    "/os-instance-actions",
                    "/os-security-groups",
                    "/tags"
                })
        void isNotThere(String below) {
            var answer = Api.as(TestTokens.stranger(), "2.90")
                    .get("/servers/%s%s".formatted(id, below))
                    .then()
                    .statusCode(404)
                    .extract();
            var unknown = Api.as(TestTokens.stranger(), "2.90")
                    .get("/servers/00000000-0000-4000-8000-000000000000" + below)
                    .then()
                    .statusCode(404)
                    .extract();
            assertThat(answer.asString().replace(id, "ID"))
                    .isEqualTo(unknown.asString().replace("00000000-0000-4000-8000-000000000000", "ID"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "1", "%00", "00000000-0000-4000-8000-00000000000g", "' or 1=1 --"})
    void whatIsNoIdIsNotFound(String text) {
        Api.as(Api.member(project))
                .get("/servers/{id}", text)
                .then()
                .statusCode(404)
                .body("itemNotFound.code", equalTo(404));
    }

    @Test
    void aDeletedServerIsNotFound() {
        servers.deleted(id);
        Api.as(Api.member(project)).get("/servers/" + id).then().statusCode(404);
        Api.as(Api.admin(project)).get("/servers/" + id).then().statusCode(404);
    }
}
