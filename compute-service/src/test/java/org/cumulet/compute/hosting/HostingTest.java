package org.cumulet.compute.hosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.TestProfile;
import java.util.List;
import org.cumulet.compute.Api;
import org.cumulet.compute.ApiProfile;
import org.cumulet.compute.ComputeTest;
import org.cumulet.compute.Sample;
import org.cumulet.compute.Servers;
import org.cumulet.testing.auth.TestTokens;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ComputeTest
@TestProfile(ApiProfile.class)
class HostingTest {

    final Servers servers;

    HostingTest(Servers servers) {
        this.servers = servers;
    }

    @Nested
    class Zones {
        @Test
        void areForEverybody() {
            var answer = Api.as(TestTokens.reader())
                    .get("/os-availability-zone")
                    .then()
                    .statusCode(200);
            assertThat(Sample.of("os-availability-zone/availability-zone-list-resp.json")
                            .differences(answer.extract().asString()))
                    .isEmpty();
            answer.body("availabilityZoneInfo.zoneName", equalTo(List.of("nova", "rack-2")))
                    .body("availabilityZoneInfo.zoneState.available", equalTo(List.of(true, false)));
        }

        @Test
        void nameTheirHostsToAdmins() {
            Api.as(TestTokens.admin())
                    .get("/os-availability-zone/detail")
                    .then()
                    .statusCode(200)
                    .body("availabilityZoneInfo[0].hosts.'compute-1'.'nova-compute'.available", equalTo(true))
                    .body("availabilityZoneInfo[1].hosts.'compute-2'.'nova-compute'.active", equalTo(false));
            Api.as(TestTokens.member())
                    .get("/os-availability-zone/detail")
                    .then()
                    .statusCode(403);
        }

        @Test
        void areAskedForByServers() {
            Api.as(TestTokens.member())
                    .body(Api.serverBody(Api.flavor(), ",\"availability_zone\":\"rack-2\""))
                    .post("/servers")
                    .then()
                    .statusCode(202);
            Api.as(TestTokens.member())
                    .body(Api.serverBody(Api.flavor(), ",\"availability_zone\":\"rack-3\""))
                    .post("/servers")
                    .then()
                    .statusCode(400);
        }
    }

    @Nested
    class Hypervisors {
        @ParameterizedTest
        @CsvSource({
            "2.1,os-hypervisors",
            "2.28,os-hypervisors/v2.28",
            "2.33,os-hypervisors/v2.33",
            "2.53,os-hypervisors/v2.53",
            "2.88,os-hypervisors/v2.88"
        })
        void areListedAsPublished(String version, String folder) {
            var brief = Api.as(TestTokens.admin(), version)
                    .get("/os-hypervisors")
                    .then()
                    .statusCode(200);
            assertThat(Sample.of(folder + "/hypervisors-list-resp.json")
                            .differences(brief.extract().asString(), "hypervisors_links"))
                    .isEmpty();
            var full = Api.as(TestTokens.admin(), version)
                    .get("/os-hypervisors/detail")
                    .then()
                    .statusCode(200)
                    .extract();
            assertThat(Sample.of(folder + "/hypervisors-detail-resp.json")
                            .differences(
                                    full.asString(),
                                    "hypervisors_links",
                                    "features",
                                    "topology",
                                    "arch",
                                    "vendor",
                                    "model",
                                    "sockets",
                                    "flags"))
                    .isEmpty();
            var id = String.valueOf(full.<Object>path("hypervisors[0].id"));
            Api.as(TestTokens.admin(), version)
                    .get("/os-hypervisors/" + id)
                    .then()
                    .statusCode(200)
                    .body("hypervisor.hypervisor_hostname", equalTo("compute-1"));
            Api.as(TestTokens.admin(), version)
                    .get("/os-hypervisors/none")
                    .then()
                    .statusCode(404);
        }

        @Test
        void tellWhatRunsOnThem() {
            var id = Api.server(TestTokens.member(), Api.flavor(2, 1024, 10));
            servers.launch(id);
            Api.as(TestTokens.admin(), "2.53")
                    .get("/os-hypervisors/%s?with_servers=true".formatted(Servers.HOST.id()))
                    .then()
                    .body("hypervisor.servers.uuid", hasItem(id))
                    .body("hypervisor.vcpus", equalTo(8));
        }

