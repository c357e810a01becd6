package org.cumulet.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cumulet.identity.Cloud.V3;
import static org.cumulet.identity.Cloud.as;
import static org.cumulet.identity.Cloud.byId;
import static org.cumulet.identity.Cloud.fresh;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Answers have every key, of the same type, that the published samples have.
@IdentityTest
class SamplesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /// What the samples have and nobody has to have: rules that are not kept here, and a key that the reference code
    /// itself says otherwise (`application_credential.restricted`).
    private static final Set<String> NOT_OURS =
            Set.of("access_rules", "application_credential_restricted", "parents", "subtree");

    private final Cloud.Person member = Cloud.member();

    @Test
    void domains() {
        like("domain-create-response", post("domains", "domain-create-request", "domain"));
        var id = Cloud.newDomain();
        like("domain-show-response", get("domains/" + id));
        like("domain-update-response", patch("domains/" + id, "domain-update-request"));
        like("domains-list-response", get("domains"));
    }

    @Test
    void projects() {
        like("project-create-response", post("projects", "project-create-request", "project"));
        post("projects", "project-create-domain-request", "project").then().statusCode(201);
        var id = Cloud.newProject();
        like("project-show-response", get("projects/" + id));
        like("project-update-response", patch("projects/" + id, "project-update-request", "project"));
        patch("projects/" + id, "project-enable-request").then().statusCode(200);
        like("projects-list-response", get("projects"));
        like("project-show-parents-response", get("projects/" + id + "?parents_as_list"));
        like("project-show-subtree-response", get("projects/" + id + "?subtree_as_list"));
        like("project-tags-list-response", get("projects/" + id + "/tags"));
    }

    @Test
    void users() {
        var request = sample("user-create-request");
        ((ObjectNode) request.get("user")).put("name", fresh("user")).put("domain_id", "default");
        like("user-create-response", as(Cloud.admin()).body(request.toString()).post(V3 + "/users"));
        like("user-show-response", get("users/" + member.id()), "federated", "default_project_id");
        like("user-update-response", patch("users/" + member.id(), "user-update-request"), "federated");
        like("users-list-response", get("users"));
        Cloud.newGroup(member.id());
        like("user-groups-list-response", get("users/" + member.id() + "/groups"));
        like("user-projects-list-response", get("users/" + member.id() + "/projects"));
    }

    @Test
    void groups() {
        like("group-create-response", post("groups", "group-create-request", "group"));
        var id = Cloud.newGroup(member.id());
        like("group-show-response", get("groups/" + id));
        like("group-update-response", patch("groups/" + id, "group-update-request", "group"));
        like("groups-list-response", get("groups"));
    }

    @Test
    void rolesAndGrants() {
        like("role-create-response", post("roles", "role-create-request", "role"));
        var id = Cloud.newRole();
        like("role-show-response", get("roles/" + id));
        like("role-update-response", patch("roles/" + id, "role-update-request", "role"));
        like("roles-list-response", get("roles"));
        like(
                "project-user-roles-list-response",
                get("projects/%s/users/%s/roles".formatted(member.project(), member.id())));
        Cloud.grant("system", member.id(), "reader");
        like("list-system-roles-for-user-response", get("system/users/" + member.id() + "/roles"));
        Cloud.grant("domains/default", member.id(), "reader");
        var onTheDomain = "scope.domain.id=default&user.id=" + member.id();
        like("role-assignments-list-response", get("role_assignments?" + onTheDomain));
        like("role-assignments-effective-list-response", get("role_assignments?effective&" + onTheDomain));
    }

    @Test
    void theCatalog() {
        like("region-create-response", post("regions", "region-create-request", "region", "id"));
        like("region-show-response", get("regions/RegionOne"));
        like("regions-list-response", get("regions"));
        like("service-create-response", post("services", "service-create-request"));
        var service = Cloud.make("services", "service", Map.of("type", fresh("type"), "name", "n"));
        like("service-show-response", get("services/" + service));
        like("service-update-response", patch("services/" + service, "service-update-request"));
        like("services-list-response", get("services"));
        var endpoint =
                Map.of("service_id", service, "interface", "public", "url", "http://x", "region_id", "RegionOne");
        like(
                "endpoint-create-response",
                as(Cloud.admin()).body(Map.of("endpoint", endpoint)).post(V3 + "/endpoints"));
        like("endpoint-show-response", get("endpoints/" + Cloud.make("endpoints", "endpoint", endpoint)));
        like("endpoints-list-response", get("endpoints"));
        like("get-service-catalog-response", get("auth/catalog"));
    }

    @Test
    void tokens() {
        var unscoped = Cloud.login(byId(member.id()));
        like("auth-password-unscoped-response", unscoped);
        like("auth-password-explicit-unscoped-response", Cloud.login(byId(member.id()), "unscoped"));
        like("auth-password-project-scoped-response", Cloud.login(byId(member.id()), Cloud.project(member.project())));
        var token = Cloud.token(unscoped);
        like("auth-token-unscoped-response", Cloud.rescope(token, "unscoped"));
        like("auth-token-scoped-response", Cloud.rescope(token, Cloud.project(member.project())));
        Cloud.grant("domains/default", member.id(), "reader");
        Cloud.grant("system", member.id(), "reader");
        like("get-available-project-scopes-response", as(token).get(V3 + "/auth/projects"));
        like("get-available-domain-scopes-response", as(token).get(V3 + "/auth/domains"));
        like("get-available-system-scopes-response", as(token).get(V3 + "/auth/system"));
    }

    @Test
    void applicationCredentials() {
        var path = V3 + "/users/" + member.id() + "/application_credentials";
        var request = Map.of("application_credential", Map.of("name", "monitoring", "secret", "rEaqvJka48mpv"));
        var made = as(member.token()).body(request).post(path);
        like("application-credential-create-response", made);
        like(
                "application-credential-get-response",
                as(member.token()).get(path + "/" + made.path("application_credential.id")));
        like("application-credential-list-response", as(member.token()).get(path));
        like(
                "auth-application-credential-response",
                Cloud.attempt(Map.of(
                        "identity",
                        Map.of(
                                "methods",
                                List.of("application_credential"),
                                "application_credential",
                                Map.of("id", made.path("application_credential.id"), "secret", "rEaqvJka48mpv")))));
    }

    @Test
    void versions() {
        like("identity-versions-response", Cloud.nobody().get("/identity"));
        like("identity-version-response", Cloud.nobody().get("/identity/v3"));
    }

    private static Response get(String path) {
        return as(Cloud.admin()).get(V3 + "/" + path);
    }

    /// @param named the key of the body, where its name must be one of its own
    private static Response post(String kind, String request, String... named) {
        return as(Cloud.admin()).body(renamed(request, named)).post(V3 + "/" + kind);
    }

    private static Response patch(String path, String request, String... named) {
        return as(Cloud.admin()).body(renamed(request, named)).patch(V3 + "/" + path);
    }

    private static String renamed(String request, String... named) {
        var body = sample(request);
        if (named.length > 0) {
            ((ObjectNode) body.get(named[0])).put(named.length > 1 ? named[1] : "name", fresh("sample"));
        }
        return body.toString();
    }

    private static void like(String sample, Response answer, String... less) {
        assertThat(answer.statusCode()).as(sample + answer.asString()).isBetween(200, 300);
        try {
            var missing = new ArrayList<String>();
            compare(sample(sample), JSON.readTree(answer.asString()), "", Set.of(less), missing);
            assertThat(missing).as(sample + " against " + answer.asString()).isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void compare(JsonNode sample, JsonNode actual, String at, Set<String> less, List<String> missing) {
        if (sample.isObject()) {
            sample.properties().forEach(it -> {
                var key = it.getKey();
                if (NOT_OURS.contains(key) || less.contains(key)) {
                    return;
                }
                if (actual.has(key)) {
                    compare(it.getValue(), actual.get(key), at + "." + key, less, missing);
                } else {
                    missing.add(at + "." + key);
                }
            });
        } else if (sample.isArray() && !sample.isEmpty() && !actual.isEmpty()) {
            compare(sample.get(0), actual.get(0), at + "[]", less, missing);
        } else if (!sample.isNull() && !actual.isNull() && sample.getNodeType() != actual.getNodeType()) {
            missing.add("%s is %s, not %s".formatted(at, actual.getNodeType(), sample.getNodeType()));
        }
    }

    private static JsonNode sample(String name) {
        try (var file = SamplesTest.class.getResourceAsStream("/samples/identity/" + name + ".json")) {
            return JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
