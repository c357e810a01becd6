package org.cumulet.compute.launch;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cumulet.compute.Api;
import org.cumulet.compute.ComputeTest;
import org.cumulet.compute.WorkProfile;
import org.cumulet.compute.hypervisor.GuestState;
import org.cumulet.compute.hypervisor.Host;
import org.cumulet.compute.hypervisor.Hypervisor;
import org.cumulet.compute.scheduling.Scheduler;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Servers from the API to the host and back, on simulated hosts.
@ComputeTest
@TestProfile(WorkProfile.class)
class WorkflowsTest {

    private final FakeCloud cloud;
    private final Hypervisor hypervisor;
    private final String token = Api.member(Api.freshProject());

    private Host host;

    WorkflowsTest(Scheduler scheduler, Hypervisor hypervisor) {
        this.cloud = (FakeCloud) scheduler;
        this.hypervisor = hypervisor;
    }

    @BeforeEach
    void oneHost() {
        host = cloud.onlyHost(Map.of());
    }

    private UUID launched() {
        var server = UUID.fromString(Api.server(token, Api.flavor()));
        becomes(server, "ACTIVE");
        return server;
    }

    private ValidatableResponse show(UUID server) {
        return Api.as(token).get("/servers/" + server).then();
    }

    private void becomes(UUID server, String status) {
        await().atMost(ofSeconds(20)).untilAsserted(() -> show(server).body("server.status", equalTo(status)));
    }

    private void act(UUID server, String action) {
        Api.as(token).body(action).post("/servers/" + server + "/action").then().statusCode(202);
    }

    private void delete(UUID server) {
        Api.as(token).delete("/servers/" + server).then().statusCode(204);
    }

    private void goes(UUID server) {
        await().atMost(ofSeconds(20)).untilAsserted(() -> show(server).statusCode(404));
    }

    private GuestState guest(UUID server) {
        return hypervisor.state(host, server);
    }

    @Nested
    class ALaunch {

        @Test
        void endsWithAGuestThatRuns() {
            var server = launched();

            assertThat(guest(server)).isEqualTo(GuestState.RUNNING);
            Api.as(token)
                    .body("{\"os-getConsoleOutput\":{}}")
                    .post("/servers/" + server + "/action")
                    .then()
                    .body("output", containsString("ready host=web"));
        }

        @Test
        void ofManyMakesEachOnce() {
            for (int i = 0; i < 9; i++) {
                cloud.addHost(Map.of());
            }

            Api.as(token)
                    .body(Api.serverBody(Api.flavor(), ",\"min_count\":10,\"max_count\":10"))
                    .post("/servers")
                    .then()
                    .statusCode(202);

            await().atMost(ofSeconds(20))
                    .untilAsserted(() -> assertThat(statuses()).hasSize(10).containsOnly("ACTIVE"));
            assertThat(cloud.ready().stream()
                            .mapToInt(one -> hypervisor.guests(one).size()))
                    .containsOnly(1);
        }

        @Test
        void withoutRoomSaysWhyAndNamesHostsToAdminsOnly() {
            cloud.noHosts();

            var server = UUID.fromString(Api.server(token, Api.flavor()));

            becomes(server, "ERROR");
            show(server)
                    .body("server.fault.message", equalTo("No valid host was found: 0 of 0 hosts have room"))
                    .body("server.fault.details", nullValue());
            Api.as(Api.admin(Api.freshProject()))
                    .get("/servers/" + server)
                    .then()
                    .body("server.fault.details", containsString("sim-0 is away"));
        }

        @Test
        void thatFailsOnTheHostLeavesNothingThere() {
            host = cloud.change(host, Map.of("boot_fails", 100));

            var server = UUID.fromString(Api.server(token, Api.flavor()));

            becomes(server, "ERROR");
            show(server).body("server.fault.message", equalTo("The host could not boot the server"));
            assertThat(cloud.holds(server)).isEmpty();
            assertThat(guest(server)).isEqualTo(GuestState.ABSENT);
        }

        private List<String> statuses() {
            return Api.as(token).get("/servers/detail").then().extract().path("servers.status");
        }
    }

    @Nested
    class ADeletion {

        @Test
        void leavesNothing() {
            var server = launched();

            delete(server);

            goes(server);
            assertThat(guest(server)).isEqualTo(GuestState.ABSENT);
            assertThat(cloud.holds(server)).isEmpty();
        }

        @Test
        void inTheMiddleOfALaunchConverges() {
            host = cloud.change(host, Map.of("boot_ms", 600_000));
            var server = UUID.fromString(Api.server(token, Api.flavor()));
            await().untilAsserted(() -> assertThat(cloud.holds(server)).hasSize(2));

            delete(server);

            goes(server);
            assertThat(guest(server)).isEqualTo(GuestState.ABSENT);
            assertThat(cloud.holds(server)).isEmpty();
        }

        @Test
        void ofAServerInErrorWorksToo() {
            cloud.noHosts();
            var server = UUID.fromString(Api.server(token, Api.flavor()));
            becomes(server, "ERROR");

            delete(server);

            goes(server);
        }
    }

    @Nested
    class Power {

        @Test
        void goesOffAndOnAgain() {
            var server = launched();

            act(server, "{\"os-stop\":null}");
            becomes(server, "SHUTOFF");
            assertThat(guest(server)).isEqualTo(GuestState.OFF);

            act(server, "{\"os-start\":null}");
            becomes(server, "ACTIVE");
            assertThat(guest(server)).isEqualTo(GuestState.RUNNING);
        }

        @Test
        void isCycledByAReboot() {
            var server = launched();

            for (var type : List.of("SOFT", "HARD")) {
                act(server, "{\"reboot\":{\"type\":\"%s\"}}".formatted(type));
                becomes(server, "ACTIVE");
                assertThat(guest(server)).isEqualTo(GuestState.RUNNING);
            }
        }

        @Test
        void isNothingThatAServerWithoutAHostHas() {
            cloud.noHosts();
            var server = UUID.fromString(Api.server(token, Api.flavor()));
            becomes(server, "ERROR");

            Api.as(token)
                    .body("{\"os-stop\":null}")
                    .post("/servers/" + server + "/action")
                    .then()
                    .statusCode(409);
            becomes(server, "ERROR");
        }

        @Test
        void staysOffWhenTheHostCannotSwitchItOn() {
            var server = launched();
            act(server, "{\"os-stop\":null}");
            becomes(server, "SHUTOFF");
            host = cloud.change(host, Map.of("boot_fails", 100));

            act(server, "{\"os-start\":null}");

            await().untilAsserted(() -> show(server)
                    .body("server.status", equalTo("SHUTOFF"))
                    .body("server.'OS-EXT-STS:task_state'", nullValue()));
        }
    }
}
