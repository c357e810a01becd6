package org.cumulet.network;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.specification.RequestSpecification;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cumulet.testing.auth.TestTokens;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.DotName;
import org.jboss.jandex.Index;
import org.jboss.jandex.IndexReader;
import org.jboss.jandex.MethodInfo;
import org.junit.jupiter.api.Test;

/// Every endpoint, asked by every kind of caller, about things of [TestTokens#PROJECT].
@NetworkTest
class PolicyTest {

    private static final List<String> CALLERS = List.of(
            "nobody",
            "expired",
            "unscoped",
            "domain admin",
            "system reader",
            "reader",
            "member",
            "stranger",
            "admin",
            "service");

    private static final Map<String, Integer> UNLIMITED =
            Map.of("network", -1, "subnet", -1, "port", -1, "security_group", -1, "security_group_rule", -1);

    /// What each of them is answered; in the order of the callers.
    private static final String TABLE = """
            GET    /network                                               200 200 200 200 200 200 200 200 200 200
            DELETE /network/v1/devices/{device}/ports                     401 401 403 403 403 403 403 403 403 204
            POST   /network/v1/hosts/{host}/sync                          401 401 403 403 403 403 403 403 403 200
            GET    /network/v2.0                                          401 401 200 200 200 200 200 200 200 200
            GET    /network/v2.0/agents                                   401 401 403 403 403 403 403 403 200 200
            GET    /network/v2.0/agents/{id}                              401 401 403 403 403 403 403 403 404 404
            GET    /network/v2.0/availability_zones                       401 401 200 200 200 200 200 200 200 200
            GET    /network/v2.0/extensions                               401 401 200 200 200 200 200 200 200 200
            GET    /network/v2.0/extensions/{alias}                       401 401 200 200 200 200 200 200 200 200
            GET    /network/v2.0/network-ip-availabilities                401 401 403 403 403 403 403 403 200 200
            GET    /network/v2.0/network-ip-availabilities/{id}           401 401 403 403 403 403 403 403 200 200
            GET    /network/v2.0/networks                                 401 401 403 403 403 200 200 200 200 200
            POST   /network/v2.0/networks                                 401 401 403 403 403 403 201 201 201 201
            GET    /network/v2.0/networks/{id}                            401 401 403 403 403 200 200 404 200 200
            PUT    /network/v2.0/networks/{id}                            401 401 403 403 403 403 200 404 200 200
            DELETE /network/v2.0/networks/{id}                            401 401 403 403 403 403 204 404 204 204
            GET    /network/v2.0/networks/{id}/dhcp-agents                401 401 403 403 403 403 403 403 200 200
            GET    /network/v2.0/networks/{id}/tags                       401 401 403 403 403 200 200 404 200 200
            PUT    /network/v2.0/networks/{id}/tags                       401 401 403 403 403 403 200 404 200 200
            DELETE /network/v2.0/networks/{id}/tags                       401 401 403 403 403 403 204 404 204 204
            GET    /network/v2.0/networks/{id}/tags/{tag}                 401 401 403 403 403 204 204 404 204 204
            PUT    /network/v2.0/networks/{id}/tags/{tag}                 401 401 403 403 403 403 201 404 201 201
            DELETE /network/v2.0/networks/{id}/tags/{tag}                 401 401 403 403 403 403 204 404 204 204
            GET    /network/v2.0/ports                                    401 401 403 403 403 200 200 200 200 200
            POST   /network/v2.0/ports                                    401 401 403 403 403 403 201 404 201 404
            GET    /network/v2.0/ports/{id}                               401 401 403 403 403 200 200 404 200 200
            PUT    /network/v2.0/ports/{id}                               401 401 403 403 403 403 200 404 200 200
            DELETE /network/v2.0/ports/{id}                               401 401 403 403 403 403 204 404 204 204
            GET    /network/v2.0/ports/{id}/tags                          401 401 403 403 403 200 200 404 200 200
            PUT    /network/v2.0/ports/{id}/tags                          401 401 403 403 403 403 200 404 200 200
            DELETE /network/v2.0/ports/{id}/tags                          401 401 403 403 403 403 204 404 204 204
            GET    /network/v2.0/ports/{id}/tags/{tag}                    401 401 403 403 403 204 204 404 204 204
            PUT    /network/v2.0/ports/{id}/tags/{tag}                    401 401 403 403 403 403 201 404 201 201
            DELETE /network/v2.0/ports/{id}/tags/{tag}                    401 401 403 403 403 403 204 404 204 204
            GET    /network/v2.0/quotas                                   401 401 403 403 403 403 403 403 200 200
            GET    /network/v2.0/quotas/{project}                         401 401 403 403 403 200 200 403 200 200
            PUT    /network/v2.0/quotas/{project}                         401 401 403 403 403 403 403 403 200 200
            DELETE /network/v2.0/quotas/{project}                         401 401 403 403 403 403 403 403 204 204
            GET    /network/v2.0/quotas/{project}/default                 401 401 403 403 403 200 200 403 200 200
            GET    /network/v2.0/quotas/{project}/{details}               401 401 403 403 403 200 200 403 200 200
            GET    /network/v2.0/security-group-rules                     401 401 403 403 403 200 200 200 200 200
            POST   /network/v2.0/security-group-rules                     401 401 403 403 403 403 201 404 201 201
            GET    /network/v2.0/security-group-rules/{id}                401 401 403 403 403 200 200 404 200 200
            DELETE /network/v2.0/security-group-rules/{id}                401 401 403 403 403 403 204 404 204 204
            GET    /network/v2.0/security-groups                          401 401 403 403 403 200 200 200 200 200
            POST   /network/v2.0/security-groups                          401 401 403 403 403 403 201 201 201 201
            GET    /network/v2.0/security-groups/{id}                     401 401 403 403 403 200 200 404 200 200
            PUT    /network/v2.0/security-groups/{id}                     401 401 403 403 403 403 200 404 200 200
            DELETE /network/v2.0/security-groups/{id}                     401 401 403 403 403 403 204 404 204 204
            GET    /network/v2.0/security-groups/{id}/tags                401 401 403 403 403 200 200 404 200 200
            PUT    /network/v2.0/security-groups/{id}/tags                401 401 403 403 403 403 200 404 200 200
            DELETE /network/v2.0/security-groups/{id}/tags                401 401 403 403 403 403 204 404 204 204
            GET    /network/v2.0/security-groups/{id}/tags/{tag}          401 401 403 403 403 204 204 404 204 204
            PUT    /network/v2.0/security-groups/{id}/tags/{tag}          401 401 403 403 403 403 201 404 201 201
            DELETE /network/v2.0/security-groups/{id}/tags/{tag}          401 401 403 403 403 403 204 404 204 204
            GET    /network/v2.0/subnets                                  401 401 403 403 403 200 200 200 200 200
            POST   /network/v2.0/subnets                                  401 401 403 403 403 403 201 404 201 201
            GET    /network/v2.0/subnets/{id}                             401 401 403 403 403 200 200 404 200 200
            PUT    /network/v2.0/subnets/{id}                             401 401 403 403 403 403 200 404 200 200
            DELETE /network/v2.0/subnets/{id}                             401 401 403 403 403 403 204 404 204 204
            GET    /network/v2.0/subnets/{id}/tags                        401 401 403 403 403 200 200 404 200 200
            PUT    /network/v2.0/subnets/{id}/tags                        401 401 403 403 403 403 200 404 200 200
            DELETE /network/v2.0/subnets/{id}/tags                        401 401 403 403 403 403 204 404 204 204
            GET    /network/v2.0/subnets/{id}/tags/{tag}                  401 401 403 403 403 204 204 404 204 204
            PUT    /network/v2.0/subnets/{id}/tags/{tag}                  401 401 403 403 403 403 201 404 201 201
            DELETE /network/v2.0/subnets/{id}/tags/{tag}                  401 401 403 403 403 403 204 404 204 204
            """;

