package org.cumulet.inventory.placement;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.cumulet.testing.auth.TestTokens;

/// Placement's API, asked as somebody who speaks a version.
public record Placement(String token, String version) {

    static final String PROVIDERS = "/placement/resource_providers";

    static Placement at(String version) {
        return new Placement(TestTokens.admin(), version);
    }

    static Placement latest() {
        return at("1.39");
    }

    RequestSpecification as() {
        return given().accept("application/json")
                .header("X-Auth-Token", token)
                .header("OpenStack-API-Version", "placement " + version);
    }

    ValidatableResponse get(String path, Object... values) {
        return as().urlEncodingEnabled(false).get(path, values).then();
    }

    ValidatableResponse post(String path, Object body) {
        return as().contentType("application/json").body(body).post(path).then();
    }

    ValidatableResponse put(String path, Object body) {
        return as().contentType("application/json").body(body).put(path).then();
    }

    ValidatableResponse delete(String path) {
        return as().delete(path).then();
    }

    /// A provider of its own, with a name nobody else has.
    String provider() {
        return below(null);
    }

    String below(String parent) {
        var wish = new LinkedHashMap<String, Object>(Map.of("name", "provider-" + UUID.randomUUID()));
        if (parent != null) {
            wish.put("parent_provider_uuid", parent);
        }
        return post(PROVIDERS, wish).statusCode(200).extract().path("uuid");
    }

    /// A provider that has so much: `VCPU`, 8, `MEMORY_MB`, 1024.
    String provider(Object... classesAndTotals) {
        var id = provider();
        has(id, classesAndTotals);
        return id;
    }

    void has(String id, Object... classesAndTotals) {
        var inventories = new LinkedHashMap<String, Object>();
        for (var at = 0; at < classesAndTotals.length; at += 2) {
            inventories.put((String) classesAndTotals[at], Map.of("total", classesAndTotals[at + 1]));
        }
        put(
                        PROVIDERS + "/" + id + "/inventories",
                        Map.of("inventories", inventories, "resource_provider_generation", generation(id)))
                .statusCode(200);
    }

    int generation(String id) {
        return get(PROVIDERS + "/" + id).statusCode(200).extract().path("generation");
    }

    void is(String id, String... traits) {
        put(PROVIDERS + "/" + id + "/traits", Map.of("traits", traits, "resource_provider_generation", generation(id)))
                .statusCode(200);
    }

    /// Gives so much of one class to somebody new.
    String holder(String provider, String resourceClass, int amount) {
        var consumer = UUID.randomUUID().toString();
        put("/placement/allocations/" + consumer, allocation(provider, resourceClass, amount, null))
                .statusCode(204);
        return consumer;
    }

    static Map<String, Object> allocation(String provider, String resourceClass, int amount, Integer generation) {
        var body = new LinkedHashMap<String, Object>();
        body.put("allocations", Map.of(provider, Map.of("resources", Map.of(resourceClass, amount))));
        body.put("project_id", TestTokens.PROJECT);
        body.put("user_id", TestTokens.USER);
        body.put("consumer_generation", generation);
        body.put("consumer_type", "INSTANCE");
        return body;
    }

    static JsonNode sample(String name) {
        try (var sample = Placement.class.getResourceAsStream("/samples/" + name + ".json")) {
            return new ObjectMapper().readTree(sample);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
