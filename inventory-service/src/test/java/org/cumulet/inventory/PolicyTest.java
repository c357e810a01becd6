package org.cumulet.inventory;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.specification.RequestSpecification;
import jakarta.ws.rs.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.cumulet.testing.auth.TestTokens;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexReader;
import org.jboss.jandex.MethodInfo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Every endpoint, asked by every kind of caller.
@InventoryTest
class PolicyTest {

    private static final String[] CALLERS = {
        "nobody", "expired", "unscoped", "domain admin", "system reader", "reader", "member", "admin", "service"
    };

    /// What each of them is answered; in the order of the callers.
    private static final String TABLE = """
            GET    /inventory/v1/hosts                                     401 401 403 403 403 403 403 200 200
            POST   /inventory/v1/hosts                                     401 401 403 403 403 403 403 202 202
            GET    /inventory/v1/hosts/{id}                                401 401 403 403 403 403 403 200 200
            PATCH  /inventory/v1/hosts/{id}                                401 401 403 403 403 403 403 200 200
            POST   /inventory/v1/hosts/{id}/probe                          401 401 403 403 403 403 403 202 202
            POST   /inventory/v1/hosts/{id}/install-key                    401 401 403 403 403 403 403 409 409
            PUT    /inventory/v1/hosts/{id}/maintenance                    401 401 403 403 403 403 403 200 200
            DELETE /inventory/v1/hosts/{id}/maintenance                    401 401 403 403 403 403 403 200 200
            GET    /inventory/v1/hosts/{id}/servers                        401 401 403 403 403 403 403 200 200
            GET    /inventory/v1/hosts/{id}/facts/history                  401 401 403 403 403 403 403 200 200
            POST   /inventory/v1/hosts/{id}/preflight                      401 401 403 403 403 403 403 409 409
            POST   /inventory/v1/preflight/matrix                          401 401 403 403 403 403 403 200 200
            POST   /inventory/v1/hosts/{id}/prepare                        401 401 403 403 403 403 403 409 409
            POST   /inventory/v1/preparations                              401 401 403 403 403 403 403 409 409
            GET    /inventory/v1/preparations                              401 401 403 403 403 403 403 200 200
            GET    /inventory/v1/preparations/{id}                         401 401 403 403 403 403 403 404 404
            POST   /inventory/v1/preparations/{id}/cancel                  401 401 403 403 403 403 403 404 404
            POST   /inventory/v1/preparations/{id}/undo                    401 401 403 403 403 403 403 404 404
            GET    /inventory/v1/hosts/{id}/drift                          401 401 403 403 403 403 403 409 409
            POST   /inventory/v1/hosts/{id}/drift                          401 401 403 403 403 403 403 409 409
            POST   /inventory/v1/hosts/{id}/drift/repair                   401 401 403 403 403 403 403 409 409
            DELETE /inventory/v1/hosts/{id}                                401 401 403 403 403 403 403 204 204
            GET    /inventory/v1/ssh-key                                   401 401 403 403 403 403 403 200 200
            GET    /inventory/v1/audit                                     401 401 403 403 403 403 403 200 200
            POST   /inventory/v1/claims                                    401 401 403 403 403 403 403 403 200
            DELETE /inventory/v1/claims/{consumer}                         401 401 403 403 403 403 403 403 204
            GET    /placement                                              200 200 200 200 200 200 200 200 200
            GET    /placement/resource_classes                             401 401 403 403 200 403 403 200 200
            GET    /placement/traits                                       401 401 403 403 200 403 403 200 200
            POST   /placement/resource_classes                             401 401 403 403 403 403 403 201 201
            GET    /placement/resource_classes/{name}                      401 401 403 403 404 403 403 404 404
            PUT    /placement/resource_classes/{name}                      401 401 403 403 403 403 403 201 201
            DELETE /placement/resource_classes/{name}                      401 401 403 403 403 403 403 404 404
            GET    /placement/traits/{name}                                401 401 403 403 404 403 403 404 404
            PUT    /placement/traits/{name}                                401 401 403 403 403 403 403 201 201
            DELETE /placement/traits/{name}                                401 401 403 403 403 403 403 404 404
            GET    /placement/resource_providers/{id}/aggregates           401 401 403 403 200 403 403 200 200
            PUT    /placement/resource_providers/{id}/aggregates           401 401 403 403 403 403 403 200 200
            POST   /placement/resource_providers/{id}/inventories          401 401 403 403 403 403 403 201 201
            DELETE /placement/resource_providers/{id}/inventories          401 401 403 403 403 403 403 204 204
            POST   /placement/reshaper                                     401 401 403 403 403 403 403 204 204
            GET    /placement/resource_providers                           401 401 403 403 200 403 403 200 200
            POST   /placement/resource_providers                           401 401 403 403 403 403 403 200 200
            GET    /placement/resource_providers/{id}                      401 401 403 403 200 403 403 200 200
            PUT    /placement/resource_providers/{id}                      401 401 403 403 403 403 403 200 200
            DELETE /placement/resource_providers/{id}                      401 401 403 403 403 403 403 204 204
            GET    /placement/resource_providers/{id}/usages               401 401 403 403 200 403 403 200 200
            GET    /placement/resource_providers/{id}/allocations          401 401 403 403 200 403 403 200 200
            GET    /placement/resource_providers/{id}/inventories          401 401 403 403 200 403 403 200 200
            PUT    /placement/resource_providers/{id}/inventories          401 401 403 403 403 403 403 200 200
            GET    /placement/resource_providers/{id}/inventories/{class}  401 401 403 403 200 403 403 200 200
            PUT    /placement/resource_providers/{id}/inventories/{class}  401 401 403 403 403 403 403 200 200
            DELETE /placement/resource_providers/{id}/inventories/{class}  401 401 403 403 403 403 403 204 204
            GET    /placement/resource_providers/{id}/traits               401 401 403 403 200 403 403 200 200
            PUT    /placement/resource_providers/{id}/traits               401 401 403 403 403 403 403 200 200
            DELETE /placement/resource_providers/{id}/traits               401 401 403 403 403 403 403 204 204
            GET    /placement/allocation_candidates                        401 401 403 403 200 403 403 200 200
            GET    /placement/allocations/{consumer}                       401 401 403 403 200 403 403 200 200
            PUT    /placement/allocations/{consumer}                       401 401 403 403 403 403 403 204 204
            DELETE /placement/allocations/{consumer}                       401 401 403 403 403 403 403 204 204
            POST   /placement/allocations                                  401 401 403 403 403 403 403 204 204
            GET    /placement/usages                                       401 401 403 403 403 200 200 200 200
            """;

