package org.cumulet.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cumulet.identity.Cloud.V3;
import static org.cumulet.identity.Cloud.as;
import static org.cumulet.identity.Cloud.make;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whatever is sent to an endpoint that writes: a refusal in Keystone's shape that names no class of ours, and nothing
/// has changed.
@IdentityTest
class BadInputTest {

    enum Kind {
        DOMAINS("domain", Map.of("name", "n")),
        PROJECTS("project", Map.of("name", "n")),
        USERS("user", Map.of("name", "n")),
        GROUPS("group", Map.of("name", "n")),
        ROLES("role", Map.of("name", "n")),
        REGIONS("region", Map.of("id", "n")),
        SERVICES("service", Map.of("type", "n")),
        ENDPOINTS("endpoint", Map.of("service_id", "n", "interface", "public", "url", "http://x"));

        private final String key;
        private final Map<String, String> needed;

        Kind(String key, Map<String, String> needed) {
            this.key = key;
            this.needed = needed;
        }

        String path() {
            return V3 + "/" + name().toLowerCase();
        }

        String one() {
            return switch (this) {
                case DOMAINS -> Cloud.newDomain();
                case PROJECTS -> Cloud.newProject();
                case USERS -> Cloud.newUser();
                case GROUPS -> Cloud.newGroup();
                case ROLES -> Cloud.newRole();
                case REGIONS -> make("regions", "region", Map.of());
                case SERVICES -> make("services", "service", Map.of("type", Cloud.fresh("type")));
                case ENDPOINTS ->
                    make(
                            "endpoints",
                            "endpoint",
                            Map.of("service_id", SERVICES.one(), "interface", "public", "url", "http://x"));
            };
        }
    }

    /// Not even a body.
    private static Stream<String> brokenBodies(Kind kind) {
        return Stream.of(
                        "",
                        "null",
                        "[]",
                        "7",
                        "{",
                        "{}",
                        "{'KEY':null}",
                        "{'KEY':[]}",
                        "{'KEY':'text'}",
                        "{'other':{}}",
                        "{'KEY':{},'KEY':{}}",
                        "{'KEY':{'name':'a','name':'b'}}",
                        "{'KEY':{}} more",
                        "[".repeat(1_010),
                        "{'KEY':{'colour':" + "[".repeat(1_010) + "]".repeat(1_010) + "}}")
                .map(body -> body.replace('\'', '"').replace("KEY", kind.key));
    }

    /// One value that does not fit, in an otherwise good body.
    private static Stream<String> brokenValues(Kind kind) {
        var texts = Stream.of("name", "description", "type", "url", "service_id", "region_id", "parent_region_id")
                .flatMap(key -> Stream.of(
                        "'%s':7".formatted(key),
                        "'%s':['x']".formatted(key),
                        "'%s':{'x':1}".formatted(key),
                        "'%s':'a\\u0000b'".formatted(key),
                        "'%s':'\\ud800'".formatted(key),
                        "'%s':'%s'".formatted(key, "x".repeat(70_000))));
        var others = Stream.of(
                "'name':''",
                "'name':'   '",
                "'name':null",
                "'enabled':'true'",
                "'enabled':1",
                "'enabled':null",
                "'options':7",
                "'options':{'nonsense':true}",
                "'options':{'immutable':'yes'}",
                "'options':null",
                "'tags':'a'",
                "'tags':['a/b']",
                "'tags':['a,b']",
                "'tags':[7]",
                "'tags':[null]",
                "'tags':['']",
                "'tags':null",
                "'interface':'secret'",
                "'interface':1",
                "'url':'no url'",
                "'url':'http://x/$(secret)s'",
                "'colour':'a\\u0000b'",
                "'a\\u0000b':1",
                "'colour':{'deep':['\\ud800']}",
                "'colour':'%s'".formatted("x".repeat(70_000)));
        return Stream.concat(texts, others)
                .filter(value -> matters(kind, value))
                .map(value -> value.replace('\'', '"'));
    }

