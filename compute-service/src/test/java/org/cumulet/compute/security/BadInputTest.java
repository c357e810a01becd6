package org.cumulet.compute.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.cumulet.compute.Api;
import org.cumulet.compute.ApiProfile;
import org.cumulet.compute.ComputeTest;
import org.cumulet.compute.Endpoints;
import org.cumulet.compute.OtherServices;
import org.cumulet.compute.Servers;
import org.cumulet.testing.auth.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What nobody means, at every endpoint that reads something: the API's own refusal, no defect, nothing of ours in it.
@ComputeTest
@TestProfile(ApiProfile.class)
class BadInputTest {

    private static final List<String> BODIES = List.of(
            "",
            "{",
            "[]",
            "null",
            "7",
            "\"text\"",
            "{}",
            "{\"server\":null}",
            "{\"a\":1,\"a\":2}",
            "{\"x\":\"\\ud800\"}",
            "[".repeat(10_000),
            "{\"a\":".repeat(10_000),
            "\u0000",
            "<xml/>",
            "{\"server\":{\"name\":\"" + "x".repeat(100_000) + "\"}}");

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void isRefusedAtEveryEndpointThatReadsABody() {
        for (var endpoint : Endpoints.all()) {
            if (endpoint.startsWith("POST") || endpoint.startsWith("PUT")) {
                BODIES.forEach(body -> refused(endpoint, ask(endpoint, "application/json", body)));
            }
        }
    }

    @Test
    void isRefusedWhenItIsNoJson() {
        for (var endpoint : Endpoints.all()) {
            if (endpoint.startsWith("POST")) {
                refused(endpoint, ask(endpoint, "application/xml", "<server/>"));
            }
        }
    }

    @Test
    void isRefusedWhereItNamesNothing() {
        for (var endpoint : Endpoints.all()) {
            for (var name : List.of("%00", "%20", "%ff", "..%2f..%2fetc", "%27%20or%201%3D1", "x".repeat(2000))) {
                if (endpoint.contains("{")) {
                    var path = endpoint.split(" ")[1].replaceAll("\\{\\w+}", name);
                    var answer = RestAssured.given()
                            .urlEncodingEnabled(false)
                            .header("X-Auth-Token", TestTokens.admin())
                            .header("OpenStack-API-Version", "compute 2.60")
                            .request("GET", Endpoints.root(path) + path);
                    assertThat(answer.statusCode()).as(endpoint + " " + name).isLessThan(500);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name=%00",
                "name=(.*)%5C1",
                "name=" + "%28a%2A%29%2A",
                "status=%00",
                "sort_key=created_at%3Bdrop%20table%20server",
                "marker=%27",
                "limit=1e3",
                "limit=-9223372036854775808",
                "changes-since=0000-00-00",
                "changes-since=%2B999999999-01-01T00:00:00",
                "ip=%5B",
                "tags=%00",
                "launch_index=x",
                "power_state=x"
            })
    void isRefusedInTheQueryOfAList(String query) {
        for (var path : List.of("/servers", "/servers/detail")) {
            var answer =
                    Api.as(TestTokens.admin(), "2.90").urlEncodingEnabled(false).get(path + "?" + query);
            assertThat(answer.statusCode()).as(query).isLessThan(500);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "key_name",
                "availability_zone",
                "host",
                "hypervisor_hostname",
                "description",
                "hostname",
                "user_data",
                "adminPass"
            })
    void isRefusedInsideOfText(String key) {
        for (var text : List.of("\\u0000", "\\ud800", "a\\u001bb", "")) {
            var answer = Api.as(TestTokens.admin(), "2.90")
                    .body(Api.serverBody(Api.flavor(), ",\"networks\":\"none\",\"%s\":\"%s\"".formatted(key, text)))
                    .post("/servers");
            assertThat(answer.statusCode()).as(key + " " + text).isIn(202, 400);
        }
    }

    /// Past all tools that would look at the body.
    private HttpResponse<String> ask(String endpoint, String type, String body) {
        var path = endpoint.split(" ")[1]
                .replace("{project}", TestTokens.PROJECT)
                .replace("{name}", "default")
                .replace("{port}", OtherServices.PORT)
                .replaceAll("\\{(key|tag)}", "key")
                .replaceAll("\\{\\w+}", Servers.HOST.id().toString());
        var request = HttpRequest.newBuilder(
                        URI.create("http://localhost:%d%s%s".formatted(RestAssured.port, Endpoints.root(path), path)))
                .header("Content-Type", type)
                .header("X-Auth-Token", TestTokens.admin())
                .header("OpenStack-API-Version", "compute 2.60")
                .method(endpoint.split(" ")[0], HttpRequest.BodyPublishers.ofString(body));
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(endpoint, e);
        }
    }

    private static void refused(String endpoint, HttpResponse<String> answer) {
        if (endpoint.equals("PUT /servers/{id}/tags/{tag}")) {
            return; // reads no body
        }
        assertThat(answer.statusCode()).as(endpoint + ": " + answer.body()).isBetween(400, 499);
        Map<String, Map<String, Object>> fault = JsonPath.from(answer.body()).get("$");
        assertThat(fault).as(endpoint).hasSize(1);
        assertThat(fault.values().iterator().next()).containsOnlyKeys("code", "message");
        assertThat(answer.body()).doesNotContain("Exception", "org.cumulet", "com.fasterxml", "java.", "jakarta.");
    }
}