        @Test
        void addUpToStatistics() {
            var answer = Api.as(TestTokens.admin())
                    .get("/os-hypervisors/statistics")
                    .then()
                    .statusCode(200);
            assertThat(Sample.of("os-hypervisors/hypervisors-statistics-resp.json")
                            .differences(answer.extract().asString()))
                    .isEmpty();
            answer.body("hypervisor_statistics.count", equalTo(1))
                    .body("hypervisor_statistics.memory_mb", equalTo(16384));
            Api.as(TestTokens.admin(), "2.88")
                    .get("/os-hypervisors/statistics")
                    .then()
                    .statusCode(404);
        }

        @Test
        void comeInPages() {
            Api.as(TestTokens.admin(), "2.53")
                    .get("/os-hypervisors?limit=1")
                    .then()
                    .body("hypervisors.size()", equalTo(1))
                    .body("hypervisors_links.size()", equalTo(1));
            Api.as(TestTokens.admin(), "2.53")
                    .get("/os-hypervisors?marker=" + Servers.HOST.id())
                    .then()
                    .body("hypervisors.hypervisor_hostname", equalTo(List.of("compute-2")));
            Api.as(TestTokens.admin(), "2.53")
                    .get("/os-hypervisors?marker=none")
                    .then()
                    .statusCode(400);
            Api.as(TestTokens.admin(), "2.53")
                    .get("/os-hypervisors?hypervisor_hostname_pattern=none")
                    .then()
                    .statusCode(404);
            Api.as(TestTokens.admin(), "2.53")
                    .get("/os-hypervisors?hypervisor_hostname_pattern=-2")
                    .then()
                    .body("hypervisors.size()", equalTo(1));
        }
    }

    @Nested
    class Services {
        @ParameterizedTest
        @CsvSource({"2.1,os-services", "2.11,os-services/v2.11", "2.53,os-services/v2.53"})
        void areListedAsPublished(String version, String folder) {
            var answer = Api.as(TestTokens.admin(), version)
                    .get("/os-services")
                    .then()
                    .statusCode(200);
            assertThat(Sample.of(folder + "/services-list-get-resp.json")
                            .differences(answer.extract().asString()))
                    .isEmpty();
            answer.body("services.host", equalTo(List.of("compute-1", "compute-2")))
                    .body("services.state", equalTo(List.of("up", "down")))
                    .body("services.status", equalTo(List.of("enabled", "disabled")));
        }

        @Test
        void areFoundByHostAndBinary() {
            Api.as(TestTokens.admin())
                    .get("/os-services?host=compute-2")
                    .then()
                    .body("services.host", equalTo(List.of("compute-2")));
            Api.as(TestTokens.admin())
                    .get("/os-services?binary=nova-scheduler")
                    .then()
                    .body("services.size()", equalTo(0));
        }

        @Test
        void areOpenedAndClosed() {
            Api.as(TestTokens.admin(), "2.53")
                    .body("{\"status\":\"disabled\",\"disabled_reason\":\"cleaning\"}")
                    .put("/os-services/" + Servers.HOST.id())
                    .then()
                    .statusCode(200)
                    .body("service.status", equalTo("disabled"))
                    .body("service.disabled_reason", equalTo("cleaning"));
            for (var body : List.of(
                    "{}",
                    "{\"status\":\"away\"}",
                    "{\"forced_down\":true}",
                    "{\"status\":\"enabled\",\"disabled_reason\":\"x\"}")) {
                Api.as(TestTokens.admin(), "2.53")
                        .body(body)
                        .put("/os-services/" + Servers.HOST.id())
                        .then()
                        .statusCode(400);
            }
            Api.as(TestTokens.admin(), "2.53")
                    .body("{\"status\":\"enabled\"}")
                    .put("/os-services/none")
                    .then()
                    .statusCode(404);
            Api.as(TestTokens.admin(), "2.52")
                    .body("{\"status\":\"enabled\"}")
                    .put("/os-services/none")
                    .then()
                    .statusCode(404);
        }
    }
}
