package org.cumulet.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Our answers have what the published samples have, in the same types; what belongs to extensions that are not
/// offered is absent.
@NetworkTest
class ContractTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /// Of extensions that are not offered.
    private static final Set<String> ABSENT = Set.of(
            "data_plane_status",
            "dns_publish_fixed_ip",
            "ip_allocation",
            "l2_adjacency",
            "propagate_uplink_status",
            "qos_network_policy_id",
            "qos_policy_id",
            "vlan_transparent",
            // of ports: a domain of its own; of security rules: tags
            "security_group_rules.tags",
            "security_group_rules.revisio[n_number",
            "port.dns_domain",
            // routers and floating IPs, RBAC policies and subnet pools come later
            "floatingip",
            "router",
            "rbac_policy",
            "subnetpool");

    private final String project = Api.newProject();
    private final Api api = Api.memberOf(project);
    private String network;
    private String subnet;

    @BeforeEach
    void aNetworkWithASubnet() {
        network = api.network();
        subnet = api.subnet(network, "10.0.0.0/24");
    }

    private static void isLike(String sample, Response answer) throws IOException {
        try (var file = ContractTest.class.getResourceAsStream("/samples/network/" + sample)) {
            var wrong = new ArrayList<String>();
            compare("", JSON.readTree(file), JSON.readTree(answer.asString()), wrong);
            assertThat(wrong).as(answer.asString()).isEmpty();
        }
    }

    private static void compare(String path, JsonNode sample, JsonNode ours, List<String> wrong) {
        if (path.endsWith("/configurations")) {
            return; // differs from agent to agent
        }
        if (sample.isObject() && ours.isObject()) {
            sample.fieldNames().forEachRemaining(name -> {
                var parent = path.substring(path.lastIndexOf('/') + 1);
                var isAbsent = ABSENT.contains(name) || ABSENT.contains(parent + "." + name);
                if (isAbsent == ours.has(name)) {
                    wrong.add(path + "/" + name + (isAbsent ? " is there" : " is missing"));
                } else if (!isAbsent) {
                    compare(path + "/" + name, sample.get(name), ours.get(name), wrong);
                }
            });
        } else if (sample.isArray() && ours.isArray()) {
            if (!sample.isEmpty() && !ours.isEmpty()) {
                compare(path, sample.get(0), ours.get(0), wrong);
            }
        } else if (!sample.isNull() && !ours.isNull() && sample.getNodeType() != ours.getNodeType()) {
            wrong.add(path + " is " + ours.getNodeType() + ", the sample has " + sample.getNodeType());
        }
    }

    @Test
    void networks() throws IOException {
        var external = Map.of("network", Map.of("router:external", true, "project_id", project));
        isLike("networks/network-create-response.json", Api.admin().post("/networks", external));
        var shown = Api.admin().put("/networks/" + network, Map.of("network", Map.of("router:external", true)));
        isLike("networks/network-provider-show-response.json", shown);
    }

    @Test
    void subnets() throws IOException {
        isLike("subnets/subnet-create-response.json", api.get("/subnets/" + subnet));
    }

    @Test
    void ports() throws IOException {
        var wish = Map.of(
                "network_id",
                network,
                "dns_name",
                "myport",
                "allowed_address_pairs",
                List.of(Map.of("ip_address", "12.12.11.12")),
                "extra_dhcp_opts",
                List.of(Map.of("opt_name", "bootfile-name", "opt_value", "pxelinux.0")));
        isLike("ports/port-create-response.json", api.post("/ports", Map.of("port", wish)));
    }

    @Test
    void securityGroups() throws IOException {
        var made = api.post("/security-groups", Map.of("security_group", Map.of("name", "web")));
        isLike("security-groups/security-group-create-response.json", made);
        var rule = Map.of(
                "security_group_id",
                made.jsonPath().getString("security_group.id"),
                "direction",
                "ingress",
                "protocol",
                "tcp",
                "port_range_min",
                80,
                "port_range_max",
                80);
        isLike(
                "security-groups/security-group-rule-create-response.json",
                api.post("/security-group-rules", Map.of("security_group_rule", rule)));
    }

    @Test
    void quotas() throws IOException {
        isLike("quotas/quotas-list-for-project-response.json", api.get("/quotas/" + project));
        isLike(
                "quota_details/quota-details-show-for-project-response.json",
                api.get("/quotas/" + project + "/details.json"));
    }

    @Test
    void discovery() throws IOException {
        isLike("networks/versions-list-response.json", api.asked().get("/network/"));
        isLike("networks/version-show-response.json", api.get("/"));
        isLike("extensions/extension-show-response.json", api.get("/extensions/agent"));
        isLike("availability-zones/azs-list-response.json", api.get("/availability_zones"));
        isLike("tag/tag-obtain-response.json", api.get("/networks/" + network + "/tags"));
    }

    @Test
    void availability() throws IOException {
        var answer = Api.admin().get("/network-ip-availabilities/" + network);
        isLike("network-ip-availability/network-ip-availability-show.json", answer);
        assertThat(answer.jsonPath().getInt("network_ip_availability.total_ips"))
                .isEqualTo(253);
        assertThat(answer.jsonPath().getInt("network_ip_availability.used_ips")).isEqualTo(1);
        assertThat(Api.admin()
                        .shown("/network-ip-availabilities?project_id=" + project)
                        .getList("network_ip_availabilities"))
                .hasSize(1);
        assertThat(Api.admin().get("/network-ip-availabilities?x=1").statusCode())
                .isEqualTo(400);
    }

    @Test
    void agents() throws IOException {
        Api.service()
                .made(
                        "ports",
                        Map.of("network_id", network, "project_id", project, "binding:host_id", "simulated-agent"));
        var agents = Api.admin().shown("/agents?host=simulated-agent");
        assertThat(agents.<String>getList("agents.agent_type"))
                .containsExactlyInAnyOrder("DHCP agent", "Linux bridge agent");
        var id = agents.getString("agents[0].id");
        isLike("agents/agent-show-response.json", Api.admin().get("/agents/" + id));
        assertThat(Api.admin().shown("/networks/" + network + "/dhcp-agents").<String>getList("agents.host"))
                .containsExactly("simulated-agent");
        assertThat(Api.admin().get("/agents?x=1").statusCode()).isEqualTo(400);
    }

    @Test
    void whatAnotherProjectHasLooksLikeWhatIsNotThere() {
        var port = Api.id(api.port(network));
        var group = api.ids("security-groups", "").getFirst();
        var rule = api.ids("security-group-rules", "").getFirst();
        var stranger = Api.ofNewProject();
        var nowhere = "00000000-0000-4000-8000-000000000000";
        for (var thing : Map.of(
                        "networks", network,
                        "subnets", subnet,
                        "ports", port,
                        "security-groups", group,
                        "security-group-rules", rule)
                .entrySet()) {
            var path = "/" + thing.getKey() + "/";
            var methods = thing.getKey().equals("security-group-rules")
                    ? Stream.of("GET", "DELETE")
                    : Stream.of("GET", "PUT", "DELETE");
            methods.forEach(method -> {
                var name =
                        thing.getKey().substring(0, thing.getKey().length() - 1).replace('-', '_');
                var body = Map.of(name, Map.of("name", "mine"));
                var others = stranger.asked().body(body).request(method, Api.V2 + path + thing.getValue());
                var nothing = stranger.asked().body(body).request(method, Api.V2 + path + nowhere);
                assertThat(others.statusCode()).isEqualTo(404);
                assertThat(others.asString()).isEqualTo(nothing.asString().replace(nowhere, thing.getValue()));
            });
            assertThat(api.get(path + thing.getValue()).statusCode()).isEqualTo(200);
        }
    }
}