    /// Keys that a kind does not know are kept for the caller whatever they hold.
    private static boolean matters(Kind kind, String value) {
        var key = value.substring(1, value.indexOf('\'', 1));
        return switch (key) {
            case "name" -> kind != Kind.REGIONS && kind != Kind.ENDPOINTS && (kind != Kind.SERVICES || !isBlank(value));
            case "description" -> kind != Kind.USERS && kind != Kind.ENDPOINTS;
            case "enabled" -> kind != Kind.GROUPS && kind != Kind.ROLES && kind != Kind.REGIONS;
            case "options" ->
                List.of(Kind.DOMAINS, Kind.PROJECTS, Kind.ROLES, Kind.USERS).contains(kind);
            case "tags" -> List.of(Kind.DOMAINS, Kind.PROJECTS).contains(kind);
            case "type" -> kind == Kind.SERVICES;
            case "url", "service_id", "region_id", "interface" -> kind == Kind.ENDPOINTS;
            case "parent_region_id" -> kind == Kind.REGIONS;
            default -> true;
        };
    }

    private static boolean isBlank(String value) {
        return value.contains("''") || value.contains("'   '") || value.contains("null");
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsMadeOfIt(Kind kind) {
        var before = ids(kind);
        brokenBodies(kind)
                .forEach(body -> mustBeBad(as(Cloud.admin()).body(body).post(kind.path()), body));
        brokenValues(kind)
                .map(value -> "{\"%s\":{%s}}".formatted(kind.key, rest(kind, value) + value))
                .forEach(body -> mustBeBad(as(Cloud.admin()).body(body).post(kind.path()), body));
        assertThat(ids(kind)).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsChangedByIt(Kind kind) {
        var path = kind.path() + "/" + kind.one();
        var before = as(Cloud.admin()).get(path).asString();
        brokenBodies(kind)
                .forEach(body -> mustBeBad(as(Cloud.admin()).body(body).patch(path), body));
        brokenValues(kind)
                .map(value -> "{\"%s\":{%s}}".formatted(kind.key, value))
                .forEach(body -> mustBeBad(as(Cloud.admin()).body(body).patch(path), body));
        assertThat(as(Cloud.admin()).get(path).asString()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotThereIsNotFoundHoweverItIsNamed(Kind kind) {
        for (var id : List.of(
                "nowhere",
                "00000000-0000-0000-0000-000000000000",
                "a%2Fb",
                "%27%20or%201=1",
                "x".repeat(300),
                "%F0%9F%98%80")) {
            var path = kind.path() + "/" + id;
            mustBe(404, as(Cloud.admin()).get(path));
            mustBe(404, as(Cloud.admin()).delete(path));
            mustBe(404, as(Cloud.admin()).body(Map.of(kind.key, Map.of())).patch(path));
        }
        mustBe(400, as(Cloud.admin()).get(kind.path() + "/%00"));
        mustBe(400, as(Cloud.admin()).get(kind.path() + "?name=%00"));
    }

    @ParameterizedTest
    @EnumSource
    void aMethodThatIsNotThereIsNotAllowed(Kind kind) {
        mustBe(405, as(Cloud.admin()).body("{}").put(kind.path()));
        mustBe(405, as(Cloud.admin()).delete(kind.path()));
    }

    @ParameterizedTest
    @EnumSource
    void somethingElseThanJsonIsNotRead(Kind kind) {
        mustBe(415, as(Cloud.admin()).contentType("text/xml").body("<a/>").post(kind.path()));
    }

    @Test
    void filtersHoldNoSurprises() {
        for (var query : List.of(
                "name=%27%3B%20drop%20table%20project%3B--",
                "name__contains=%25", "tags=%2C", "tags=", "enabled=maybe", "nonsense=1")) {
            as(Cloud.admin()).get(V3 + "/projects?" + query).then().statusCode(200);
        }
    }

    /// What a good body has beside the value under test.
    private static String rest(Kind kind, String value) {
        return kind.needed.entrySet().stream()
                .filter(it -> !value.startsWith("\"" + it.getKey() + "\""))
                .map(it -> "\"%s\":\"%s\",".formatted(it.getKey(), it.getValue()))
                .reduce("", String::concat);
    }

    private static List<String> ids(Kind kind) {
        return as(Cloud.admin()).get(kind.path()).path(kind.name().toLowerCase() + ".id");
    }

    private static void mustBeBad(Response response, String body) {
        mustBe(400, response, body.substring(0, Math.min(100, body.length())));
    }

    private static void mustBe(int status, Response response) {
        mustBe(status, response, "");
    }

    private static void mustBe(int status, Response response, String about) {
        assertThat(response.statusCode()).as(about).isEqualTo(status);
        assertThat(response.asString())
                .contains("\"error\":{", "\"code\":" + status, "\"title\":\"", "\"message\":\"")
                .doesNotContain("org.", "java.", "jakarta.", "com.", "SQL", "select ");
    }
}