    private final Api owner = new Api(TestTokens.member());
    private String network = "";
    private String thing = "";

    @Test
    void everyCallerIsAnsweredAsTheTableSays() {
        var walked = new StringBuilder();
        for (var row : TABLE.lines().toList()) {
            var words = row.split("\\s+");
            walked.append("%-6s %-54s".formatted(words[0], words[1]));
            make(words[1]);
            CALLERS.forEach(caller -> walked.append(' ').append(ask(caller, words[0], words[1])));
            walked.append('\n');
        }
        assertThat(walked.toString()).isEqualTo(TABLE);
    }

    @Test
    void everyEndpointIsInTheTable() throws Exception {
        var inTable = new TreeSet<String>();
        TABLE.lines().map(row -> row.split("\\s+")).forEach(words -> inTable.add(words[0] + " " + words[1]));
        assertThat(String.join("\n", endpoints())).isEqualTo(String.join("\n", inTable));
    }

    private int ask(String caller, String method, String path) {
        if (path.contains("/{tag}")) {
            owner.put(real(path).replaceAll("/network/v2.0|/red$", ""), Map.of("tags", List.of("red")));
        }
        var request = as(caller);
        var body = body(method, path);
        if (!body.isEmpty()) {
            request.body(body);
        }
        var status = request.request(method, real(path)).statusCode();
        if (status < 300 && (method.equals("DELETE") || method.equals("POST"))) {
            make(path);
        }
        return status;
    }

