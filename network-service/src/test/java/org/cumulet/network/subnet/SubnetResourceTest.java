package org.cumulet.network.subnet;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cumulet.network.Api;
import org.cumulet.network.NetworkTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NetworkTest
class SubnetResourceTest {

    private final Api api = Api.ofNewProject();
    private String network;

    @BeforeEach
    void aNetwork() {
        network = api.network();
    }

    private Response post(Map<String, ?> attributes) {
        var wish = new HashMap<String, Object>(Map.of("network_id", network, "ip_version", 4));
        wish.putAll(attributes);
        return api.post("/subnets", Map.of("subnet", wish));
    }

    private Map<String, Object> made(Map<String, ?> attributes) {
        var answer = post(attributes);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer.jsonPath().getMap("subnet");
    }

    private Response change(Map<String, Object> subnet, Map<String, ?> attributes) {
        return api.put("/subnets/" + Api.id(subnet), Map.of("subnet", attributes));
    }

    private static String type(Response answer) {
        return answer.jsonPath().getString("NeutronError.type");
    }

    private static Map<String, Object> nulls(String name) {
        var map = new HashMap<String, Object>();
        map.put(name, null);
        return map;
    }

    @Nested
    class ANewSubnet {
        @Test
        void hasAGatewayAndGivesOutTheRest() {
            assertThat(made(Map.of("cidr", "10.0.0.0/24")))
                    .containsEntry("gateway_ip", "10.0.0.1")
                    .containsEntry("enable_dhcp", true)
                    .containsEntry("allocation_pools", List.of(Map.of("start", "10.0.0.2", "end", "10.0.0.254")))
                    .containsEntry("dns_nameservers", List.of())
                    .containsEntry("host_routes", List.of());
            assertThat(api.shown("/networks/" + network).getList("network.subnets"))
                    .hasSize(1);
        }

        @Test
        void doesWithoutAGatewayWhereThatIsSaid() {
            var wish = nulls("gateway_ip");
            wish.put("cidr", "10.0.0.0/24");
            assertThat(made(wish))
                    .containsEntry("gateway_ip", null)
                    .containsEntry("allocation_pools", List.of(Map.of("start", "10.0.0.1", "end", "10.0.0.254")));
        }

        @Test
        void leavesAGatewayInItsMiddleOut() {
            assertThat(made(Map.of("cidr", "10.0.0.0/29", "gateway_ip", "10.0.0.4")))
                    .containsEntry(
                            "allocation_pools",
                            List.of(
                                    Map.of("start", "10.0.0.1", "end", "10.0.0.3"),
                                    Map.of("start", "10.0.0.5", "end", "10.0.0.6")));
        }

        @Test
        void takesServersAndRoutes() {
            var routes = List.of(Map.of("destination", "192.168.0.0/16", "nexthop", "10.0.0.9"));
            assertThat(made(Map.of(
                            "cidr", "10.0.0.0/24", "dns_nameservers", List.of("8.8.8.8"), "host_routes", routes)))
                    .containsEntry("dns_nameservers", List.of("8.8.8.8"))
                    .containsEntry("host_routes", routes);
        }

        @Test
        void mayBeOfIpv6WithAddressesThatAreSetByHand() {
            var subnet = made(Map.of("cidr", "2001:db8::/64", "ip_version", 6));
            assertThat(subnet).containsEntry("gateway_ip", "2001:db8::1").containsEntry("ipv6_ra_mode", null);
            assertThat(Api.address(api.port(network))).isEqualTo("2001:db8::2");
            var advertised = post(Map.of("cidr", "2001:db8:1::/64", "ip_version", 6, "ipv6_ra_mode", "slaac"));
            assertThat(advertised.statusCode()).isEqualTo(400);
            assertThat(advertised.asString()).contains("set by hand");
        }

