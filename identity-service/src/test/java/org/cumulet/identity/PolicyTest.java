package org.cumulet.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cumulet.identity.Cloud.V3;
import static org.cumulet.identity.Cloud.as;
import static org.cumulet.identity.Cloud.byId;
import static org.cumulet.identity.Cloud.fresh;
import static org.cumulet.identity.Cloud.make;
import static org.hamcrest.Matchers.oneOf;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.restassured.response.Response;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cumulet.identity.Cloud.Person;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Walks every endpoint with every kind of caller and compares what it is told with `policy.txt`. A new endpoint
/// without a row fails; what the walk has found is left in `target/policy.txt`.
///
/// What is asked about belongs to a domain of its own, and to somebody who is none of the callers but `owner`.
@IdentityTest
class PolicyTest {

    private static final List<Class<? extends Annotation>> METHODS =
            List.of(GET.class, POST.class, PUT.class, PATCH.class, DELETE.class);

    /// Who asks.
    enum Who {
        NOBODY,
        UNSCOPED,
        READER,
        MEMBER,
        OWNER,
        SERVICE,
        SYSREADER,
        SYSMEMBER,
        DOMREADER,
        DOMMEMBER,
        DOMADMIN,
        FOREIGN,
        ADMIN,
        SYSADMIN
    }

    /// An endpoint as the code has it.
    private record Endpoint(String method, String path) implements Comparable<Endpoint> {

        static Stream<Endpoint> of(JavaMethod method) {
            return METHODS.stream()
                    .filter(method::isAnnotatedWith)
                    .map(it -> new Endpoint(it.getSimpleName(), path(method)));
        }

        private static String path(JavaMethod method) {
            var top = method.getOwner().getAnnotationOfType(Path.class).value();
            return method.tryGetAnnotationOfType(Path.class)
                    .map(it -> top + it.value())
                    .orElse(top)
                    .replaceAll("\\{(\\w+):[^}]*}", "{$1}");
        }

        @Override
        public int compareTo(Endpoint other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return path + " " + method;
        }
    }

    @Test
    void everyCallerIsToldWhatTheTableSays() throws IOException {
        var actual = endpoints().map(this::row).collect(Collectors.joining("\n", heading() + "\n", "\n"));
        Files.writeString(java.nio.file.Path.of("target", "policy.txt"), actual);
        assertThat(actual).isEqualTo(table());
    }

