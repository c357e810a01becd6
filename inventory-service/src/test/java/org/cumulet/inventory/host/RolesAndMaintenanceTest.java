package org.cumulet.inventory.host;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.cumulet.inventory.Api.HOSTS;
import static org.cumulet.inventory.Api.map;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.cumulet.inventory.Api;
import org.cumulet.inventory.InventoryTest;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@InventoryTest
class RolesAndMaintenanceTest {

    private static final String SERVERS = "/compute/v2.1/servers/detail?all_tenants=1&limit=1000";
    private static final String KEY = "SHA256:" + "A".repeat(43);

    private final Api admin = Api.admin();

    @AfterEach
    void clear() {
        computeKnows("");
        admin.clear();
    }

    private static void computeKnows(String server) {
        given().body("{\"servers\": [%s]}".formatted(server))
                .put(ConfigProvider.getConfig().getValue("cumulet.url.compute", String.class) + SERVERS);
    }

    private static ValidatableResponse claim(String consumer) {
        return Api.service()
                .json(Map.of(
                        "claims",
                        List.of(map(
                                "consumer_id",
                                consumer,
                                "project_id",
                                "p",
                                "user_id",
                                "u",
                                "resources",
                                Map.of("VCPU", 1, "MEMORY_MB", 512)))))
                .post(Api.CLAIMS)
                .then()
                .statusCode(200);
    }

    private Set<String> candidates() {
        Map<String, Object> found = admin.as()
                .header("OpenStack-API-Version", "placement 1.17")
                .get("/placement/allocation_candidates?resources=VCPU:1")
                .then()
                .statusCode(200)
                .extract()
                .path("provider_summaries");
        return found.keySet();
    }

    private ValidatableResponse post(String type, String text) {
        return admin.as()
                .contentType(type)
                .body(text.getBytes(UTF_8))
                .post(HOSTS)
                .then();
    }

    private List<String> names(String query) {
        return admin.as().get(HOSTS + query).then().statusCode(200).extract().path("hosts.name");
    }

    private ValidatableResponse begin(String id, String reason) {
        return admin.json(Map.of("maintenance", Map.of("reason", reason)))
                .put(HOSTS + "/" + id + "/maintenance")
                .then();
    }

    @Nested
    class Roles {
        @Test
        void areComputeWhereNothingIsSaid() {
            var id = admin.simulated(1, 4, 4096, 10).getFirst();

            admin.show(id).body("host.roles", equalTo(List.of("compute"))).body("host.labels", equalTo(Map.of()));
        }

        @Test
        void narrowTheListAsLabelsAndZonesDo() {
            admin.simulated(1, 4, 4096, 10, "labels", Map.of("rack", "r1"), "availability_zone", "az1");
            var both = admin.simulated(
                            1, 4, 4096, 10, "roles", List.of("gateway", "compute"), "labels", Map.of("rack", "r2"))
                    .getFirst();

            assertThat(names("?role=compute")).hasSize(2);
            assertThat(names("?role=gateway")).containsExactly(admin.name(both));
            assertThat(names("?label=rack=r2")).containsExactly(admin.name(both));
            assertThat(names("?label=rack=r3")).isEmpty();
            assertThat(names("?availability_zone=az1")).hasSize(1);
            admin.show(both).body("host.roles", equalTo(List.of("compute", "gateway")));
            admin.as().get(HOSTS + "?role=king").then().statusCode(400);
            admin.as().get(HOSTS + "?label=rack").then().statusCode(400);
        }

        @Test
        void withoutComputeMeanThatNoServersComeHere() {
            var id = admin.simulated(1, 4, 4096, 10).getFirst();
            admin.change(id, "roles", List.of("storage"), "labels", Map.of("a", "b"))
                    .statusCode(200)
                    .body("host.roles", equalTo(List.of("storage")))
                    .body("host.labels.a", equalTo("b"));

            claim(UUID.randomUUID().toString())
                    .body("claims[0].host", nullValue())
                    .body("claims[0].refusal.reasons.role", equalTo(1))
                    .body("claims[0].refusal.message", containsString("1 is not there for servers"));
            assertThat(candidates()).isEmpty();
            admin.change(id, "roles", List.of("compute")).statusCode(200);
            assertThat(candidates()).containsExactly(id);
        }
    }

    @Nested
    class Maintenance {
        @Test
        void keepsNewServersAwayAndNamesThoseThatAreThere() {
            var id = admin.simulated(1, 4, 4096, 10).getFirst();
            var server = UUID.randomUUID().toString();
            claim(server);
            computeKnows("{\"id\": \"%s\", \"name\": \"web-1\", \"status\": \"ACTIVE\"}".formatted(server));

            begin(id, "new disks")
                    .statusCode(200)
                    .body("host.maintenance_since", notNullValue())
                    .body("host.maintenance_reason", equalTo("new disks"))
                    .body("servers", hasSize(1))
                    .body("servers[0].id", equalTo(server))
                    .body("servers[0].name", equalTo("web-1"))
                    .body("servers[0].status", equalTo("ACTIVE"))
                    .body("servers[0].project_id", equalTo("p"))
                    .body("servers[0].resources.MEMORY_MB", equalTo(512));

            claim(UUID.randomUUID().toString())
                    .body("claims[0].refusal.reasons.maintenance", equalTo(1))
                    .body("claims[0].refusal.message", containsString("1 is in maintenance"));
            claim(server).body("claims[0].host.id", equalTo(id));
            assertThat(candidates()).isEmpty();
        }

