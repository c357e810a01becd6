package org.cumulet.identity;

import static org.cumulet.identity.Cloud.V3;
import static org.cumulet.identity.Cloud.as;
import static org.cumulet.identity.Cloud.change;
import static org.cumulet.identity.Cloud.fresh;
import static org.cumulet.identity.Cloud.make;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@IdentityTest
class CatalogEntriesTest {

    private final String service = make("services", "service", Map.of("type", fresh("type"), "name", "mine"));

    private Map<String, Object> endpoint(Map<String, Object> more) {
        return Cloud.with(
                more,
                Map.entry("service_id", service),
                Map.entry("interface", "public"),
                Map.entry("url", "http://x/$(project_id)s"),
                Map.entry("region_id", "RegionOne"));
    }

    private void refuse(String kind, String key, Map<String, Object> wish, int status) {
        as(Cloud.admin()).body(Map.of(key, wish)).post(V3 + "/" + kind).then().statusCode(status);
    }

    @Nested
    class AService {

        @Test
        void isMadeShownChangedFoundAndDeletedWithItsEndpoints() {
            var type = fresh("type");
            var id = make("services", "service", Map.of("type", type, "name", "one", "colour", "blue"));
            var endpoint = make("endpoints", "endpoint", endpoint(Map.of("service_id", id)));
            var change = new HashMap<String, Object>(Map.of("name", "two", "enabled", false));
            change.put("description", null);
            change("services", "service", id, change).then().statusCode(200);
            as(Cloud.admin())
                    .get(V3 + "/services/" + id)
                    .then()
                    .statusCode(200)
                    .body("service.type", equalTo(type))
                    .body("service.name", equalTo("two"))
                    .body("service.enabled", is(false))
                    .body("service.description", nullValue())
                    .body("service.colour", equalTo("blue"));
            as(Cloud.admin()).get(V3 + "/services?type=" + type).then().body("services.id", equalTo(List.of(id)));
            as(Cloud.admin())
                    .get(V3 + "/services?name=two&type=" + type)
                    .then()
                    .body("services.id", equalTo(List.of(id)));
            Cloud.delete("services/" + id);
            as(Cloud.admin()).get(V3 + "/services/" + id).then().statusCode(404);
            as(Cloud.admin()).get(V3 + "/endpoints/" + endpoint).then().statusCode(404);
        }

        @Test
        void isOutOfTheCatalogWhileItIsDisabled() {
            change("services", "service", service, Map.of("enabled", false));
            as(Cloud.admin())
                    .get(V3 + "/auth/catalog")
                    .then()
                    .body("catalog.findAll { it.id == '%s' }".formatted(service), equalTo(List.of()));
        }
    }

    @Nested
    class AnEndpoint {

        @Test
        void isMadeShownChangedFoundAndDeleted() {
            var id = make("endpoints", "endpoint", endpoint(Map.of("colour", "blue")));
            change("endpoints", "endpoint", id, Map.of("interface", "internal", "url", "http://y"))
                    .then()
                    .statusCode(200);
            as(Cloud.admin())
                    .get(V3 + "/endpoints/" + id)
                    .then()
                    .statusCode(200)
                    .body("endpoint.service_id", equalTo(service))
                    .body("endpoint.interface", equalTo("internal"))
                    .body("endpoint.url", equalTo("http://y"))
                    .body("endpoint.region", equalTo("RegionOne"))
                    .body("endpoint.region_id", equalTo("RegionOne"))
                    .body("endpoint.enabled", is(true))
                    .body("endpoint.colour", equalTo("blue"));
            as(Cloud.admin())
                    .get(V3 + "/endpoints?interface=internal&region_id=RegionOne&service_id=" + service)
                    .then()
                    .body("endpoints.id", equalTo(List.of(id)));
            as(Cloud.admin())
                    .get(V3 + "/endpoints?interface=public&service_id=" + service)
                    .then()
                    .body("endpoints", equalTo(List.of()));
            as(Cloud.admin()).get(V3 + "/endpoints?interface=secret").then().statusCode(400);
            Cloud.delete("endpoints/" + id);
            as(Cloud.admin()).get(V3 + "/endpoints/" + id).then().statusCode(404);
        }