    private final Api admin = Api.admin();

    /// What was asked about last, as long as nobody could change it.
    private final Map<String, String> subjects = new HashMap<>();

    @AfterEach
    void clear() {
        admin.clear();
    }

    @Test
    void everyCallerIsAnsweredAsTheTableSays() {
        var walked = new StringBuilder();
        for (var row : TABLE.lines().toList()) {
            var words = row.split("\\s+");
            walked.append(row, 0, 62);
            for (var caller : CALLERS) {
                walked.append(' ').append(ask(caller, words[0], words[1]));
            }
            walked.append('\n');
        }

        assertThat(walked.toString()).isEqualTo(TABLE);
    }

    @Test
    void everyEndpointIsInTheTable() throws Exception {
        var inTable = new TreeSet<String>();
        TABLE.lines().map(row -> row.split("\\s+")).forEach(words -> inTable.add(words[0] + " " + words[1]));

        assertThat(endpoints()).isEqualTo(inTable);
    }

    private int ask(String caller, String method, String path) {
        var id = path.startsWith("/placement")
                ? subjects.computeIfAbsent("provider", kind -> provider())
                : subjects.computeIfAbsent("host", kind -> host());
        var consumer = UUID.randomUUID().toString();
        if (method.equals("DELETE") && path.startsWith("/placement/allocations")) {
            var body = allocation(id);
            placement(as("admin").body(body))
                    .put("/placement/allocations/" + consumer)
                    .then()
                    .statusCode(204);
        }
        var request = placement(as(caller), path);
        switch (method + " " + path) {
            case "POST /inventory/v1/hosts" -> request.body(Map.of("hosts", List.of(simulated())));
            case "POST /inventory/v1/preflight/matrix" -> request.body(Map.of("matrix", Map.of()));
            case "PATCH /inventory/v1/hosts/{id}" -> request.body(Map.of("host", Map.of("enabled", false)));
            case "POST /inventory/v1/hosts/{id}/install-key" -> request.body(Map.of("password", "x"));
            case "PUT /inventory/v1/hosts/{id}/maintenance" ->
                request.body(Map.of("maintenance", Map.of("reason", "x")));
            case "POST /inventory/v1/preparations" -> request.body(Map.of("hosts", List.of(id)));
            case "POST /inventory/v1/claims" ->
                request.body(Map.of(
                        "claims",
                        List.of(Map.of(
                                "consumer_id",
                                consumer,
                                "project_id",
                                "p",
                                "user_id",
                                "u",
                                "resources",
                                Map.of("VCPU", 1)))));
            case "POST /placement/resource_providers", "PUT /placement/resource_providers/{id}" ->
                request.body(Map.of("name", UUID.randomUUID().toString()));
            case "PUT /placement/resource_providers/{id}/inventories" ->
                request.body(Map.of("resource_provider_generation", 1, "inventories", Map.of()));
            case "PUT /placement/resource_providers/{id}/inventories/{class}" ->
                request.body(Map.of("resource_provider_generation", 1, "total", 1));
            case "PUT /placement/resource_providers/{id}/aggregates" ->
                request.body(Map.of("resource_provider_generation", 1, "aggregates", List.of()));
            case "POST /placement/resource_providers/{id}/inventories" ->
                request.body(Map.of("resource_provider_generation", 1, "resource_class", "DISK_GB", "total", 1));
            case "POST /placement/resource_classes" -> request.body(Map.of("name", own()));
            case "POST /placement/reshaper" -> request.body(Map.of("inventories", Map.of(), "allocations", Map.of()));
            case "PUT /placement/resource_providers/{id}/traits" ->
                request.body(Map.of("resource_provider_generation", 1, "traits", List.of()));
            case "PUT /placement/allocations/{consumer}" -> request.body(allocation(id));
            case "POST /placement/allocations" -> request.body(Map.of(consumer, allocation(id)));
            case "GET /placement/allocation_candidates" -> request.queryParam("resources", "VCPU:1");
            case "GET /placement/usages" -> request.queryParam("project_id", TestTokens.PROJECT);
            default -> {}
        }
        var real = path.replace("{id}", id)
                .replace("{consumer}", consumer)
                .replace("{class}", "VCPU")
                .replace("{name}", own());
        var status = request.request(method, real).statusCode();
        if (status < 300 && !method.equals("GET")) {
            subjects.clear();
        }
        return status;
    }