    /// The things the next requests are about.
    private void make(String path) {
        Api.admin().put("/quotas/" + TestTokens.PROJECT, Map.of("quota", UNLIMITED));
        network = owner.network();
        thing = network;
        if (path.contains("/subnets/")) {
            thing = owner.subnet(network, "10.0.0.0/24");
        } else if (path.contains("/ports/{id}")) {
            thing = Api.id(owner.port(network));
        } else if (path.contains("/security-group")) {
            thing = Api.id(owner.made("security-groups", Map.of("name", "x")));
        }
        if (path.contains("/security-group-rules/")) {
            thing = owner.ids("security-group-rules", "?security_group_id=" + thing)
                    .getFirst();
        }
    }

    private String real(String path) {
        return path.replace("{id}", thing)
                .replace("{tag}", "red")
                .replace("{alias}", "agent")
                .replace("{project}", TestTokens.PROJECT)
                .replace("{details}", "details.json")
                .replace("{device}", "nothing")
                .replace("{host}", "simulated-policy");
    }

    private Map<String, Object> body(String method, String path) {
        return switch (method + " " + path) {
            case "POST /network/v2.0/networks" -> Map.of("network", Map.of());
            case "POST /network/v2.0/subnets" ->
                Map.of("subnet", Map.of("network_id", network, "ip_version", 4, "cidr", "10.1.0.0/24"));
            case "POST /network/v2.0/ports" -> Map.of("port", Map.of("network_id", network));
            case "POST /network/v2.0/security-groups" -> Map.of("security_group", Map.of("name", "x"));
            case "POST /network/v2.0/security-group-rules" ->
                Map.of("security_group_rule", Map.of("security_group_id", thing, "direction", "ingress"));
            case "PUT /network/v2.0/networks/{id}" -> Map.of("network", Map.of("name", "x"));
            case "PUT /network/v2.0/subnets/{id}" -> Map.of("subnet", Map.of("name", "x"));
            case "PUT /network/v2.0/ports/{id}" -> Map.of("port", Map.of("name", "x"));
            case "PUT /network/v2.0/security-groups/{id}" -> Map.of("security_group", Map.of("name", "x"));
            case "PUT /network/v2.0/quotas/{project}" -> Map.of("quota", Map.of("network", -1));
            default -> path.endsWith("/tags") && method.equals("PUT") ? Map.of("tags", List.of("red")) : Map.of();
        };
    }

    private static RequestSpecification as(String caller) {
        return switch (caller) {
            case "nobody" -> given().contentType("application/json");
            case "expired" -> new Api(TestTokens.expired()).asked();
            case "unscoped" -> new Api(TestTokens.unscoped()).asked();
            case "domain admin" -> new Api(TestTokens.domain("admin", "member", "reader")).asked();
            case "system reader" -> new Api(TestTokens.system("reader")).asked();
            case "reader" -> new Api(TestTokens.reader()).asked();
            case "member" -> new Api(TestTokens.member()).asked();
            case "stranger" -> new Api(TestTokens.stranger()).asked();
            case "admin" -> Api.admin().asked();
            case "service" -> Api.service().asked();
            default -> throw new IllegalArgumentException(caller);
        };
    }

    private static Set<String> endpoints() throws Exception {
        var found = new TreeSet<String>();
        try (var stream = PolicyTest.class.getResourceAsStream("/META-INF/jandex.idx")) {
            var index = new IndexReader(stream).read();
            for (var verb : List.of("GET", "POST", "PUT", "PATCH", "DELETE")) {
                for (var use : index.getAnnotations(DotName.createSimple("jakarta.ws.rs." + verb))) {
                    if (use.target().kind() == AnnotationTarget.Kind.METHOD) {
                        paths(index, use.target().asMethod()).forEach(path -> found.add(verb + " " + path));
                    }
                }
            }
        }
        return found;
    }

    /// One path, or as many as there are collections that share the method. REST clients have none of ours.
    private static Stream<String> paths(Index index, MethodInfo method) {
        var below = method.declaredAnnotation(DotName.createSimple(Path.class));
        var end = below == null ? "" : below.value().asString();
        return Stream.concat(
                        Stream.of(method.declaringClass()),
                        index.getKnownDirectSubclasses(method.declaringClass().name()).stream())
                .filter(type -> !type.isInterface())
                .map(type -> type.declaredAnnotation(DotName.createSimple(Path.class)))
                .filter(path -> path != null)
                .map(path -> (path.value().asString() + end).replaceAll(": ?[^/]*(\\{[^}]*})?[^/]*}", "}"));
    }
}
