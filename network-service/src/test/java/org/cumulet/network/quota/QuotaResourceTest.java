package org.cumulet.network.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.cumulet.network.Api;
import org.cumulet.network.NetworkTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@NetworkTest
class QuotaResourceTest {

    private static final Map<String, Object> DEFAULTS =
            Map.of("network", 100, "subnet", 100, "port", 500, "security_group", 10, "security_group_rule", 100);

    private final String project = Api.newProject();
    private final Api api = Api.memberOf(project);
    private final Api admin = Api.admin();

    private void allow(String resource, int amount) {
        assertThat(admin.put("/quotas/" + project, Map.of("quota", Map.of(resource, amount)))
                        .statusCode())
                .isEqualTo(200);
    }

    @Nested
    class TheQuotaOfAProject {
        @Test
        void isTheDefaultUntilSomebodySaysOtherwise() {
            assertThat(api.shown("/quotas/" + project).getMap("quota")).isEqualTo(DEFAULTS);
            allow("network", 7);
            var own = new HashMap<>(DEFAULTS);
            own.put("network", 7);
            assertThat(api.shown("/quotas/" + project).getMap("quota")).isEqualTo(own);
            assertThat(api.shown("/quotas/" + project + "/default").getMap("quota"))
                    .isEqualTo(DEFAULTS);
            assertThat(admin.shown("/quotas").<String>getList("quotas.project_id"))
                    .contains(project);
        }

        @Test
        void goesBackToTheDefault() {
            allow("network", 7);
            assertThat(admin.delete("/quotas/" + project).statusCode()).isEqualTo(204);
            assertThat(api.shown("/quotas/" + project).getMap("quota")).isEqualTo(DEFAULTS);
            assertThat(admin.delete("/quotas/" + project).statusCode()).isEqualTo(404);
        }

        @Test
        void tellsHowMuchIsInUse() {
            var network = api.network();
            api.subnet(network, "10.0.0.0/24");
            api.port(network);
            for (var path : List.of("/details.json", "/details")) {
                var details = api.shown("/quotas/" + project + path);
                assertThat(details.getMap("quota.network")).isEqualTo(Map.of("limit", 100, "used", 1, "reserved", 0));
                assertThat(details.getInt("quota.port.used")).isEqualTo(2);
                assertThat(details.getInt("quota.security_group.used")).isEqualTo(1);
                assertThat(details.getInt("quota.security_group_rule.used")).isEqualTo(4);
            }
        }

        @Test
        void isTheAdministratorsToChange() {
            assertThat(api.put("/quotas/" + project, Map.of("quota", Map.of("network", 7)))
                            .statusCode())
                    .isEqualTo(403);
            assertThat(api.delete("/quotas/" + project).statusCode()).isEqualTo(403);
            assertThat(api.get("/quotas").statusCode()).isEqualTo(403);
            assertThat(Api.ofNewProject().get("/quotas/" + project).statusCode())
                    .isEqualTo(403);
        }

        @Test
        void isAWholeNumberFromMinusOneOn() {
            for (Object bad : List.of(-2, 2147483648L, "many", 1.5, true, List.of())) {
                assertThat(admin.put("/quotas/" + project, Map.of("quota", Map.of("network", bad)))
                                .statusCode())
                        .as("%s", bad)
                        .isEqualTo(400);
            }
            assertThat(admin.put("/quotas/" + project, Map.of("quota", Map.of("router", 1)))
                            .statusCode())
                    .isEqualTo(400);
            assertThat(api.shown("/quotas/" + project).getMap("quota")).isEqualTo(DEFAULTS);
        }
    }

    @Nested
    class WhatIsOver {
        @Test
        void isRefusedWithTheNumbers() {
            allow("network", 1);
            api.network();
            var answer = api.post("/networks", Map.of("network", Map.of()));
            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(answer.jsonPath().getString("NeutronError.type")).isEqualTo("OverQuota");
            assertThat(answer.jsonPath().getString("NeutronError.message"))
                    .isEqualTo("Quota exceeded for resources: ['network']. network: asked for 1, 1 of 1 in use.");
        }

        @Test
        void isRefusedForEachKindOfThing() {
            var network = api.network();
            var group = api.ids("security-groups", "").getFirst();
            for (var resource : List.of("subnet", "port", "security_group", "security_group_rule")) {
                allow(resource, 0);
            }
            for (var wish : Map.<String, Map<String, Object>>of(
                            "subnets", Map.of("network_id", network, "ip_version", 4, "cidr", "10.0.0.0/24"),
                            "ports", Map.of("network_id", network),
                            "security-groups", Map.of("name", "x"),
                            "security-group-rules", Map.of("security_group_id", group, "direction", "ingress"))
                    .entrySet()) {
                var one = wish.getKey().substring(0, wish.getKey().length() - 1).replace('-', '_');
                var answer = api.post("/" + wish.getKey(), Map.of(one, wish.getValue()));
                assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(409);
                assertThat(answer.jsonPath().getString("NeutronError.type")).isEqualTo("OverQuota");
            }
        }

        @Test
        void isNotRefusedWhereThereIsNoLimit() {
            allow("network", -1);
            assertThat(api.network()).isNotEmpty();
        }

        @Test
        void isMeasuredExactlyHoweverManyAskAtOnce() throws Exception {
            allow("network", 20);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var asks = Stream.<Callable<Integer>>generate(() ->
                                () -> api.post("/networks", Map.of("network", Map.of()))
                                        .statusCode())
                        .limit(64)
                        .toList();
                var answers = threads.invokeAll(asks).stream()
                        .map(it -> it.resultNow())
                        .toList();
                assertThat(answers).filteredOn(it -> it == 201).hasSize(20);
                assertThat(answers).filteredOn(it -> it == 409).hasSize(44);
            }
            assertThat(api.ids("networks", "?project_id=" + project)).hasSize(20);
        }

        @Test
        void isTheWholeOfABulkRequest() {
            allow("port", 3);
            var network = api.network();
            var four = java.util.Collections.nCopies(4, Map.of("network_id", network));
            assertThat(api.post("/ports", Map.of("ports", four)).statusCode()).isEqualTo(409);
            assertThat(api.ids("ports", "")).isEmpty();
        }
    }
}