    /// A name that an operator could give to a class or a trait.
    private static String own() {
        return "CUSTOM_" + UUID.randomUUID().toString().replace('-', '_').toUpperCase(Locale.ROOT);
    }

    private static RequestSpecification placement(RequestSpecification request) {
        return placement(request, "");
    }

    private static RequestSpecification placement(RequestSpecification request, String path) {
        var version = path.equals("/placement/reshaper") ? "1.30" : "1.27";
        return request.header("OpenStack-API-Version", "placement " + version).contentType("application/json");
    }

    private static Map<String, Object> simulated() {
        return Map.of(
                "name",
                "h" + UUID.randomUUID(),
                "kind",
                "simulated",
                "capacity",
                Map.of("vcpus", 1, "memory_mb", 1024, "disk_gb", 1));
    }

    private String host() {
        return admin.register(simulated()).statusCode(202).extract().path("hosts[0].id");
    }

    private String provider() {
        String id = placement(as("admin").body(Map.of("name", UUID.randomUUID().toString())))
                .post("/placement/resource_providers")
                .then()
                .statusCode(200)
                .extract()
                .path("uuid");
        placement(as("admin")
                        .body(Map.of(
                                "resource_provider_generation",
                                0,
                                "inventories",
                                Map.of("VCPU", Map.of("total", 100)))))
                .put("/placement/resource_providers/" + id + "/inventories")
                .then()
                .statusCode(200);
        return id;
    }

    private static Map<String, Object> allocation(String provider) {
        return Map.of(
                "allocations", Map.of(provider, Map.of("resources", Map.of("VCPU", 1))),
                "project_id", TestTokens.PROJECT,
                "user_id", TestTokens.USER);
    }

    private static RequestSpecification as(String caller) {
        var nobody = given().accept("application/json");
        return switch (caller) {
            case "nobody" -> nobody;
            case "expired" -> nobody.header("X-Auth-Token", TestTokens.expired());
            case "unscoped" -> nobody.header("X-Auth-Token", TestTokens.unscoped());
            case "domain admin" -> nobody.header("X-Auth-Token", TestTokens.domain("admin", "member", "reader"));
            case "system reader" -> nobody.header("X-Auth-Token", TestTokens.system("reader"));
            case "reader" -> nobody.header("X-Auth-Token", TestTokens.reader());
            case "member" -> nobody.header("X-Auth-Token", TestTokens.member());
            case "admin" -> nobody.header("X-Auth-Token", TestTokens.admin());
            case "service" -> nobody.header("X-Auth-Token", TestTokens.service());
            default -> throw new IllegalArgumentException(caller);
        };
    }

    private static Set<String> endpoints() throws Exception {
        var found = new TreeSet<String>();
        try (var stream = PolicyTest.class.getResourceAsStream("/META-INF/jandex.idx")) {
            var index = new IndexReader(stream).read();
            for (var verb : List.of("GET", "POST", "PUT", "PATCH", "DELETE")) {
                for (var use : index.getAnnotations(DotName.createSimple("jakarta.ws.rs." + verb))) {
                    if (use.target().kind() == AnnotationTarget.Kind.METHOD
                            && !use.target().asMethod().declaringClass().isInterface()) {
                        found.add(verb + " " + path(use.target().asMethod()));
                    }
                }
            }
        }
        return found;
    }

    private static String path(MethodInfo method) {
        var name = DotName.createSimple(Path.class);
        var below = method.declaredAnnotation(name);
        return method.declaringClass().declaredAnnotation(name).value().asString()
                + (below == null ? "" : "/" + below.value().asString());
    }
}
