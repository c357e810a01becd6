package org.cumulet.inventory;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.cumulet.testing.auth.TestTokens;

/// The inventory's API, asked as somebody.
public record Api(String token) {

    public static final String HOSTS = "/inventory/v1/hosts";
    public static final String CLAIMS = "/inventory/v1/claims";

    public static Api admin() {
        return new Api(TestTokens.admin());
    }

    public static Api service() {
        return new Api(TestTokens.service());
    }

    public static Api reader() {
        return new Api(TestTokens.reader());
    }

    public RequestSpecification as() {
        return given().accept("application/json").header("X-Auth-Token", token);
    }

    public RequestSpecification json(Object body) {
        return as().contentType("application/json").body(body);
    }

    public ValidatableResponse register(Object... hosts) {
        return json(Map.of("hosts", List.of(hosts))).post(HOSTS).then();
    }

    public ValidatableResponse show(String id) {
        return as().get(HOSTS + "/" + id).then();
    }

    public ValidatableResponse change(String id, Object... keysAndValues) {
        return json(Map.of("host", map(keysAndValues))).patch(HOSTS + "/" + id).then();
    }

    public ValidatableResponse delete(String id) {
        return as().delete(HOSTS + "/" + id).then();
    }

    public String state(String id) {
        return show(id).statusCode(200).extract().path("host.state");
    }

    /// Hosts in memory that are ready, with a name nobody else has.
    public List<String> simulated(int count, int vcpus, int memoryMb, int diskGb, Object... more) {
        var prefix = "sim-" + UUID.randomUUID().toString().substring(0, 8);
        var hosts = new ArrayList<Map<String, Object>>();
        for (var at = 0; at < count; at++) {
            var host = map(more);
            host.put("name", "%s-%02d".formatted(prefix, at));
            host.put("kind", "simulated");
            host.put("capacity", Map.of("vcpus", vcpus, "memory_mb", memoryMb, "disk_gb", diskGb));
            hosts.add(host);
        }
        List<String> ids = register(hosts.toArray()).statusCode(202).extract().path("hosts.id");
        ids.forEach(id -> awaitState(id, "ready"));
        return ids;
    }

    public void awaitState(String id, String state) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            if (!state(id).equals(state)) {
                throw new AssertionError(show(id).extract().asString());
            }
        });
    }

    public String name(String id) {
        return show(id).extract().path("host.name");
    }

    /// Everything that is there goes away.
    public void clear() {
        untilEmpty(
                "/inventory/v1/audit",
                "claims.consumer_id",
                id -> service().as().delete(CLAIMS + "/" + id).then().statusCode(204));
        untilEmpty(HOSTS, "hosts.id", id -> delete(id).statusCode(204));
        var providers = "/placement/resource_providers";
        untilEmpty(providers, "resource_providers.uuid", id -> as().delete(providers + "/" + id));
    }

    private void untilEmpty(String list, String ids, Consumer<String> remove) {
        List<String> all = as().get(list).then().statusCode(200).extract().path(ids);
        while (!all.isEmpty()) {
            all.forEach(remove);
            all = as().get(list).then().statusCode(200).extract().path(ids);
        }
    }

    public static Map<String, Object> map(Object... keysAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (var at = 0; at < keysAndValues.length; at += 2) {
            map.put((String) keysAndValues[at], keysAndValues[at + 1]);
        }
        return map;
    }
}