        @Test
        void mayNameItsRegionInTheOldWayWhichMakesIt() {
            var region = fresh("region");
            var id = make(
                    "endpoints",
                    "endpoint",
                    Map.of("service_id", service, "interface", "public", "url", "http://x", "region", region));
            as(Cloud.admin()).get(V3 + "/endpoints/" + id).then().body("endpoint.region_id", equalTo(region));
            as(Cloud.admin()).get(V3 + "/regions/" + region).then().statusCode(200);
        }

        @Test
        void needsAServiceARegionAnInterfaceAndAUrlThatWeUnderstand() {
            refuse("endpoints", "endpoint", endpoint(Map.of("service_id", "nothing")), 400);
            refuse("endpoints", "endpoint", endpoint(Map.of("region_id", "nowhere")), 400);
            refuse("endpoints", "endpoint", endpoint(Map.of("interface", "secret")), 400);
            var id = make("endpoints", "endpoint", endpoint(Map.of()));
            change("endpoints", "endpoint", id, Map.of("service_id", "nothing"))
                    .then()
                    .statusCode(400);
            change("endpoints", "endpoint", id, Map.of("region_id", "nowhere"))
                    .then()
                    .statusCode(400);
            change("endpoints", "endpoint", id, Map.of("url", "http://x/$(admin_token)s"))
                    .then()
                    .statusCode(400);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "http://x/$(admin_token)s",
                    "http://x/$(project_id",
                    "http://x/%(secret)s",
                    "no url",
                    "",
                    "http://x\r\ny"
                })
        void hasNoUrlThatCannotBeFilledIn(String url) {
            refuse("endpoints", "endpoint", endpoint(Map.of("url", url)), 400);
        }
    }

    @Nested
    class ARegion {

        @Test
        void isMadeShownChangedFoundAndDeleted() {
            var name = fresh("region");
            var id = make("regions", "region", Map.of("id", name, "parent_region_id", "RegionOne", "colour", "blue"));
            change("regions", "region", id, Map.of("description", "new")).then().statusCode(200);
            as(Cloud.member().token())
                    .get(V3 + "/regions/" + name)
                    .then()
                    .statusCode(200)
                    .body("region.id", equalTo(name))
                    .body("region.parent_region_id", equalTo("RegionOne"))
                    .body("region.description", equalTo("new"))
                    .body("region.colour", equalTo("blue"));
            as(Cloud.member().token())
                    .get(V3 + "/regions?parent_region_id=RegionOne")
                    .then()
                    .body("regions.id", hasItem(name))
                    .body("regions.parent_region_id", everyItem(equalTo("RegionOne")));
            Cloud.delete("regions/" + name);
            as(Cloud.admin()).get(V3 + "/regions/" + name).then().statusCode(404);
        }

        @Test
        void getsAnIdWhereNoneIsGiven() {
            as(Cloud.admin())
                    .get(V3 + "/regions/" + make("regions", "region", Map.of()))
                    .then()
                    .statusCode(200)
                    .body("region.description", equalTo(""));
        }

        @Test
        void isThereOnce() {
            refuse("regions", "region", Map.of("id", "RegionOne"), 409);
            refuse("regions", "region", Map.of("id", "a/b"), 400);
            refuse("regions", "region", Map.of("id", fresh("r"), "parent_region_id", "nowhere"), 404);
        }

        @Test
        void isNotAboveItself() {
            var top = make("regions", "region", Map.of("id", fresh("region")));
            var below = make("regions", "region", Map.of("id", fresh("region"), "parent_region_id", top));
            change("regions", "region", top, Map.of("parent_region_id", below))
                    .then()
                    .statusCode(400);
            change("regions", "region", top, Map.of("parent_region_id", top))
                    .then()
                    .statusCode(400);
        }

        @Test
        void staysWhileSomethingIsInIt() {
            var region = make("regions", "region", Map.of("id", fresh("region")));
            var endpoint = make("endpoints", "endpoint", endpoint(Map.of("region_id", region)));
            as(Cloud.admin()).delete(V3 + "/regions/" + region).then().statusCode(403);
            Cloud.delete("endpoints/" + endpoint);
            var below = make("regions", "region", Map.of("id", fresh("region"), "parent_region_id", region));
            as(Cloud.admin()).delete(V3 + "/regions/" + region).then().statusCode(403);
            Cloud.delete("regions/" + below);
            Cloud.delete("regions/" + region);
        }
    }
}
