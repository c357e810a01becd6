package org.cumulet.identity;

import static org.cumulet.identity.Cloud.V3;
import static org.cumulet.identity.Cloud.as;
import static org.cumulet.identity.Cloud.byId;
import static org.cumulet.identity.Cloud.fresh;
import static org.cumulet.identity.Cloud.make;
import static org.cumulet.identity.Cloud.with;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// `/v3/registered_limits` and `/v3/limits`
@IdentityTest
class LimitsTest {

    private final String service = make("services", "service", Map.of("type", fresh("type")));
    private final String thing = fresh("thing");

    private static Response post(String kind, Map<String, ?> wish) {
        return as(Cloud.admin()).body(Map.of(kind, List.of(wish))).post(V3 + "/" + kind);
    }

    private Response register(Map<String, ?> more) {
        return post(
                "registered_limits",
                with(
                        more,
                        Map.entry("service_id", service),
                        Map.entry("resource_name", thing),
                        Map.entry("default_limit", 10)));
    }

    private Response limit(Map<String, ?> more) {
        return post(
                "limits",
                with(
                        more,
                        Map.entry("service_id", service),
                        Map.entry("resource_name", thing),
                        Map.entry("resource_limit", 5)));
    }

    @Test
    void areRegisteredOncePerServiceRegionAndThing() {
        register(Map.of())
                .then()
                .statusCode(201)
                .body("registered_limits[0].default_limit", equalTo(10))
                .body("registered_limits[0].region_id", nullValue())
                .body("registered_limits[0].description", nullValue());
        register(Map.of()).then().statusCode(409);
        register(Map.of("region_id", "RegionOne")).then().statusCode(201);
        register(Map.of("service_id", "nothing")).then().statusCode(400);
        register(Map.of("region_id", "nowhere")).then().statusCode(400);
        register(Map.of("default_limit", -2)).then().statusCode(400);
        register(Map.of("default_limit", "10")).then().statusCode(400);
        as(Cloud.member().token())
                .get(V3 + "/registered_limits?service_id=" + service)
                .then()
                .statusCode(200)
                .body("registered_limits.size()", equalTo(2));
    }

    @Test
    void areForAProjectOrADomainAndNeedARegisteredOne() {
        var project = Cloud.newProject();
        limit(Map.of("project_id", project)).then().statusCode(403);
        register(Map.of());
        limit(Map.of("project_id", project))
                .then()
                .statusCode(201)
                .body("limits[0].resource_limit", equalTo(5))
                .body("limits[0].project_id", equalTo(project))
                .body("limits[0].domain_id", nullValue());
        limit(Map.of("project_id", project)).then().statusCode(409);
        limit(Map.of("domain_id", Cloud.newDomain())).then().statusCode(201);
        limit(Map.of()).then().statusCode(400);
        limit(Map.of("project_id", project, "domain_id", "default")).then().statusCode(400);
        limit(Map.of("project_id", "nothing")).then().statusCode(400);
    }

    @Test
    void changeInNumberAndDescriptionOnly() {
        String registered = register(Map.of()).path("registered_limits[0].id");
        String limit = limit(Map.of("project_id", Cloud.newProject())).path("limits[0].id");
        Cloud.change("limits", "limit", limit, Map.of("resource_limit", 7))
                .then()
                .statusCode(200)
                .body("limit.resource_limit", equalTo(7));
        Cloud.change("limits", "limit", limit, Map.of("resource_name", "other"))
                .then()
                .statusCode(400);
        Cloud.change("registered_limits", "registered_limit", registered, Map.of("default_limit", 20))
                .then()
                .statusCode(200);
        Cloud.change("registered_limits", "registered_limit", registered, Map.of("resource_name", "other"))
                .then()
                .statusCode(403);
        as(Cloud.admin()).delete(V3 + "/registered_limits/" + registered).then().statusCode(403);
        Cloud.delete("limits/" + limit);
        Cloud.delete("registered_limits/" + registered);
        as(Cloud.admin()).get(V3 + "/limits/" + limit).then().statusCode(404);
    }

    @Test
    void areSeenByThoseTheyAreFor() {
        register(Map.of());
        var member = Cloud.member();
        String limit = limit(Map.of("project_id", member.project())).path("limits[0].id");
        as(member.token()).get(V3 + "/limits").then().body("limits.id", equalTo(List.of(limit)));
        as(member.token()).get(V3 + "/limits/" + limit).then().statusCode(200);
        var stranger = Cloud.member().token();
        as(stranger).get(V3 + "/limits").then().body("limits", equalTo(List.of()));
        as(stranger).get(V3 + "/limits/" + limit).then().statusCode(404);
        var reader = Cloud.newUser();
        Cloud.grant("domains/default", reader, "reader");
        as(Cloud.token(Cloud.login(byId(reader), Cloud.domain("default"))))
                .get(V3 + "/limits")
                .then()
                .body("limits.id", hasItem(limit));
    }

    @Test
    void goWithTheirServiceOrProject() {
        register(Map.of());
        var project = Cloud.newProject();
        String limit = limit(Map.of("project_id", project)).path("limits[0].id");
        Cloud.delete("projects/" + project);
        as(Cloud.admin()).get(V3 + "/limits/" + limit).then().statusCode(404);
        limit(Map.of("project_id", Cloud.newProject()));
        Cloud.delete("services/" + service);
        as(Cloud.admin()).get(V3 + "/limits?service_id=" + service).then().body("limits", equalTo(List.of()));
    }

    @Test
    void haveAModel() {
        as(Cloud.member().token()).get(V3 + "/limits/model").then().body("model.name", equalTo("flat"));
    }
}