        @Test
        void mayComeWithOthersButNotOverlapThem() {
            var bulk = List.of(
                    Map.of("network_id", network, "ip_version", 4, "cidr", "10.0.0.0/24"),
                    Map.of("network_id", network, "ip_version", 4, "cidr", "10.0.0.128/25"));
            var answer = api.post("/subnets", Map.of("subnets", bulk));
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(api.ids("subnets", "?network_id=" + network)).isEmpty();
            assertThat(api.ids("ports", "?network_id=" + network)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"cidr":"10.0.0.0/33"}                                                            | HTTPBadRequest
                    {"cidr":"10.0.0.5/24"}                                                            | HTTPBadRequest
                    {"cidr":"10.0.0.0"}                                                               | HTTPBadRequest
                    {"cidr":"host/24"}                                                                | HTTPBadRequest
                    {"cidr":"0.0.0.0/0"}                                                              | InvalidInput
                    {"cidr":"224.0.0.0/8"}                                                            | InvalidInput
                    {"cidr":"127.0.0.0/24"}                                                           | InvalidInput
                    {"cidr":"10.0.0.0/31"}                                                            | InvalidInput
                    {"cidr":"2001:db8::/64"}                                                          | InvalidInput
                    {"cidr":"10.9.0.0/24","gateway_ip":"10.8.0.1"}                                    | InvalidInput
                    {"cidr":"10.9.0.0/24","gateway_ip":"10.9.0.0"}                                    | InvalidInput
                    {"cidr":"10.9.0.0/24","gateway_ip":"2001:db8::1"}                                 | InvalidInput
                    {"cidr":"10.9.0.0/24","gateway_ip":"gateway"}                                     | HTTPBadRequest
                    {"cidr":"10.9.0.0/24","allocation_pools":[{"start":"10.9.0.9","end":"10.9.0.8"}]} | InvalidAllocationPool
                    {"cidr":"10.9.0.0/24","allocation_pools":[{"start":"10.8.0.9","end":"10.9.0.8"}]} | OutOfBoundsAllocationPool
                    {"cidr":"10.9.0.0/24","allocation_pools":[{"start":"10.9.0.9"}]}                  | HTTPBadRequest
                    {"cidr":"10.9.0.0/24","allocation_pools":[{"start":"10.9.0.9","end":"10.9.0.9","x":1}]} | HTTPBadRequest
                    {"cidr":"10.9.0.0/24","dns_nameservers":["dns.example"]}                          | HTTPBadRequest
                    {"cidr":"10.9.0.0/24","dns_nameservers":["8.8.8.8","8.8.8.8"]}                    | HTTPBadRequest
                    {"cidr":"10.9.0.0/24","dns_nameservers":["1.1.1.1","1.1.1.2","1.1.1.3","1.1.1.4","1.1.1.5","1.1.1.6"]} | DNSNameServersExhausted
                    {"cidr":"10.9.0.0/24","host_routes":[{"destination":"x","nexthop":"10.9.0.9"}]}   | HTTPBadRequest
                    {"cidr":"10.9.0.0/24","host_routes":[{"destination":"10.0.0.0/8","nexthop":"10.9.0.9\\nfoo"}]} | HTTPBadRequest
                    {"cidr":"10.9.0.0/24","ip_version":5}                                             | HTTPBadRequest
                    {"cidr":"10.9.0.0/24","ip_version":"four"}                                        | HTTPBadRequest
                    {"cidr":"10.9.0.0/24","subnetpool_id":"aaaaaaaa-0000-4000-8000-000000000001"}     | HTTPBadRequest
                    {"cidr":"10.9.0.0/24","enable_dhcp":"yes"}                                        | HTTPBadRequest
                    {}                                                                                | BadRequest
                    """)
    void aBadOneIsRefusedAndLeavesNothingBehind(String attributes, String type) {
        var rest = attributes.length() > 2 ? "," + attributes.substring(1) : "}";
        var version = attributes.contains("ip_version") ? "" : ",\"ip_version\":4";
        var answer = api.asked()
                .body("{\"subnet\":{\"network_id\":\"" + network + "\"" + version + rest + "}")
                .post(Api.V2 + "/subnets");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(type(answer)).isEqualTo(type);
        assertThat(api.ids("subnets", "?network_id=" + network)).isEmpty();
    }

    @Test
    void twoOfANetworkDoNotOverlapButThoseOfTwoNetworksMay() {
        made(Map.of("cidr", "10.0.0.0/16"));
        var answer = post(Map.of("cidr", "10.0.9.0/24"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.asString()).contains("overlaps with another subnet");
        assertThat(api.subnet(api.network(), "10.0.9.0/24")).isNotEmpty();
    }

    @Test
    void theGatewayIsNotGivenOut() {
        var pools = List.of(Map.of("start", "10.0.0.1", "end", "10.0.0.9"));
        var answer = post(Map.of("cidr", "10.0.0.0/24", "allocation_pools", pools));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(type(answer)).isEqualTo("GatewayConflictWithAllocationPools");
        var overlapping = List.of(
                Map.of("start", "10.0.0.5", "end", "10.0.0.9"), Map.of("start", "10.0.0.9", "end", "10.0.0.20"));
        assertThat(type(post(Map.of("cidr", "10.0.0.0/24", "allocation_pools", overlapping))))
                .isEqualTo("OverlappingAllocationPools");
    }

    @Nested
    class AChange {
        @Test
        void changesWhatItNames() {
            var subnet = made(Map.of("cidr", "10.0.0.0/24", "dns_nameservers", List.of("8.8.8.8")));
            var answer = change(subnet, Map.of("name", "b", "dns_nameservers", List.of("9.9.9.9", "1.1.1.1")));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.jsonPath().<String, Object>getMap("subnet"))
                    .containsEntry("name", "b")
                    .containsEntry("gateway_ip", "10.0.0.1")
                    .containsEntry("dns_nameservers", List.of("9.9.9.9", "1.1.1.1"));
            assertThat(change(subnet, nulls("gateway_ip")).jsonPath().getString("subnet.gateway_ip"))
                    .isNull();
        }

        @Test
        void doesNotTouchWhatASubnetIs() {
            var subnet = made(Map.of("cidr", "10.0.0.0/24"));
            for (var attributes : List.<Map<String, Object>>of(
                    Map.of("cidr", "10.1.0.0/24"), Map.of("ip_version", 6), Map.of("network_id", network))) {
                assertThat(change(subnet, attributes).statusCode()).isEqualTo(400);
            }
        }

        @Test
        void ofThePoolsKeepsTheGatewayOut() {
            var subnet = made(Map.of("cidr", "10.0.0.0/24"));
            var fine = List.of(Map.of("start", "10.0.0.100", "end", "10.0.0.200"));
            assertThat(change(subnet, Map.of("allocation_pools", fine)).statusCode())
                    .isEqualTo(200);
            assertThat(change(subnet, Map.of("gateway_ip", "10.0.0.150")).statusCode())
                    .isEqualTo(409);
            assertThat(Api.address(api.port(network))).isEqualTo("10.0.0.100");
        }

        @Test
        void isNoticedByTheNetwork() {
            var before = api.shown("/networks/" + network).getInt("network.revision_number");
            made(Map.of("cidr", "10.0.0.0/24"));
            assertThat(api.shown("/networks/" + network).getInt("network.revision_number"))
                    .isGreaterThan(before);
        }
    }

    @Nested
    class Dhcp {
        private List<Map<String, Object>> ports() {
            return api.shown("/ports?device_owner=network:dhcp").getList("ports");
        }

        @Test
        void hasOnePortForTheNetworkWithAnAddressOfEachSubnet() {
            made(Map.of("cidr", "10.0.0.0/24"));
            made(Map.of("cidr", "10.1.0.0/24"));
            assertThat(ports()).hasSize(1);
            assertThat(api.shown("/ports?device_owner=network:dhcp").<String>getList("ports[0].fixed_ips.ip_address"))
                    .containsExactly("10.0.0.254", "10.1.0.254");
        }

        @Test
        void comesAndGoesWithTheSwitch() {
            var subnet = made(Map.of("cidr", "10.0.0.0/24", "enable_dhcp", false));
            assertThat(ports()).isEmpty();
            change(subnet, Map.of("enable_dhcp", true));
            assertThat(ports()).hasSize(1);
            change(subnet, Map.of("enable_dhcp", false));
            assertThat(ports()).isEmpty();
        }

        @Test
        void givesWayToAGateway() {
            var subnet = made(Map.of("cidr", "10.0.0.0/24"));
            var pools = List.of(Map.of("start", "10.0.0.2", "end", "10.0.0.100"));
            assertThat(change(subnet, Map.of("gateway_ip", "10.0.0.254", "allocation_pools", pools))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(api.shown("/ports?device_owner=network:dhcp").<String>getList("ports[0].fixed_ips.ip_address"))
                    .containsExactly("10.0.0.100");
        }

        @Test
        void isNoReasonToKeepASubnet() {
            var subnet = made(Map.of("cidr", "10.0.0.0/24"));
            assertThat(api.delete("/subnets/" + Api.id(subnet)).statusCode()).isEqualTo(204);
            assertThat(ports()).isEmpty();
        }
    }

    @Test
    void itsEndWaitsForItsAddresses() {
        var subnet = made(Map.of("cidr", "10.0.0.0/24"));
        var port = api.port(network);
        var answer = api.delete("/subnets/" + Api.id(subnet));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(type(answer)).isEqualTo("SubnetInUse");
        api.delete("/ports/" + Api.id(port));
        assertThat(api.delete("/subnets/" + Api.id(subnet)).statusCode()).isEqualTo(204);
        assertThat(api.get("/subnets/" + Api.id(subnet)).statusCode()).isEqualTo(404);
    }
}
