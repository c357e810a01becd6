package org.cumulet.network.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.cumulet.network.Api;
import org.cumulet.network.NetworkTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@NetworkTest
class PortResourceTest {

    private final String project = Api.newProject();
    private final Api api = Api.memberOf(project);
    private String network;
    private String subnet;

    @BeforeEach
    void aNetworkWithASubnet() {
        network = api.network();
        subnet = api.subnet(network, "10.0.0.0/24");
    }

    private Response post(Map<String, ?> attributes) {
        return post(api, attributes);
    }

    private Response post(Api as, Map<String, ?> attributes) {
        var wish = new HashMap<String, Object>(Map.of("network_id", network));
        wish.putAll(attributes);
        return as.post("/ports", Map.of("port", wish));
    }

    private Map<String, Object> made(Map<String, ?> attributes) {
        var answer = post(attributes);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer.jsonPath().getMap("port");
    }

    private Response change(Map<String, Object> port, Map<String, ?> attributes) {
        return api.put("/ports/" + Api.id(port), Map.of("port", attributes));
    }

    private static void refused(Response answer, int status, String type) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.jsonPath().getString("NeutronError.type")).isEqualTo(type);
    }

    @Nested
    class ANewPort {
        @Test
        void hasAnAddressAHardwareAddressAndTheDefaultGroup() {
            var port = made(Map.of("name", "web"));
            assertThat(port)
                    .containsEntry("name", "web")
                    .containsEntry("status", "DOWN")
                    .containsEntry("project_id", project)
                    .containsEntry("device_id", "")
                    .containsEntry("device_owner", "")
                    .containsEntry("port_security_enabled", true)
                    .containsEntry("binding:vnic_type", "normal")
                    .containsEntry("fixed_ips", List.of(Map.of("subnet_id", subnet, "ip_address", "10.0.0.2")))
                    .doesNotContainKey("binding:host_id");
            assertThat((String) port.get("mac_address")).matches("fa:16:3e(:[0-9a-f]{2}){3}");
            var standard = api.ids("security-groups", "?name=default");
            assertThat(port).containsEntry("security_groups", standard);
        }

        @Test
        void hasOneAddressOfEachVersion() {
            api.made("subnets", Map.of("network_id", network, "ip_version", 6, "cidr", "2001:db8::/64"));
            api.subnet(network, "10.1.0.0/24");
            var addresses = api.shown("/ports/" + Api.id(made(Map.of()))).<String>getList("port.fixed_ips.ip_address");
            assertThat(addresses).containsExactly("10.0.0.2", "2001:db8::2");
        }

        @Test
        void hasNoAddressWhereThereIsNoSubnet() {
            assertThat(api.port(api.network())).containsEntry("fixed_ips", List.of());
        }

        @Test
        void hasTheAddressItAsksFor() {
            assertThat(Api.address(made(Map.of("fixed_ips", List.of(Map.of("ip_address", "10.0.0.77"))))))
                    .isEqualTo("10.0.0.77");
            var other = api.subnet(network, "10.1.0.0/24");
            assertThat(Api.address(made(Map.of("fixed_ips", List.of(Map.of("subnet_id", other))))))
                    .isEqualTo("10.1.0.2");
            assertThat(made(Map.of("fixed_ips", List.of()))).containsEntry("fixed_ips", List.of());
        }

        @Test
        void doesNotGetAnAddressThatIsInUseOrElsewhere() {
            made(Map.of("fixed_ips", List.of(Map.of("ip_address", "10.0.0.77"))));
            refused(post(Map.of("fixed_ips", List.of(Map.of("ip_address", "10.0.0.77")))), 409, "IpAddressInUse");
            refused(post(Map.of("fixed_ips", List.of(Map.of("ip_address", "10.9.0.77")))), 400, "InvalidIpForNetwork");
            refused(post(Map.of("fixed_ips", List.of(Map.of("ip_address", "10.0.0.255")))), 400, "InvalidIpForSubnet");
            refused(
                    post(Map.of(
                            "fixed_ips",
                            List.of(Map.of("subnet_id", UUID.randomUUID().toString())))),
                    400,
                    "InvalidInput");
            refused(
                    post(Map.of(
                            "fixed_ips",
                            List.of(Map.of("ip_address", "10.0.0.78"), Map.of("ip_address", "10.0.0.78")))),
                    409,
                    "IpAddressInUse");
        }

        @Test
        void isRefusedWhereNoAddressIsLeft() {
            var small = api.network();
            api.subnet(small, "10.2.0.0/29");
            for (var i = 0; i < 4; i++) {
                api.port(small);
            }
            refused(api.post("/ports", Map.of("port", Map.of("network_id", small))), 409, "IpAddressGenerationFailure");
            assertThat(api.ids("ports", "?network_id=" + small + "&device_owner="))
                    .hasSize(4);
        }

        @Test
        void doesNotGetAnAddressAgainThatWasJustGivenBack() {
            var first = made(Map.of());
            api.delete("/ports/" + Api.id(first));
            assertThat(Api.address(made(Map.of()))).isNotEqualTo(Api.address(first));
        }

        @Test
        void hasTheHardwareAddressItAsksForUnlessItIsInUse() {
            assertThat(made(Map.of("mac_address", "FA:16:3E:11:22:33")))
                    .containsEntry("mac_address", "fa:16:3e:11:22:33");
            refused(post(Map.of("mac_address", "fa:16:3e:11:22:33")), 409, "MacAddressInUse");
            refused(post(Map.of("mac_address", "01:00:5e:11:22:33")), 400, "HTTPBadRequest");
        }

        @Test
        void isInTheGroupsItAsksFor() {
            var group = Api.id(api.made("security-groups", Map.of("name", "web")));
            assertThat(made(Map.of("security_groups", List.of(group))))
                    .containsEntry("security_groups", List.of(group));
            assertThat(made(Map.of("security_groups", List.of()))).containsEntry("security_groups", List.of());
            refused(
                    post(Map.of("security_groups", List.of(UUID.randomUUID().toString()))),
                    404,
                    "SecurityGroupNotFound");
        }

        @Test
        void isTrustedWithoutGroupsOnly() {
            assertThat(made(Map.of("port_security_enabled", false)))
                    .containsEntry("security_groups", List.of())
                    .containsEntry("port_security_enabled", false);
            var group = Api.id(api.made("security-groups", Map.of("name", "web")));
            refused(
                    post(Map.of("port_security_enabled", false, "security_groups", List.of(group))),
                    400,
                    "PortSecurityAndIPRequiredForSecurityGroups");
            refused(
                    post(Map.of(
                            "port_security_enabled",
                            false,
                            "allowed_address_pairs",
                            List.of(Map.of("ip_address", "10.0.0.9")))),
                    409,
                    "AddressPairAndPortSecurityRequired");
        }

        @Test
        void isCalledByItsName() {
            var port = made(Map.of("dns_name", "Web"));
            assertThat(port)
                    .containsEntry("dns_name", "web")
                    .containsEntry(
                            "dns_assignment",
                            List.of(Map.of(
                                    "hostname", "web", "ip_address", "10.0.0.2", "fqdn", "web.openstacklocal.")));
        }
    }

    @Nested
    class ManyNewPorts {
        @Test
        void comeAllOrNotAtAll() {
            var good = Map.of("network_id", network);
            var bad = Map.of("network_id", network, "fixed_ips", List.of(Map.of("ip_address", "10.9.0.1")));
            var answer = api.post("/ports", Map.of("ports", List.of(good, good, bad)));
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(api.ids("ports", "?device_owner=")).isEmpty();
        }

        @Test
        void comeQuickly() {
            var large = api.network();
            api.subnet(large, "10.4.0.0/22");
            Api.admin().put("/quotas/" + project, Map.of("quota", Map.of("port", -1)));
            var bulk = Map.of("ports", Collections.nCopies(200, Map.of("network_id", large)));
            var answers =
                    Stream.generate(() -> api.post("/ports", bulk)).limit(4).toList();
            assertThat(answers).extracting(Response::statusCode).containsOnly(201);
            assertThat(answers.stream().mapToLong(Response::time).min().orElseThrow())
                    .isLessThan(1_000);
            assertThat(answers.stream()
                            .flatMap(it ->
                                    it.jsonPath().<String>getList("ports.fixed_ips.ip_address.flatten()").stream()))
                    .doesNotHaveDuplicates()
                    .hasSize(800);
        }

        @Test
        void areNotEndlesslyMany() {
            var answer = api.post("/ports", Map.of("ports", Collections.nCopies(2_001, Map.of("network_id", network))));
            assertThat(answer.statusCode()).isEqualTo(400);
        }
    }

    @Nested
    class APortForAMachine {
        private final String device = UUID.randomUUID().toString();

        private Map<String, Object> wish() {
            return Map.of(
                    "network_id", network,
                    "project_id", project,
                    "device_id", device,
                    "device_owner", "compute:nova",
                    "binding:host_id", "simulated-1");
        }

        @Test
        void isMadeByTheServiceThatRunsTheMachine() {
            var port = Api.service().made("ports", wish());
            assertThat(port)
                    .containsEntry("project_id", project)
                    .containsEntry("binding:host_id", "simulated-1")
                    .containsEntry("binding:vif_type", "bridge")
                    .containsEntry(
                            "binding:vif_details",
                            Map.of(
                                    "bridge",
                                    "cb-" + network.substring(0, 11),
                                    "tap",
                                    "tap" + Api.id(port).substring(0, 11),
                                    "connectivity",
                                    "l2",
                                    "port_filter",
                                    true));
            assertThat(Api.service().ids("ports", "?device_id=" + device)).containsExactly(Api.id(port));
            assertThat(api.shown("/ports/" + Api.id(port)).<String, Object>getMap("port"))
                    .doesNotContainKeys("binding:host_id", "binding:vif_type", "binding:vif_details");
        }

        @Test
        void goesWithAllOthersOfTheMachine() {
            Api.service().post("/ports", Map.of("ports", List.of(wish(), wish())));
            var path = "/network/v1/devices/" + device + "/ports";
            assertThat(Api.service().asked().delete(path).statusCode()).isEqualTo(204);
            assertThat(Api.service().ids("ports", "?device_id=" + device)).isEmpty();
            assertThat(Api.service().asked().delete(path).statusCode()).isEqualTo(204);
            assertThat(api.asked().delete(path).statusCode()).isEqualTo(403);
        }

        @Test
        void isNotMadeOnANetworkThatIsNotTheProjects() {
            var others = Api.ofNewProject().network();
            var wish = new HashMap<>(wish());
            wish.put("network_id", others);
            refused(Api.service().post("/ports", Map.of("port", wish)), 404, "NetworkNotFound");
        }

        @Test
        void keepsItsHardwareAddress() {
            var port = Api.service().made("ports", wish());
            refused(change(port, Map.of("mac_address", "fa:16:3e:11:22:44")), 409, "PortBound");
        }

        @Test
        void isUnboundWhereItIsOnNoHost() {
            var port = Api.service().made("ports", wish());
            var answer = Api.service()
                    .put("/ports/" + Api.id(port), Map.of("port", Map.of("binding:host_id", "", "device_id", "")));
            assertThat(answer.jsonPath().<String, Object>getMap("port"))
                    .containsEntry("binding:vif_type", "unbound")
                    .containsEntry("binding:host_id", "")
                    .containsEntry("status", "DOWN");
        }
    }

    @Nested
    class AChange {
        @Test
        void changesWhatItNames() {
            var port = made(Map.of("name", "a"));
            var answer = change(port, Map.of("name", "b", "dns_name", "db"));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.jsonPath().<String, Object>getMap("port"))
                    .containsEntry("name", "b")
                    .containsEntry("dns_name", "db")
                    .containsEntry("fixed_ips", port.get("fixed_ips"))
                    .containsEntry("security_groups", port.get("security_groups"))
                    .containsEntry("revision_number", 2);
        }

        @Test
        void ofAddressesFreesTheOldOnes() {
            var port = made(Map.of());
            assertThat(change(port, Map.of("fixed_ips", List.of(Map.of("ip_address", "10.0.0.99"))))
                            .jsonPath()
                            .<String>getList("port.fixed_ips.ip_address"))
                    .containsExactly("10.0.0.99");
            assertThat(Api.address(made(Map.of("fixed_ips", List.of(Map.of("ip_address", "10.0.0.2"))))))
                    .isEqualTo("10.0.0.2");
        }

        @Test
        void ofAddressesKeepsThoseThatAreAskedForAgain() {
            var port = made(Map.of());
            var both = List.of(Map.of("subnet_id", subnet), Map.of("ip_address", "10.0.0.99"));
            assertThat(change(port, Map.of("fixed_ips", both)).jsonPath().<String>getList("port.fixed_ips.ip_address"))
                    .containsExactlyInAnyOrder("10.0.0.2", "10.0.0.99");
            var answer = change(port, Map.of("fixed_ips", List.of(Map.of("ip_address", "10.9.0.1"))));
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(api.shown("/ports/" + Api.id(port)).<String>getList("port.fixed_ips.ip_address"))
                    .hasSize(2);
        }

        @Test
        void ofTheHardwareAddressMayBeLeftToUs() {
            var port = made(Map.of());
            var nothing = new HashMap<String, Object>();
            nothing.put("mac_address", null);
            var mac = change(port, nothing).jsonPath().getString("port.mac_address");
            assertThat(mac).matches("fa:16:3e(:[0-9a-f]{2}){3}").isNotEqualTo(port.get("mac_address"));
        }

        @Test
        void movesItToOtherGroups() {
            var port = made(Map.of());
            var group = Api.id(api.made("security-groups", Map.of("name", "web")));
            assertThat(change(port, Map.of("security_groups", List.of(group)))
                            .jsonPath()
                            .<String>getList("port.security_groups"))
                    .containsExactly(group);
            assertThat(change(port, Map.of("port_security_enabled", false)).statusCode())
                    .isEqualTo(400);
            var off = Map.of("port_security_enabled", false, "security_groups", List.of());
            assertThat(change(port, off).statusCode()).isEqualTo(200);
        }

        @Test
        void ofDhcpOptionsGoesByTheirNames() {
            var port = made(Map.of(
                    "extra_dhcp_opts",
                    List.of(
                            Map.of("opt_name", "bootfile-name", "opt_value", "pxelinux.0"),
                            Map.of("opt_name", "150", "opt_value", "10.0.0.9", "ip_version", 4))));
            var gone = new HashMap<String, Object>();
            gone.put("opt_name", "150");
            gone.put("opt_value", null);
            var options = List.of(gone, Map.of("opt_name", "bootfile-name", "opt_value", "grub"));
            assertThat(change(port, Map.of("extra_dhcp_opts", options))
                            .jsonPath()
                            .<Map<String, Object>>getList("port.extra_dhcp_opts"))
                    .containsExactly(Map.of("opt_name", "bootfile-name", "opt_value", "grub", "ip_version", 4));
        }
    }

    @Nested
    class OnASharedNetwork {
        private final Api guest = Api.ofNewProject();

        @BeforeEach
        void shared() {
            Api.admin().put("/networks/" + network, Map.of("network", Map.of("shared", true)));
        }

        @Test
        void anybodyMayHavePortsAndTheOwnerSeesThem() {
            var port = post(guest, Map.of()).jsonPath().getString("port.id");
            assertThat(api.get("/ports/" + port).statusCode()).isEqualTo(200);
            assertThat(api.ids("ports", "")).contains(port);
            assertThat(api.put("/ports/" + port, Map.of("port", Map.of("name", "mine")))
                            .statusCode())
                    .isEqualTo(403);
            assertThat(api.delete("/ports/" + port).statusCode()).isEqualTo(204);
        }

        @Test
        void guestsChooseASubnetButNeitherAddressesNorTrust() {
            assertThat(post(guest, Map.of("fixed_ips", List.of(Map.of("subnet_id", subnet))))
                            .statusCode())
                    .isEqualTo(201);
            for (var attributes : List.<Map<String, Object>>of(
                    Map.of("fixed_ips", List.of(Map.of("ip_address", "10.0.0.66"))),
                    Map.of("mac_address", "fa:16:3e:00:00:66"),
                    Map.of("port_security_enabled", false),
                    Map.of("allowed_address_pairs", List.of(Map.of("ip_address", "10.0.0.66"))))) {
                refused(post(guest, attributes), 403, "PolicyNotAuthorized");
            }
        }
    }

    @Test
    void thePortOfTheNetworkItselfIsNotForMembers() {
        var dhcp = api.ids("ports", "?device_owner=network:dhcp").getFirst();
        refused(api.delete("/ports/" + dhcp), 409, "ServicePortInUse");
        assertThat(Api.admin().delete("/ports/" + dhcp).statusCode()).isEqualTo(204);
    }

    @Test
    void anEndFreesTheAddress() {
        var port = made(Map.of("fixed_ips", List.of(Map.of("ip_address", "10.0.0.50"))));
        assertThat(api.delete("/ports/" + Api.id(port)).statusCode()).isEqualTo(204);
        assertThat(api.get("/ports/" + Api.id(port)).statusCode()).isEqualTo(404);
        assertThat(Api.address(made(Map.of("fixed_ips", List.of(Map.of("ip_address", "10.0.0.50"))))))
                .isEqualTo("10.0.0.50");
    }
}
