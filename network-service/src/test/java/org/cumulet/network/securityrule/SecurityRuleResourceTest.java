package org.cumulet.network.securityrule;

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
import org.junit.jupiter.params.provider.ValueSource;

@NetworkTest
class SecurityRuleResourceTest {

    private final Api api = Api.ofNewProject();
    private String group;

    @BeforeEach
    void aGroup() {
        group = Api.id(api.made("security-groups", Map.of("name", "web")));
    }

    private Response post(String attributes) {
        return api.asked()
                .body("{\"security_group_rule\":{\"security_group_id\":\"%s\",%s}}".formatted(group, attributes))
                .post(Api.V2 + "/security-group-rules");
    }

    private List<String> rules() {
        return api.ids("security-group-rules", "?security_group_id=" + group);
    }

    @Nested
    class ANewRule {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "\"direction\":\"ingress\"",
                    "\"direction\":\"egress\",\"protocol\":\"udp\"",
                    "\"direction\":\"ingress\",\"protocol\":\"tcp\",\"port_range_min\":80,\"port_range_max\":80",
                    "\"direction\":\"ingress\",\"protocol\":\"TCP\",\"port_range_min\":\"80\",\"port_range_max\":\"90\"",
                    "\"direction\":\"ingress\",\"protocol\":17,\"port_range_min\":53,\"port_range_max\":53",
                    "\"direction\":\"ingress\",\"protocol\":\"icmp\",\"port_range_min\":8,\"port_range_max\":0",
                    "\"direction\":\"ingress\",\"protocol\":\"icmp\",\"port_range_min\":8",
                    "\"direction\":\"ingress\",\"protocol\":\"any\",\"remote_ip_prefix\":\"10.0.0.77/24\"",
                    "\"direction\":\"ingress\",\"protocol\":\"vrrp\",\"remote_ip_prefix\":\"10.0.0.77\"",
                    "\"direction\":\"ingress\",\"ethertype\":\"IPv6\",\"protocol\":\"icmpv6\"",
                    "\"direction\":\"ingress\",\"ethertype\":\"ipv6\",\"remote_ip_prefix\":\"::/0\"",
                })
        void isTakenWhereItMakesSense(String attributes) {
            var answer = post(attributes);
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        }

        @Test
        void isShownAsItWasMeant() {
            var answer = post("\"direction\":\"ingress\",\"protocol\":17,\"port_range_min\":53,\"port_range_max\":54,"
                    + "\"remote_ip_prefix\":\"10.0.0.77/24\"");
            assertThat(answer.jsonPath().<String, Object>getMap("security_group_rule"))
                    .containsEntry("protocol", "17")
                    .containsEntry("ethertype", "IPv4")
                    .containsEntry("port_range_min", 53)
                    .containsEntry("port_range_max", 54)
                    .containsEntry("remote_ip_prefix", "10.0.0.77/24")
                    .containsEntry("normalized_cidr", "10.0.0.0/24")
                    .containsEntry("remote_group_id", null)
                    .containsEntry("description", "");
        }

        @Test
        void isNoticedByItsGroup() {
            var before = api.shown("/security-groups/" + group).getInt("security_group.revision_number");
            post("\"direction\":\"ingress\"");
            var after = api.shown("/security-groups/" + group);
            assertThat(after.getInt("security_group.revision_number")).isGreaterThan(before);
            assertThat(after.getList("security_group.security_group_rules")).hasSize(3);
        }

        @Test
        void saysNothingTwice() {
            post("\"direction\":\"ingress\",\"protocol\":\"tcp\"");
            var again = post("\"direction\":\"ingress\",\"protocol\":\"tcp\"");
            assertThat(again.statusCode()).isEqualTo(409);
            assertThat(again.jsonPath().getString("NeutronError.type")).isEqualTo("SecurityGroupRuleExists");
        }

        @Test
        void comesWithOthersOrNotAtAll() {
            var good = rule("ingress", "tcp");
            var bad = rule("sideways", "tcp");
            assertThat(api.post("/security-group-rules", Map.of("security_group_rules", List.of(good, bad)))
                            .statusCode())
                    .isEqualTo(400);
            assertThat(rules()).hasSize(2);
            assertThat(api.post(
                                    "/security-group-rules",
                                    Map.of("security_group_rules", List.of(good, rule("ingress", "udp"))))
                            .statusCode())
                    .isEqualTo(201);
            assertThat(rules()).hasSize(4);
        }

        private Map<String, Object> rule(String direction, String protocol) {
            return new HashMap<>(Map.of("security_group_id", group, "direction", direction, "protocol", protocol));
        }

        @Test
        void isNotForTheGroupOfAnotherProject() {
            var answer = Api.ofNewProject()
                    .post(
                            "/security-group-rules",
                            Map.of("security_group_rule", Map.of("security_group_id", group, "direction", "ingress")));
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.jsonPath().getString("NeutronError.type")).isEqualTo("SecurityGroupNotFound");
            var others = Api.id(Api.ofNewProject().made("security-groups", Map.of("name", "x")));
            assertThat(post("\"direction\":\"ingress\",\"remote_group_id\":\"" + others + "\"")
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "direction":"sideways"                                                        | HTTPBadRequest
                    "direction":"ingress","ethertype":"IPv5"                                      | HTTPBadRequest
                    "direction":"ingress","protocol":"smoke"                                      | SecurityGroupRuleInvalidProtocol
                    "direction":"ingress","protocol":256                                          | SecurityGroupRuleInvalidProtocol
                    "direction":"ingress","port_range_min":80,"port_range_max":80                 | SecurityGroupProtocolRequiredWithPorts
                    "direction":"ingress","protocol":"tcp","port_range_min":80                    | SecurityGroupInvalidPortRange
                    "direction":"ingress","protocol":"tcp","port_range_min":90,"port_range_max":80 | SecurityGroupInvalidPortRange
                    "direction":"ingress","protocol":"tcp","port_range_min":0,"port_range_max":80 | SecurityGroupInvalidPortValue
                    "direction":"ingress","protocol":"tcp","port_range_min":1,"port_range_max":65536 | HTTPBadRequest
                    "direction":"ingress","protocol":"tcp","port_range_min":1.5,"port_range_max":2 | HTTPBadRequest
                    "direction":"ingress","protocol":"icmp","port_range_min":256                  | SecurityGroupInvalidIcmpValue
                    "direction":"ingress","protocol":"icmp","port_range_max":0                    | SecurityGroupMissingIcmpType
                    "direction":"ingress","protocol":"ipv6-icmp"                                  | SecurityGroupEthertypeConflictWithProtocol
                    "direction":"ingress","remote_ip_prefix":"10.0.0.0/33"                        | InvalidCIDR
                    "direction":"ingress","remote_ip_prefix":"anywhere"                           | InvalidCIDR
                    "direction":"ingress","remote_ip_prefix":"::/0"                               | SecurityGroupRuleParameterConflict
                    "direction":"ingress","description":"a\\nb"                                   | HTTPBadRequest
                    "direction":"ingress","remote_address_group_id":null                          | HTTPBadRequest
                    "direction":"ingress","x":1                                                   | HTTPBadRequest
                    "protocol":"tcp"                                                              | HTTPBadRequest
                    """)
    void aBadOneIsRefusedAndLeavesNothingBehind(String attributes, String type) {
        var answer = post(attributes);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("NeutronError.type"))
                .as(answer.asString())
                .isEqualTo(type);
        assertThat(rules()).hasSize(2);
    }

    @Test
    void itNamesEitherAGroupOrARange() {
        var answer = post("\"direction\":\"ingress\",\"remote_group_id\":\"%s\",\"remote_ip_prefix\":\"10.0.0.0/8\""
                .formatted(group));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("NeutronError.type"))
                .isEqualTo("SecurityGroupRemoteGroupAndRemoteIpPrefix");
    }

    @Test
    void itIsNeverChanged() {
        assertThat(api.put("/security-group-rules/" + rules().getFirst(), Map.of("security_group_rule", Map.of()))
                        .statusCode())
                .isEqualTo(405);
    }

    @Test
    void itsEndIsNoticedByItsGroup() {
        var rule = rules().getFirst();
        assertThat(api.delete("/security-group-rules/" + rule).statusCode()).isEqualTo(204);
        assertThat(api.delete("/security-group-rules/" + rule).statusCode()).isEqualTo(404);
        assertThat(api.shown("/security-groups/" + group).getList("security_group.security_group_rules"))
                .hasSize(1);
    }
}