    private static Stream<Endpoint> endpoints() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.cumulet.identity")
                        .stream()
                        .filter(it -> it.isAnnotatedWith(Path.class))
                        .flatMap(it -> it.getMethods().stream())
                        .flatMap(Endpoint::of)
                        .sorted();
    }

    private static String heading() {
        return "%-108s".formatted("#")
                + Arrays.stream(Who.values())
                        .map("%-10s"::formatted)
                        .collect(Collectors.joining())
                        .stripTrailing();
    }

    private final World lasting = new World();

    private String row(Endpoint endpoint) {
        return "%-108s".formatted(endpoint)
                + Arrays.stream(Who.values())
                        .map(who -> "%-10s"
                                .formatted(world(endpoint).ask(endpoint, who).statusCode()))
                        .collect(Collectors.joining())
                        .stripTrailing();
    }

    /// One world serves all questions but those that end a part of it.
    private World world(Endpoint endpoint) {
        return endpoint.method().equals("DELETE") || endpoint.path().endsWith("/password") ? new World() : lasting;
    }

    private static String table() {
        try (var text = PolicyTest.class.getResourceAsStream("/policy.txt")) {
            return text == null ? "" : new String(text.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A dump of a Keystone in which there is nobody.
    private static final String NO_ROWS =
            "CREATE TABLE `user` (`id` int); CREATE TABLE `project` (`id` int); CREATE TABLE `role` (`id` int);";

    /// Things whose id the caller names.
    private static final List<String> NAMED = List.of("/regions/{id}", "/{idp}", "/{protocol}", "/{mapping}");

    /// A domain with everything in it.
    private static final class World {

        private final String domain = Cloud.newDomain();
        private final String project = make("projects", "project", Map.of("name", "p", "domain_id", domain));
        private final String user = userIn(domain);
        private final Person owner = new Person(user, project);
        private final Map<Who, String> tokens = new EnumMap<>(Who.class);
        private final Map<String, String> made = new TreeMap<>();

        World() {
            Cloud.grant("projects/" + project, user, "member");
        }

        private static String userIn(String domain) {
            return Cloud.newUser(Map.of("domain_id", domain));
        }

        Response ask(Endpoint endpoint, Who who) {
            var path = endpoint.path();
            var filled = endpoint.method().equals("PUT") && NAMED.stream().anyMatch(path::endsWith)
                    ? fill(path.substring(0, path.lastIndexOf('/'))) + "/" + fresh("new")
                    : fill(path);
            prepare(endpoint, filled, who);
            var request = who == Who.NOBODY ? Cloud.nobody() : as(tokens.computeIfAbsent(who, this::token));
            if (path.endsWith("/auth/tokens")) {
                request.header("X-Subject-Token", owner.token());
            }
            if (path.endsWith("/keystone_imports")) {
                return request.contentType("application/sql")
                        .body(NO_ROWS.getBytes(StandardCharsets.UTF_8))
                        .post(filled);
            }
            var body = body(endpoint);
            return (body == null ? request : request.body(body)).request(endpoint.method(), filled);
        }

        private String token(Who who) {
            return switch (who) {
                case NOBODY -> "";
                case UNSCOPED -> Cloud.token(Cloud.login(byId(Cloud.newUser()), "unscoped"));
                case READER -> Cloud.person("reader").token();
                case MEMBER -> Cloud.member().token();
                case OWNER -> owner.token();
                case SERVICE -> Cloud.person("service").token();
                case SYSREADER -> holder("system", "default", "reader", Cloud.system());
                case SYSMEMBER -> holder("system", "default", "member", Cloud.system());
                case DOMMEMBER -> holder("domains/" + domain, domain, "member", Cloud.domain(domain));
                case DOMREADER -> holder("domains/" + domain, domain, "reader", Cloud.domain(domain));
                case DOMADMIN -> holder("domains/" + domain, domain, "admin", Cloud.domain(domain));
                case FOREIGN -> foreign();
                case ADMIN -> Cloud.admin();
                case SYSADMIN -> holder("system", "default", "admin", Cloud.system());
            };
        }

        private static String foreign() {
            var other = Cloud.newDomain();
            return holder("domains/" + other, other, "admin", Cloud.domain(other));
        }

        private static String holder(String place, String domain, String role, Object scope) {
            var user = userIn(domain);
            Cloud.grant(place, user, role);
            return Cloud.token(Cloud.login(byId(user), scope));
        }

        private String fill(String path) {
            var filled = new StringBuilder();
            var before = "";
            for (var part : path.substring(1).split("/")) {
                filled.append('/').append(part.startsWith("{") ? value(part, before, path) : part);
                before = part;
            }
            return filled.toString();
        }

        private String value(String part, String before, String path) {
            return switch (part) {
                case "{kind}" -> "users";
                case "{holder}", "{user}" -> user;
                case "{project}" -> project;
                case "{domain}" -> domain;
                case "{level}" -> "domains";
                case "{node}" -> domain;
                case "{option}" -> "url";
                case "{tag}" -> "blue";
                case "{role}" ->
                    path.contains("OS-TRUST")
                            ? Cloud.role("member")
                            : made.computeIfAbsent("role", _ -> Cloud.newRole());
                default -> value(before, path);
            };
        }

        private String value(String before, String path) {
            return switch (before) {
                case "projects" -> project;
                case "domains" -> domain;
                case "users" -> user;
                case "groups" -> group();
                case "roles" -> Cloud.newRole();
                case "implies" -> Cloud.newRole();
                case "config" -> "ldap";
                case "credentials" -> make("credentials", "credential", credentialWish());
                case "policies" -> make("policies", "policy", Map.of("type", "text/plain", "blob", "x"));
                case "endpoint_groups" -> make("OS-EP-FILTER/endpoint_groups", "endpoint_group", groupWish());
                case "registered_limits" -> registeredLimit(service(), fresh("thing"));
                case "limits" -> limit();
                case "trusts" -> trust();
                case "access_rules" -> accessRule();
                case "regions" -> make("regions", "region", Map.of());
                case "identity_providers" -> provider();
                case "protocols", "websso" -> protocol();
                case "mappings" -> mapping();
                case "services" -> service();
                case "endpoints" ->
                    make(
                            "endpoints",
                            "endpoint",
                            Map.of("service_id", service(), "interface", "public", "url", "http://x"));
                case "application_credentials" -> credential();
                default -> throw new IllegalStateException("what goes into " + path + " after " + before + "?");
            };
        }

        private String provider() {
            if (!made.containsKey("provider")) {
                made.put("provider", put("identity_providers", "identity_provider", Map.of("domain_id", domain)));
            }
            return made.get("provider");
        }

        private String protocol() {
            if (!made.containsKey("protocol")) {
                var path = "identity_providers/" + provider() + "/protocols";
                made.put("protocol", put(path, "protocol", protocolWish()));
            }
            return made.get("protocol");
        }

        private static Map<String, Object> protocolWish() {
            return Map.of("mapping_id", mapping());
        }

        private static String mapping() {
            return put("mappings", "mapping", Map.of("rules", RULES));
        }

        private static final List<Map<String, Object>> RULES = List.of(Map.of(
                "local",
                List.of(Map.of("user", Map.of("name", "{0}"))),
                "remote",
                List.of(Map.of("type", "OIDC-sub"))));

        private static String put(String kind, String key, Map<String, ?> wish) {
            return as(Cloud.admin())
                    .body(Map.of(key, wish))
                    .put(V3 + "/OS-FEDERATION/" + kind + "/" + fresh(key))
                    .path(key + ".id");
        }

        private static String service() {
            return make("services", "service", Map.of("type", fresh("type")));
        }

        private Map<String, Object> credentialWish() {
            return Map.of("type", "cert", "blob", "x", "user_id", user);
        }

        private static Map<String, Object> groupWish() {
            return Map.of("name", fresh("group"), "filters", Map.of("interface", "public"));
        }

        private static String registeredLimit(String service, String thing) {
            return as(Cloud.admin())
                    .body(Map.of("registered_limits", List.of(registeredLimitWish(service, thing))))
                    .post(V3 + "/registered_limits")
                    .path("registered_limits[0].id");
        }

        private static Map<String, Object> registeredLimitWish(String service, String thing) {
            return Map.of("service_id", service, "resource_name", thing, "default_limit", 10);
        }

        private String limit() {
            return as(Cloud.admin())
                    .body(Map.of("limits", List.of(limitWish())))
                    .post(V3 + "/limits")
                    .path("limits[0].id");
        }

        private Map<String, Object> limitWish() {
            var service = service();
            var thing = fresh("thing");
            registeredLimit(service, thing);
            return Map.of("service_id", service, "resource_name", thing, "resource_limit", 5, "project_id", project);
        }

        private String trust() {
            return as(owner.token())
                    .body(Map.of("trust", trustWish()))
                    .post(V3 + "/OS-TRUST/trusts")
                    .path("trust.id");
        }

        private Map<String, Object> trustWish() {
            return Map.of(
                    "trustor_user_id",
                    user,
                    "trustee_user_id",
                    Cloud.newUser(),
                    "impersonation",
                    false,
                    "project_id",
                    project,
                    "roles",
                    List.of(Map.of("name", "member")));
        }

        private String accessRule() {
            var rule = Map.of("service", "compute", "method", "GET", "path", "/" + fresh("path"));
            var made = as(owner.token())
                    .body(Map.of("application_credential", Map.of("name", fresh("c"), "access_rules", List.of(rule))))
                    .post(V3 + "/users/" + user + "/application_credentials");
            as(owner.token())
                    .delete(V3 + "/users/" + user + "/application_credentials/"
                            + made.path("application_credential.id"))
                    .then()
                    .statusCode(204);
            return made.path("application_credential.access_rules[0].id");
        }

        private String group() {
            return make("groups", "group", Map.of("name", fresh("g"), "domain_id", domain));
        }

        private String credential() {
            return as(owner.token())
                    .body(Map.of("application_credential", Map.of("name", fresh("c"))))
                    .post(V3 + "/users/" + user + "/application_credentials")
                    .path("application_credential.id");
        }

        /// What must be there so that the answer is about who may.
        private void prepare(Endpoint endpoint, String filled, Who who) {
            if (isLink(endpoint.path()) && !endpoint.method().equals("PUT")) {
                as(Cloud.admin()).put(filled).then().statusCode(oneOf(201, 204));
            }
            if (endpoint.path().contains("{domain}/config")
                    && !endpoint.method().equals("PUT")) {
                as(Cloud.admin())
                        .body(CONFIG)
                        .put(V3 + "/domains/" + domain + "/config")
                        .then()
                        .statusCode(oneOf(200, 201));
            }
            var isAdmin = who == Who.ADMIN || who == Who.SYSADMIN;
            if (endpoint.toString().equals("/identity/v3/domains/{id} DELETE") && isAdmin) {
                Cloud.change("domains", "domain", domain, Map.of("enabled", false));
            }
        }

        /// Paths that say that two things belong together, or that something has a mark.
        private static boolean isLink(String path) {
            return Stream.of(
                                    "/roles/{role}",
                                    "/{role}/inherited_to_projects",
                                    "/users/{user}",
                                    "/implies/{implied}",
                                    "/tags/{tag}",
                                    "OS-ENDPOINT-POLICY/endpoints/{endpoint}",
                                    "OS-ENDPOINT-POLICY/services/{service}",
                                    "/regions/{region}",
                                    "/projects/{project}/endpoints/{endpoint}",
                                    "/{group}/projects/{project}")
                            .anyMatch(path::endsWith)
                    && !path.contains("OS-TRUST");
        }

        private static final Map<String, Object> CONFIG = Map.of("config", Map.of("ldap", Map.of("url", "ldap://x")));

        private @Nullable Object body(Endpoint endpoint) {
            var parts = endpoint.path().split("/");
            var last = parts[parts.length - 1];
            return switch (endpoint.method()) {
                case "POST" -> last.equals("signing_keys") ? null : post(last);
                case "PUT" ->
                    switch (last) {
                        case "config" -> CONFIG;
                        case "tags" -> Map.of("tags", List.of("red"));
                        case "{id}" -> Map.of("region", Map.of());
                        case "{idp}" -> Map.of("identity_provider", Map.of("domain_id", domain));
                        case "{protocol}" -> Map.of("protocol", protocolWish());
                        case "{mapping}" -> Map.of("mapping", Map.of("rules", RULES));
                        default -> null;
                    };
                case "PATCH" ->
                    switch (last) {
                        case "config", "{group}" -> CONFIG;
                        case "{protocol}" -> Map.of("protocol", protocolWish());
                        case "{mapping}" -> Map.of("mapping", Map.of("rules", RULES));
                        case "{option}" -> Map.of("config", Map.of("url", "ldap://y"));
                        default -> Map.of(singular(parts[parts.length - 2]), Map.of("description", "new"));
                    };
                default -> null;
            };
        }

        private Object post(String collection) {
            var name = fresh("new");
            return switch (collection) {
                case "tokens" -> Map.of("auth", Map.of("identity", Cloud.password(byId(user))));
                case "password" -> Map.of("user", Map.of("original_password", Cloud.PASSWORD, "password", "another"));
                case "credentials" -> Map.of("credential", credentialWish());
                case "policies" -> Map.of("policy", Map.of("type", "text/plain", "blob", "x"));
                case "endpoint_groups" -> Map.of("endpoint_group", groupWish());
                case "registered_limits" -> Map.of("registered_limits", List.of(registeredLimitWish(service(), name)));
                case "limits" -> Map.of("limits", List.of(limitWish()));
                case "trusts" -> Map.of("trust", trustWish());
                case "regions" -> Map.of("region", Map.of("id", name));
                case "services" -> Map.of("service", Map.of("type", name));
                case "endpoints" ->
                    Map.of("endpoint", Map.of("service_id", service(), "interface", "public", "url", "http://x"));
                case "domains", "roles", "application_credentials" ->
                    Map.of(singular(collection), Map.of("name", name));
                default -> Map.of(singular(collection), Map.of("name", name, "domain_id", domain));
            };
        }

        private static String singular(String plural) {
            return plural.endsWith("ies")
                    ? plural.substring(0, plural.length() - 3) + "y"
                    : plural.substring(0, plural.length() - 1);
        }
    }
}
