package org.cumulet.network.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cumulet.events.Service;
import org.cumulet.network.Api;
import org.cumulet.network.NetworkTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@NetworkTest
class HostSyncTest {

    private final String project = Api.newProject();
    private final Api api = Api.memberOf(project);
    private final TestRunner runner;

    HostSyncTest(@Service("network") TestRunner runner) {
        this.runner = runner;
    }

    private static Response sync(String host) {
        return Api.service().asked().post("/network/v1/hosts/" + host + "/sync");
    }

    private String portOn(String host, String network) {
        return Api.id(Api.service()
                .made(
                        "ports",
                        Map.of(
                                "network_id", network,
                                "project_id", project,
                                "device_owner", "compute:nova",
                                "binding:host_id", host)));
    }

    private String status(String port) {
        return api.shown("/ports/" + port).getString("port.status");
    }

    private static Map<String, Object> agent(String host) {
        return Api.admin().shown("/agents?agent_type=DHCP agent&host=" + host).getMap("agents[0]");
    }

    @Nested
    class ASimulatedHost {
        private final String host = "simulated-" + UUID.randomUUID();

        @Test
        void carriesEverythingAtOnce() {
            var network = api.network();
            api.subnet(network, "10.0.0.0/24");
            var port = portOn(host, network);
            assertThat(status(port)).isEqualTo("DOWN");
            var answer = sync(host);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.jsonPath().getMap(""))
                    .isEqualTo(Map.of(
                            "host",
                            host,
                            "networks",
                            List.of(Map.of("network_id", network, "bridge", "cb-" + network.substring(0, 11)))));
            assertThat(status(port)).isEqualTo("ACTIVE");
            assertThat(api.shown("/ports?device_owner=network:dhcp").<String>getList("ports.status"))
                    .containsExactly("ACTIVE");
            assertThat(agent(host)).containsEntry("alive", true);
            assertThat(runner.asked(host)).isZero();
        }

        @Test
        void isLookedAfterWithoutBeingAsked() {
            var port = portOn(host, api.network());
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(status(port)).isEqualTo("ACTIVE"));
        }

        @Test
        void isForgottenWhenItCarriesNothingMore() {
            var port = portOn(host, api.network());
            sync(host);
            assertThat(Api.admin().shown("/agents?host=" + host).getList("agents"))
                    .hasSize(2);
            api.delete("/ports/" + port);
            sync(host);
            assertThat(Api.admin().shown("/agents?host=" + host).getList("agents"))
                    .isEmpty();
        }

        @Test
        void doesNotCarryAPortThatIsSwitchedOff() {
            var port = portOn(host, api.network());
            api.put("/ports/" + port, Map.of("port", Map.of("admin_state_up", false)));
            sync(host);
            assertThat(status(port)).isEqualTo("DOWN");
            api.put("/ports/" + port, Map.of("port", Map.of("admin_state_up", true)));
            sync(host);
            assertThat(status(port)).isEqualTo("ACTIVE");
        }

        @Test
        void losesAPortToAnotherOne() {
            var port = portOn(host, api.network());
            sync(host);
            Api.service().put("/ports/" + port, Map.of("port", Map.of("binding:host_id", host + "b")));
            assertThat(status(port)).isEqualTo("DOWN");
            sync(host);
            assertThat(status(port)).isEqualTo("DOWN");
            sync(host + "b");
            assertThat(status(port)).isEqualTo("ACTIVE");
        }

        @Test
        void hasNothingToDoWhereItHasNoPort() {
            assertThat(sync(host).jsonPath().getMap("")).isEqualTo(Map.of("host", host, "networks", List.of()));
        }
    }

    @Nested
    class AHostThatIsAway {
        private final String host = "dead-99";

        @Test
        void isToldAndTriedAgain() {
            var network = api.network();
            var port = portOn(host, network);
            var answer = sync(host);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.jsonPath().getString("NeutronError.message")).contains("cannot be reached");
            assertThat(status(port)).isEqualTo("DOWN");
            assertThat(agent(host)).containsEntry("alive", false);
            var before = runner.asked(host);
            await().atMost(Duration.ofSeconds(30)).until(() -> runner.asked(host) > before);
            api.delete("/ports/" + port);
        }

        @Test
        void delaysNobodyOnTheSameNetwork() {
            var network = api.network();
            var dead = portOn(host, network);
            var simulated = "simulated-" + UUID.randomUUID();
            var port = portOn(simulated, network);
            assertThat(sync(simulated).statusCode()).isEqualTo(200);
            assertThat(status(port)).isEqualTo("ACTIVE");
            api.delete("/ports/" + dead);
        }
    }

    @Nested
    class AHostThatNobodyKnows {
        @Test
        void isNotFound() {
            var answer = sync("nowhere");
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.jsonPath().getString("NeutronError.type")).isEqualTo("HostNotFound");
        }

        @Test
        void isForgottenOnceNothingIsBoundToIt() {
            var port = portOn("nowhere", api.network());
            assertThat(sync("nowhere").statusCode()).isEqualTo(404);
            assertThat(Api.admin().shown("/agents?host=nowhere").getList("agents"))
                    .hasSize(2);
            api.delete("/ports/" + port);
            sync("nowhere");
            assertThat(Api.admin().shown("/agents?host=nowhere").getList("agents"))
                    .isEmpty();
        }
    }
}
