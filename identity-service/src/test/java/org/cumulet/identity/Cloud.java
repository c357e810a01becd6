package org.cumulet.identity;

import static io.restassured.RestAssured.given;
import static java.util.Map.entry;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What tests ask of the service, in words. Everything made here has a name of its own, since all tests share one
/// service.
public final class Cloud {

    public static final String V3 = "/identity/v3";
    /// As in application.properties; said here, since some tests ask before the framework tells where.
    private static final int PORT = 18101;

    public static final String ADMIN_PASSWORD = "admin-of-tests";
    public static final String SERVICE_PASSWORD = "services-of-tests";
    public static final String PASSWORD = "a password of tests";

    private static @Nullable String admin;

    private Cloud() {}

    public static String fresh(String kind) {
        return kind + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    public static RequestSpecification as(String token) {
        return nobody().header("X-Auth-Token", token);
    }

    public static RequestSpecification nobody() {
        return given().port(PORT)
                .contentType("application/json")
                .urlEncodingEnabled(false)
                .redirects()
                .follow(false);
    }

    /// The admin, in the project `admin`: one token for all tests, since none of them ends it.
    public static synchronized String admin() {
        if (admin == null) {
            admin = token(login(byName("admin", ADMIN_PASSWORD), projectNamed("admin")));
        }
        return admin;
    }

    /// One of our own services.
    public static String service() {
        return token(login(byName("compute", SERVICE_PASSWORD), projectNamed("service")));
    }

    public static Response login(Map<String, ?> user) {
        return attempt(Map.of("identity", password(user)));
    }

    public static Response login(Map<String, ?> user, Object scope) {
        return attempt(Map.of("identity", password(user), "scope", scope));
    }

    public static Response rescope(String token, Object scope) {
        return attempt(
                Map.of("identity", Map.of("methods", List.of("token"), "token", Map.of("id", token)), "scope", scope));
    }

    public static Response attempt(Map<String, ?> auth) {
        return nobody().body(Map.of("auth", auth)).post(V3 + "/auth/tokens");
    }

    public static String token(Response login) {
        return login.then().statusCode(201).extract().header("X-Subject-Token");
    }

    public static Map<String, Object> password(Map<String, ?> user) {
        return Map.of("methods", List.of("password"), "password", Map.of("user", user));
    }

    public static Map<String, Object> byName(String name, String password) {
        return Map.of("name", name, "domain", Map.of("id", "default"), "password", password);
    }

    public static Map<String, Object> byId(String id) {
        return Map.of("id", id, "password", PASSWORD);
    }

    public static Map<String, Object> project(String id) {
        return Map.of("project", Map.of("id", id));
    }

    public static Map<String, Object> projectNamed(String name) {
        return Map.of("project", Map.of("name", name, "domain", Map.of("id", "default")));
    }

    public static Map<String, Object> domain(String id) {
        return Map.of("domain", Map.of("id", id));
    }

    public static Map<String, Object> system() {
        return Map.of("system", Map.of("all", true));
    }

    /// A member of a project of its own.
    public static Person member() {
        return person("member");
    }

    public static Person person(String role) {
        var project = newProject();
        var user = newUser();
        grant("projects/" + project, user, role);
        return new Person(user, project);
    }

    /// Somebody with a role in a project.
    public record Person(String id, String project) {
        public String token() {
            return Cloud.token(login(byId(id), Cloud.project(project)));
        }
    }

    public static String newProject() {
        return make("projects", "project", Map.of("name", fresh("project")));
    }

    public static String newDomain() {
        return make("domains", "domain", Map.of("name", fresh("domain")));
    }

    public static String newUser() {
        return newUser(Map.of());
    }

    public static String newUser(Map<String, ?> more) {
        return make("users", "user", with(more, entry("name", fresh("user")), entry("password", PASSWORD)));
    }

    public static String newGroup(String... members) {
        var group = make("groups", "group", Map.of("name", fresh("group")));
        for (var member : members) {
            as(admin()).put(V3 + "/groups/" + group + "/users/" + member).then().statusCode(204);
        }
        return group;
    }

    public static String newRole() {
        return make("roles", "role", Map.of("name", fresh("role")));
    }

    public static String make(String kind, String key, Map<String, ?> wish) {
        return as(admin())
                .body(Map.of(key, wish))
                .post(V3 + "/" + kind)
                .then()
                .statusCode(201)
                .extract()
                .path(key + ".id");
    }

    public static Response change(String kind, String key, String id, Map<String, ?> change) {
        return as(admin()).body(Map.of(key, change)).patch(V3 + "/" + kind + "/" + id);
    }

    public static void delete(String path) {
        as(admin()).delete(V3 + "/" + path).then().statusCode(204);
    }

    public static String role(String name) {
        return as(admin()).get(V3 + "/roles?name=" + name).then().extract().path("roles[0].id");
    }

    /// @param place `projects/<id>`, `domains/<id>` or `system`
    public static void grant(String place, String user, String role) {
        as(admin())
                .put("%s/%s/users/%s/roles/%s".formatted(V3, place, user, role(role)))
                .then()
                .statusCode(204);
    }

    @SafeVarargs
    public static Map<String, Object> with(Map<String, ?> more, Map.Entry<String, Object>... usual) {
        var all = new HashMap<String, Object>(Map.ofEntries(usual));
        all.putAll(more);
        return all;
    }
}
