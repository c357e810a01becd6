package org.cumulet.identity;

import static org.cumulet.identity.Cloud.V3;
import static org.cumulet.identity.Cloud.as;
import static org.cumulet.identity.Cloud.fresh;
import static org.cumulet.identity.Cloud.make;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// `/v3/OS-EP-FILTER`, and policies of endpoints.
@IdentityTest
class EndpointFiltersTest {

    private static final String FILTER = V3 + "/OS-EP-FILTER";

    private final String type = fresh("type");
    private final String service = make("services", "service", Map.of("type", type, "name", "x"));
    private final String endpoint = endpoint("RegionOne");
    private final Cloud.Person member = Cloud.member();

    private String endpoint(String region) {
        return make(
                "endpoints",
                "endpoint",
                Map.of("service_id", service, "interface", "public", "url", "http://x", "region_id", region));
    }

    private String group(Map<String, ?> filters) {
        return make("OS-EP-FILTER/endpoint_groups", "endpoint_group", Map.of("name", fresh("g"), "filters", filters));
    }

    private List<String> catalogTypes() {
        return as(member.token()).get(V3 + "/auth/catalog").path("catalog.findAll { it.endpoints }.type");
    }

    private static void put(String path) {
        as(Cloud.admin()).put(path).then().statusCode(204);
    }

    @Test
    void aProjectForWhichNothingIsNamedHasAllEndpoints() {
        assertThat(catalogTypes(), hasItems(type, "compute", "identity"));
    }

    @Test
    void aProjectHasTheEndpointsNamedForIt() {
        var path = FILTER + "/projects/" + member.project() + "/endpoints/" + endpoint;
        put(path);
        put(path);
        assertThat(catalogTypes(), equalTo(List.of(type)));
        as(Cloud.admin()).head(path).then().statusCode(204);
        as(Cloud.admin())
                .get(FILTER + "/projects/" + member.project() + "/endpoints")
                .then()
                .body("endpoints.id", equalTo(List.of(endpoint)));
        as(Cloud.admin())
                .get(FILTER + "/endpoints/" + endpoint + "/projects")
                .then()
                .body("projects.id", equalTo(List.of(member.project())));
        as(Cloud.admin()).delete(path).then().statusCode(204);
        as(Cloud.admin()).delete(path).then().statusCode(404);
        as(Cloud.admin()).get(path).then().statusCode(404);
        assertThat(catalogTypes(), hasItem("compute"));
    }

    @Test
    void aProjectHasTheEndpointsOfItsGroups() {
        var group = group(Map.of("service_id", service, "interface", "public"));
        as(Cloud.admin())
                .get(FILTER + "/endpoint_groups/" + group + "/endpoints")
                .then()
                .body("endpoints.id", equalTo(List.of(endpoint)));
        put(FILTER + "/endpoint_groups/" + group + "/projects/" + member.project());
        assertThat(catalogTypes(), equalTo(List.of(type)));
        as(Cloud.admin())
                .get(FILTER + "/projects/" + member.project() + "/endpoint_groups")
                .then()
                .body("endpoint_groups.id", equalTo(List.of(group)));
        Cloud.change(
                        "OS-EP-FILTER/endpoint_groups",
                        "endpoint_group",
                        group,
                        Map.of("filters", Map.of("region_id", "x")))
                .then()
                .statusCode(200);
        assertThat(catalogTypes(), not(hasItem(type)));
        as(Cloud.admin())
                .delete(FILTER + "/endpoint_groups/" + group + "/projects/" + member.project())
                .then()
                .statusCode(204);
        assertThat(catalogTypes(), hasItems(type, "compute"));
    }

    @Test
    void aGroupIsMadeOfKnownAttributesOnly() {
        as(Cloud.admin())
                .body(Map.of("endpoint_group", Map.of("name", "g", "filters", Map.of("color", "blue"))))
                .post(FILTER + "/endpoint_groups")
                .then()
                .statusCode(400);
        as(Cloud.admin())
                .body(Map.of("endpoint_group", Map.of("name", "g", "filters", Map.of("interface", "secret"))))
                .post(FILTER + "/endpoint_groups")
                .then()
                .statusCode(400);
    }

    @Test
    void theNearestPolicyOfAnEndpointCounts() {
        var north = make("regions", "region", Map.of());
        var pole = make("regions", "region", Map.of("parent_region_id", north));
        var far = endpoint(pole);
        var everywhere = make("policies", "policy", Map.of("type", "text/plain", "blob", "1"));
        var inNorth = make("policies", "policy", Map.of("type", "text/plain", "blob", "2"));
        var own = make("policies", "policy", Map.of("type", "text/plain", "blob", "3"));
        var path = V3 + "/endpoints/" + far + "/OS-ENDPOINT-POLICY/policy";
        as(Cloud.admin()).get(path).then().statusCode(404);
        put(V3 + "/policies/" + everywhere + "/OS-ENDPOINT-POLICY/services/" + service);
        as(Cloud.admin()).get(path).then().body("policy.id", equalTo(everywhere));
        put(V3 + "/policies/" + inNorth + "/OS-ENDPOINT-POLICY/services/" + service + "/regions/" + north);
        as(Cloud.admin()).get(path).then().body("policy.id", equalTo(inNorth));
        put(V3 + "/policies/" + own + "/OS-ENDPOINT-POLICY/endpoints/" + far);
        as(Cloud.admin()).get(path).then().body("policy.id", equalTo(own)).body("policy.blob", equalTo("3"));
        as(Cloud.admin())
                .get(V3 + "/policies/" + everywhere + "/OS-ENDPOINT-POLICY/endpoints")
                .then()
                .body("endpoints.id", equalTo(List.of(endpoint)));
        Cloud.delete("policies/" + own);
        as(Cloud.admin()).get(path).then().body("policy.id", equalTo(inNorth));
    }
}
