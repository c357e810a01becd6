package org.cumulet.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// The attacks of our list that are aimed at networks, by their numbers there.
@NetworkTest
class SecurityCasesTest {

    private final String project = Api.newProject();
    private final Api api = Api.memberOf(project);
    private String network;

    @BeforeEach
    void aNetwork() {
        network = api.network();
        api.subnet(network, "10.0.0.0/24");
    }

    private static void refused(Response answer, int status) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.jsonPath().<String, String>getMap("NeutronError"))
                .containsOnlyKeys("type", "message", "detail");
    }

    @Nested
    class Row26NonsenseInSecurityRules {
        private String group;

        @BeforeEach
        void aGroup() {
            group = Api.id(api.made("security-groups", Map.of("name", "web")));
        }

        private Response rule(Map<String, ?> attributes) {
            var wish = new HashMap<String, Object>(Map.of("security_group_id", group, "direction", "ingress"));
            wish.putAll(attributes);
            return api.post("/security-group-rules", Map.of("security_group_rule", wish));
        }

        private int rules() {
            return api.ids("security-group-rules", "?security_group_id=" + group)
                    .size();
        }

        @Test
        void portsWithVrrpAreRefused() {
            refused(rule(Map.of("protocol", "vrrp", "port_range_min", 1, "port_range_max", 2)), 400);
            refused(rule(Map.of("protocol", 112, "port_range_min", 1, "port_range_max", 2)), 400);
            assertThat(rules()).isEqualTo(2);
        }

        @Test
        void icmpTypesThatDoNotExistAreRefused() {
            refused(rule(Map.of("protocol", "icmp", "port_range_min", 256, "port_range_max", 0)), 400);
            refused(rule(Map.of("protocol", "icmp", "port_range_min", 8, "port_range_max", 256)), 400);
            refused(rule(Map.of("protocol", "icmp", "port_range_min", -5)), 400);
            assertThat(rules()).isEqualTo(2);
        }

        @Test
        void aPrefixOf33BitsIsRefused() {
            refused(rule(Map.of("remote_ip_prefix", "0.0.0.0/33")), 400);
            refused(rule(Map.of("remote_ip_prefix", "::/129", "ethertype", "IPv6")), 400);
            assertThat(rules()).isEqualTo(2);
        }

        @Test
        void overlappingRangesStandSideBySide() {
            var range = Map.of("protocol", "tcp", "port_range_min", 1, "port_range_max", 100);
            var within = Map.of("protocol", "tcp", "port_range_min", 50, "port_range_max", 60);
            assertThat(rule(range).statusCode()).isEqualTo(201);
            assertThat(rule(within).statusCode()).isEqualTo(201);
            assertThat(rules()).isEqualTo(4);
        }

        @Test
        void tenThousandRulesAreTooMany() {
            var all = new ArrayList<Map<String, Object>>();
            for (var port = 1; port <= 10_000; port++) {
                all.add(Map.of(
                        "security_group_id", group,
                        "direction", "ingress",
                        "protocol", "tcp",
                        "port_range_min", port,
                        "port_range_max", port));
            }
            refused(api.post("/security-group-rules", Map.of("security_group_rules", all)), 400);
            refused(api.post("/security-group-rules", Map.of("security_group_rules", all.subList(0, 1_000))), 409);
            assertThat(rules()).isEqualTo(2);
        }

        @Test
        void oneBadRuleDoesNotBlockTheOthers() {
            refused(rule(Map.of("protocol", "tcp", "port_range_min", 9, "port_range_max", 1)), 400);
            assertThat(rule(Map.of("protocol", "tcp", "port_range_min", 1, "port_range_max", 9))
                            .statusCode())
                    .isEqualTo(201);
        }
    }

    @Nested
    class Row27WhatMembersMayNotSet {
        private Response port(Map<String, ?> attributes) {
            var wish = new HashMap<String, Object>(Map.of("network_id", network));
            wish.putAll(attributes);
            return api.post("/ports", Map.of("port", wish));
        }

        private Response change(String port, Map<String, ?> attributes) {
            return api.put("/ports/" + port, Map.of("port", attributes));
        }

        private void nothingChanged(String port, Runnable attempt) {
            var before = api.shown("/ports/" + port).getMap("port");
            var all = api.ids("ports", "");
            attempt.run();
            assertThat(api.shown("/ports/" + port).getMap("port")).isEqualTo(before);
            assertThat(api.ids("ports", "")).isEqualTo(all);
        }

        @Test
        void anOwnerThatIsTheNetworkItself() {
            var port = Api.id(api.port(network));
            for (var owner : List.of("network:dhcp", "network:router_interface", "network:floatingip", "network:x")) {
                nothingChanged(port, () -> {
                    refused(port(Map.of("device_owner", owner)), 403);
                    refused(change(port, Map.of("device_owner", owner)), 403);
                });
            }
        }

        @Test
        void aDeviceOfAnotherProject() {
            var other = Api.ofNewProject();
            var device = UUID.randomUUID().toString();
            other.made("ports", Map.of("network_id", other.network(), "device_id", device));
            var port = Api.id(api.port(network));
            nothingChanged(port, () -> {
                refused(port(Map.of("device_id", device)), 403);
                refused(change(port, Map.of("device_id", device)), 403);
            });
            assertThat(port(Map.of("device_id", UUID.randomUUID().toString())).statusCode())
                    .isEqualTo(201);
        }

        @Test
        void pairsThatCoverEveryAddress() {
            var port = Api.id(api.port(network));
            for (var everything : List.of("0.0.0.0/0", "::/0", "10.0.0.0/0")) {
                var pairs = Map.of("allowed_address_pairs", List.of(Map.of("ip_address", everything)));
                nothingChanged(port, () -> {
                    refused(port(pairs), 403);
                    refused(change(port, pairs), 403);
                });
            }
        }

        @Test
        void morePairsThanTen() {
            var pairs = new ArrayList<Map<String, String>>();
            for (var i = 1; i <= 11; i++) {
                pairs.add(Map.of("ip_address", "10.0.0." + i));
            }
            refused(port(Map.of("allowed_address_pairs", pairs)), 400);
            assertThat(port(Map.of("allowed_address_pairs", pairs.subList(0, 10)))
                            .statusCode())
                    .isEqualTo(201);
        }

        @Test
        void whereANetworkTravelsAndWhereAPortIs() {
            for (var attribute : Map.<String, Object>of(
                            "provider:network_type",
                            "flat",
                            "provider:physical_network",
                            "physnet1",
                            "provider:segmentation_id",
                            7,
                            "shared",
                            true,
                            "router:external",
                            true)
                    .entrySet()) {
                refused(
                        api.post("/networks", Map.of("network", Map.of(attribute.getKey(), attribute.getValue()))),
                        403);
                refused(
                        api.put(
                                "/networks/" + network,
                                Map.of("network", Map.of(attribute.getKey(), attribute.getValue()))),
                        403);
            }
            var port = Api.id(api.port(network));
            for (var attributes : List.<Map<String, Object>>of(
                    Map.of("binding:host_id", "host"), Map.of("binding:profile", Map.of("a", 1)))) {
                nothingChanged(port, () -> {
                    refused(port(attributes), 403);
                    refused(change(port, attributes), 403);
                });
            }
        }

        @Test
        void theHardwareAddressOfSomebodyElse() {
            var mine = api.port(network);
            refused(port(Map.of("mac_address", mine.get("mac_address"))), 409);
            var other = Api.id(api.port(network));
            refused(change(other, Map.of("mac_address", mine.get("mac_address"))), 409);
            Api.admin().put("/networks/" + network, Map.of("network", Map.of("shared", true)));
            var guest = Api.ofNewProject();
            refused(
                    guest.post(
                            "/ports",
                            Map.of("port", Map.of("network_id", network, "mac_address", "fa:16:3e:00:00:01"))),
                    403);
        }

        @Test
        void textsWithoutEnd() {
            for (var attribute : List.of("name", "description", "device_id", "device_owner", "dns_name")) {
                refused(port(Map.of(attribute, "a".repeat(256))), 400);
            }
            refused(port(Map.of("fixed_ips", java.util.Collections.nCopies(6, Map.of("ip_address", "10.0.0.9")))), 400);
            refused(port(Map.of("security_groups", java.util.Collections.nCopies(1_001, "x"))), 400);
            refused(
                    Api.service()
                            .post(
                                    "/ports",
                                    Map.of(
                                            "port",
                                            Map.of(
                                                    "network_id", network,
                                                    "project_id", project,
                                                    "binding:profile", Map.of("a", "b".repeat(5_000))))),
                    400);
        }
    }

    @Nested
    class Row28WordsThatADaemonWouldMisread {
        private Response port(Map<String, ?> attributes) {
            var wish = new HashMap<String, Object>(Map.of("network_id", network));
            wish.putAll(attributes);
            return api.post("/ports", Map.of("port", wish));
        }

        private Response option(String name, String value) {
            return port(Map.of("extra_dhcp_opts", List.of(Map.of("opt_name", name, "opt_value", value))));
        }

        @Test
        void areRefusedInNamesOfDhcpOptions() {
            for (var name : List.of(
                    "mtu\ndhcp-script=/tmp/x",
                    "mtu,1",
                    "option:mtu",
                    "tag:x",
                    "",
                    "6 6",
                    "0",
                    "255",
                    "-1",
                    "MTU",
                    "a".repeat(64))) {
                refused(option(name, "1"), 400);
            }
            assertThat(api.ids("ports", "?device_owner=")).isEmpty();
        }

        @Test
        void areRefusedInValuesOfDhcpOptions() {
            for (var value : List.of(
                    "a\nb",
                    "a\rb",
                    "a\u0000b",
                    "",
                    ",",
                    "a,",
                    ",a",
                    "a,,b",
                    "a\"b",
                    "a'b",
                    "$(id)",
                    "`id`",
                    "a;b",
                    "a|b",
                    " a",
                    "a\\b",
                    "a#b",
                    "é")) {
                refused(option("bootfile-name", value), 400);
            }
            assertThat(option("dns-server", "8.8.8.8,8.8.4.4").statusCode()).isEqualTo(201);
        }

        @Test
        void areRefusedInNamesOfMachinesAndDomains() {
            for (var name : List.of("a,b", "a\nb", "a b", "-a", "a-", "a.b", "a_b", "a".repeat(64), "$(id)")) {
                refused(port(Map.of("dns_name", name)), 400);
            }
            for (var domain : List.of("a", "a b.", "a,b.", "a\n.", "-a.", "..", "a..b.")) {
                refused(api.post("/networks", Map.of("network", Map.of("dns_domain", domain))), 400);
            }
        }

        @Test
        void areRefusedInEveryText() {
            for (var text : List.of("a\nb", "a\u0000b", "a\u001b[31mb", "a\r\nSet-Cookie: x")) {
                for (var attribute : List.of("name", "description", "device_id", "device_owner")) {
                    refused(port(Map.of(attribute, text)), 400);
                }
                refused(api.post("/networks", Map.of("network", Map.of("name", text))), 400);
                refused(api.put("/networks/" + network, Map.of("network", Map.of("description", text))), 400);
                refused(api.post("/security-groups", Map.of("security_group", Map.of("description", text))), 400);
            }
        }

        @Test
        void areRefusedInNamesOfHosts() {
            for (var host : List.of("a b", "a;b", "../x", "-oProxyCommand=id", "a\nb", "a/b")) {
                refused(
                        Api.service()
                                .post(
                                        "/ports",
                                        Map.of(
                                                "port",
                                                Map.of(
                                                        "network_id", network,
                                                        "project_id", project,
                                                        "binding:host_id", host))),
                        400);
            }
        }
    }
}