        @Test
        void endsWhenSomebodySaysSo() {
            var id = admin.simulated(1, 4, 4096, 10).getFirst();
            begin(id, "").statusCode(200).body("servers", empty());

            admin.as()
                    .delete(HOSTS + "/" + id + "/maintenance")
                    .then()
                    .statusCode(200)
                    .body("host.maintenance_since", nullValue())
                    .body("host.maintenance_reason", nullValue());

            assertThat(candidates()).containsExactly(id);
            claim(UUID.randomUUID().toString()).body("claims[0].host.id", equalTo(id));
        }

        @Test
        void ofAHostThatIsNotThereIsNotFound() {
            begin(UUID.randomUUID().toString(), "x").statusCode(404);
            begin(admin.simulated(1, 1, 1024, 1).getFirst(), "a\nb").statusCode(400);
        }
    }

    @Test
    void aRemovalThatIsRefusedNamesWhoLivesThere() {
        var id = admin.simulated(1, 4, 4096, 10).getFirst();
        var server = UUID.randomUUID().toString();
        claim(server);
        computeKnows("{\"id\": \"%s\", \"name\": \"web-1\", \"status\": \"ACTIVE\"}".formatted(server));

        admin.delete(id)
                .statusCode(409)
                .body("error.message", containsString("1 server: web-1 (%s)".formatted(server)));

        admin.as().get(HOSTS + "/" + id + "/servers").then().body("servers.name", equalTo(List.of("web-1")));
    }

    @Nested
    class ManyAtOnce {
        @Test
        void mayBeLinesOfJson() {
            var lines = """
                    {"name": "c1", "address": "127.0.99.1", "host_key": "%1$s", "roles": ["compute", "storage"]}

                    {"name": "c2", "address": "127.0.99.2", "trust_host_key": true}
                    """.formatted(KEY);

            post("application/x-ndjson", lines)
                    .statusCode(202)
                    .body("hosts.name", equalTo(List.of("c1", "c2")))
                    .body("hosts[0].roles", equalTo(List.of("compute", "storage")));
        }

        @Test
        void areRefusedTogetherWithTheLineThatIsWrong() {
            for (var wrong : List.of("{\"name\": \"a/b\"}", "{\"name\": 1}", "{\"colour\": 1}", "[]", "{", "x")) {
                post(
                                "application/x-ndjson",
                                "{\"name\": \"c2\", \"address\": \"127.0.99.2\", \"trust_host_key\": true}\n" + wrong)
                        .statusCode(400)
                        .body("error.message", containsString("Line 2: "));
            }
            post("application/x-ndjson", "\n\n").statusCode(400);
            assertThat(names("")).isEmpty();
        }

        @Test
        void mayBeAnInventoryOfAnsible() {
            var inventory = """
                    # what we had
                    [controllers]
                    ctl ansible_host=127.0.99.10

                    [computes]
                    compute[01:03]
                    [rack7]
                    compute02 ansible_port=2222 ; a comment
                    [all:vars]
                    cumulet_trust_host_key=yes
                    ansible_user="ops"
                    [computes:vars]
                    ansible_become=true
                    cumulet_availability_zone=az1
                    [site:children]
                    computes
                    """;

            post("text/x-ansible-inventory", inventory)
                    .statusCode(202)
                    .body("hosts.name", equalTo(List.of("ctl", "compute01", "compute02", "compute03")))
                    .body("hosts[0].roles", equalTo(List.of("controller")))
                    .body("hosts[0].address", equalTo("127.0.99.10"))
                    .body("hosts[0].user", equalTo("ops"))
                    .body("hosts[0].availability_zone", equalTo("nova"))
                    .body("hosts[2].roles", equalTo(List.of("compute")))
                    .body("hosts[2].address", equalTo("compute02"))
                    .body("hosts[2].port", equalTo(2222))
                    .body("hosts[2].availability_zone", equalTo("az1"))
                    .body("hosts[2].labels", equalTo(Map.of("group/rack7", "", "group/site", "")));
        }

        @Test
        void ofAnInventoryAreHeldToTheSameRules() {
            for (var wrong : List.of(
                    "a ansible_host=$(reboot) cumulet_trust_host_key=yes",
                    "a ansible_user=-oProxyCommand=x cumulet_trust_host_key=yes",
                    "a ansible_port=none cumulet_trust_host_key=yes",
                    "a ansible_host=\"unended",
                    "a[5:1]",
                    "a[1:5000]",
                    "a")) {
                post("text/x-ansible-inventory", wrong).statusCode(400);
            }
            assertThat(names("")).isEmpty();
        }
    }
}
