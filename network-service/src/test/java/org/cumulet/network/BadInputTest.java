package org.cumulet.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Nonsense at every endpoint that takes a body: refused in Neutron's words, and nothing has changed.
@NetworkTest
class BadInputTest {

    private static final List<String> COLLECTIONS =
            List.of("networks", "subnets", "ports", "security-groups", "security-group-rules");

    private final String project = Api.newProject();
    private final Api api = Api.memberOf(project);
    private Map<String, String> things;

    @BeforeEach
    void oneOfEach() {
        var network = api.network();
        things = Map.of(
                "networks", network,
                "subnets", api.subnet(network, "10.0.0.0/24"),
                "ports", Api.id(api.port(network)),
                "security-groups", api.ids("security-groups", "").getFirst());
    }

    private static String one(String collection) {
        return collection.substring(0, collection.length() - 1).replace('-', '_');
    }

    private String all() {
        return COLLECTIONS.stream()
                .map(collection ->
                        api.get("/" + collection + "?project_id=" + project).asString())
                .toList()
                .toString();
    }

    private void isRefused(String method, String path, String body) {
        var before = all();
        var answer = api.asked().body(body).request(method, Api.V2 + path);
        assertThat(answer.statusCode())
                .as("%s %s %s: %s", method, path, body, answer.asString())
                .isEqualTo(400);
        assertThat(answer.contentType()).startsWith("application/json");
        assertThat(answer.jsonPath().<String, String>getMap("NeutronError"))
                .containsOnlyKeys("type", "message", "detail");
        assertThat(answer.asString()).doesNotContain("org.cumulet", "java.", "Exception");
        assertThat(all()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "\"x\"",
                "7",
                "{}",
                "{\"x\":{}}",
                "{",
                "",
                "{\"%1$s\":null}",
                "{\"%1$s\":[]}",
                "{\"%1$s\":\"x\"}",
                "{\"%1$s\":{},\"x\":1}",
                "{\"%1$s\":{\"x\":1}}",
                "{\"%1$s\":{\"name\":7}}",
                "{\"%1$s\":{\"name\":null}}",
                "{\"%1$s\":{\"description\":[]}}",
                "{\"%1$s\":{\"id\":\"x\"}}",
                "{\"%1$s\":{\"name\":\"a\",\"name\":\"b\"}}",
                "{\"%1$s\":{\"revision_number\":9}}",
                "{\"%1$s\":{\"created_at\":\"x\"}}",
                "{\"%1$s\":{\"name\":\"a\"}} x"
            })
    void isRefusedWhereverItIsSent(String body) {
        for (var collection : COLLECTIONS) {
            isRefused("POST", "/" + collection, body.formatted(one(collection)));
        }
        things.forEach(
                (collection, id) -> isRefused("PUT", "/" + collection + "/" + id, body.formatted(one(collection))));
    }

    @Test
    void isRefusedInBulkToo() {
        for (var collection : COLLECTIONS) {
            var many = collection.replace('-', '_');
            for (var list : List.of("{}", "[]", "[7]", "[null]", "[[]]", "\"x\"", "[{\"x\":1}]")) {
                isRefused("POST", "/" + collection, "{\"" + many + "\":" + list + "}");
            }
        }
    }

    @Test
    void isRefusedInAttributesOfAllKinds() {
        var network = things.get("networks");
        Stream.of(
                        "\"admin_state_up\":\"true\"",
                        "\"admin_state_up\":1",
                        "\"shared\":null",
                        "\"port_security_enabled\":\"no\"",
                        "\"mtu\":1400",
                        "\"availability_zone_hints\":\"nova\"",
                        "\"project_id\":\"a b\"",
                        "\"project_id\":\"%s\",\"tenant_id\":\"other\"".formatted(project))
                .forEach(attributes -> isRefused("POST", "/networks", "{\"network\":{" + attributes + "}}"));
        Stream.of(
                        "\"fixed_ips\":\"10.0.0.5\"",
                        "\"fixed_ips\":[{}]",
                        "\"fixed_ips\":[{\"ip_address\":\"10.0.0.5\",\"x\":1}]",
                        "\"fixed_ips\":[{\"ip_address\":\"10.0.0\"}]",
                        "\"fixed_ips\":[{\"subnet_id\":\"x\"}]",
                        "\"mac_address\":\"x\"",
                        "\"security_groups\":[\"x\"]",
                        "\"security_groups\":\"x\"",
                        "\"allowed_address_pairs\":[{}]",
                        "\"allowed_address_pairs\":[{\"ip_address\":\"x\"}]",
                        "\"allowed_address_pairs\":[{\"ip_address\":\"10.0.0.9\"},{\"ip_address\":\"10.0.0.9\"}]",
                        "\"extra_dhcp_opts\":[{\"opt_name\":\"x\",\"opt_value\":1}]",
                        "\"extra_dhcp_opts\":[{\"opt_value\":\"1\"}]",
                        "\"binding:vnic_type\":\"direct\"",
                        "\"admin_state_up\":\"up\"",
                        "\"tags\":[]",
                        "\"status\":\"ACTIVE\"",
                        "\"dns_name\":7")
                .forEach(attributes -> {
                    isRefused("POST", "/ports", "{\"port\":{\"network_id\":\"%s\",%s}}".formatted(network, attributes));
                    isRefused("PUT", "/ports/" + things.get("ports"), "{\"port\":{%s}}".formatted(attributes));
                });
        isRefused("POST", "/ports", "{\"port\":{\"network_id\":\"x\"}}");
        isRefused("PUT", "/ports/" + things.get("ports"), "{\"port\":{\"network_id\":\"%s\"}}".formatted(network));
    }

    @Test
    void isRefusedOfRevisions() {
        var answer = api.asked()
                .header("If-Match", "\"5\"")
                .body(Map.of("network", Map.of("name", "x")))
                .put(Api.V2 + "/networks/" + things.get("networks"));
        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void aThingThatIsNotThereIsMissed() {
        var nowhere = "00000000-0000-4000-8000-000000000000";
        assertThat(api.post("/ports", Map.of("port", Map.of("network_id", nowhere)))
                        .statusCode())
                .isEqualTo(404);
        assertThat(api.post(
                                "/subnets",
                                Map.of("subnet", Map.of("network_id", nowhere, "ip_version", 4, "cidr", "10.0.0.0/24")))
                        .statusCode())
                .isEqualTo(404);
        assertThat(api.post("/networks", Map.of("network", Map.of("availability_zone_hints", List.of("elsewhere"))))
                        .statusCode())
                .isEqualTo(404);
    }
}
