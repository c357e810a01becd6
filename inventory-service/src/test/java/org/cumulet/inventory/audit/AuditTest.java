package org.cumulet.inventory.audit;

import static io.restassured.RestAssured.given;
import static org.cumulet.inventory.Api.map;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cumulet.inventory.Api;
import org.cumulet.inventory.InventoryTest;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@InventoryTest
class AuditTest {

    private static final String FIRST = "/compute/v2.1/servers/detail?all_tenants=1&limit=1000";

    private final Api admin = Api.admin();
    private String host;

    @BeforeEach
    void makeHost() {
        host = admin.simulated(1, 8, 8192, 100).getFirst();
    }

    @AfterEach
    void clear() {
        compute(FIRST, List.of(), null);
        admin.clear();
    }

    /// What compute answers from now on.
    private static void compute(String path, List<Map<String, Object>> servers, String next) {
        var compute = ConfigProvider.getConfig().getValue("cumulet.url.compute", String.class);
        var links = next == null ? List.of() : List.of(Map.of("rel", "next", "href", next));
        given().contentType("application/json")
                .urlEncodingEnabled(false)
                .body(Map.of("servers", servers, "servers_links", links))
                .put(compute + path)
                .then()
                .statusCode(200);
    }

    private Map<String, Object> server(String id) {
        return map("id", id, "status", "ACTIVE", "OS-EXT-SRV-ATTR:host", admin.name(host));
    }

    private String claimed() {
        var id = UUID.randomUUID().toString();
        Api.service()
                .json(Map.of(
                        "claims",
                        List.of(map(
                                "consumer_id", id, "project_id", "p", "user_id", "u", "resources", Map.of("VCPU", 1)))))
                .post(Api.CLAIMS)
                .then()
                .statusCode(200);
        return id;
    }

    private ValidatableResponse audit(String query) {
        return admin.as().get("/inventory/v1/audit" + query).then();
    }

    @Test
    void listsEveryClaimWithItsAge() {
        var server = claimed();

        audit("")
                .statusCode(200)
                .body("claims_in_all", equalTo(1))
                .body("claims[0].consumer_id", equalTo(server))
                .body("claims[0].project_id", equalTo("p"))
                .body("claims[0].age_seconds", greaterThanOrEqualTo(0))
                .body("claims[0].allocations[0].host", equalTo(admin.name(host)))
                .body("claims[0].allocations[0].resources.VCPU", equalTo(1));
    }

    @Test
    void hasPages() {
        claimed();
        claimed();
        claimed();

        var first = audit("?limit=2").statusCode(200).body("claims", hasSize(2)).body("claims_in_all", equalTo(3));
        String next = first.extract().path("claims_links[0].href");
        admin.as().get(next).then().body("claims", hasSize(1)).body("claims_links", nullValue());
        audit("?limit=x").statusCode(400).body("error.code", equalTo(400));
        audit("?marker=x").statusCode(400);
    }

    @Test
    void findsNothingWhereEveryClaimHasItsServer() {
        var one = claimed();
        var other = claimed();
        compute(FIRST, List.of(server(one)), "next");
        compute(FIRST + "&marker=" + one, List.of(server(other)), null);

        audit("").body("servers", equalTo(2)).body("not_compared", nullValue()).body("violations", empty());
    }

    @Test
    void findsAClaimWithoutServer() {
        var server = claimed();
        compute(FIRST, List.of(), null);

        audit("")
                .body("violations", hasSize(1))
                .body("violations[0].kind", equalTo("CLAIM_WITHOUT_SERVER"))
                .body("violations[0].consumer_id", equalTo(server))
                .body("violations[0].host", equalTo(admin.name(host)));
    }

    @Test
    void findsAServerWithoutClaim() {
        var server = UUID.randomUUID().toString();
        compute(FIRST, List.of(server(server)), null);

        audit("")
                .body("violations", hasSize(1))
                .body("violations[0].kind", equalTo("SERVER_WITHOUT_CLAIM"))
                .body("violations[0].consumer_id", equalTo(server));
    }

    @Test
    void forgivesAServerThatLeavesOrHasNoHostYet() {
        var leaving = server(UUID.randomUUID().toString());
        leaving.put("OS-EXT-STS:task_state", "deleting");
        compute(FIRST, List.of(leaving, map("id", UUID.randomUUID().toString(), "status", "BUILD")), null);

        audit("").body("servers", equalTo(2)).body("violations", empty());
    }

    @Test
    void findsAHostThatHasBecomeTooSmall() {
        var server = claimed();
        compute(FIRST, List.of(server(server)), null);
        long generation = ((Number) admin.as()
                        .get("/placement/resource_providers/" + host + "/inventories")
                        .then()
                        .extract()
                        .path("resource_provider_generation"))
                .longValue();
        admin.json(map("resource_provider_generation", generation, "total", 8, "reserved", 7, "allocation_ratio", 0.5))
                .put("/placement/resource_providers/" + host + "/inventories/VCPU")
                .then()
                .statusCode(200);

        audit("")
                .body("violations", hasSize(1))
                .body("violations[0].kind", equalTo("HOST_OVERFULL"))
                .body("violations[0].host", equalTo(admin.name(host)))
                .body("violations[0].message", containsString("VCPU"));
    }
}
