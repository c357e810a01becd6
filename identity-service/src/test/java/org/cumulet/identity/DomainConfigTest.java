package org.cumulet.identity;

import static org.cumulet.identity.Cloud.V3;
import static org.cumulet.identity.Cloud.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// `/v3/domains/{domain}/config`: settings that belong to one domain.
@IdentityTest
class DomainConfigTest {

    private final String path = V3 + "/domains/" + Cloud.newDomain() + "/config";

    private Response put(Map<String, ?> config) {
        return as(Cloud.admin()).body(Map.of("config", config)).put(path);
    }

    private static Response patch(String path, Map<String, ?> config) {
        return as(Cloud.admin()).body(Map.of("config", config)).patch(path);
    }

    @Test
    void isMadeReplacedAndDeleted() {
        as(Cloud.admin()).get(path).then().statusCode(404);
        put(Map.of("ldap", Map.of("url", "ldap://a"), "identity", Map.of("driver", "ldap")))
                .then()
                .statusCode(201)
                .body("config.ldap.url", equalTo("ldap://a"));
        put(Map.of("ldap", Map.of("url", "ldap://b"))).then().statusCode(200);
        as(Cloud.admin()).get(path).then().body("config", equalTo(Map.of("ldap", Map.of("url", "ldap://b"))));
        as(Cloud.admin()).delete(path).then().statusCode(204);
        as(Cloud.admin()).get(path).then().statusCode(404);
    }

    @Test
    void isReadAndChangedByGroupAndOption() {
        put(Map.of("ldap", Map.of("url", "ldap://a", "suffix", "dc=a"), "identity", Map.of("driver", "ldap")));
        as(Cloud.admin()).get(path + "/identity").then().body("config.identity.driver", equalTo("ldap"));
        as(Cloud.admin()).get(path + "/ldap/url").then().body("config.url", equalTo("ldap://a"));
        as(Cloud.admin()).get(path + "/ldap/user").then().statusCode(404);
        patch(path + "/identity", Map.of("identity", Map.of("list_limit", 5)))
                .then()
                .statusCode(200)
                .body("config.identity.list_limit", equalTo(5))
                .body("config.identity.driver", equalTo("ldap"));
        patch(path + "/ldap/url", Map.of("url", "ldap://b")).then().statusCode(200);
        patch(path + "/ldap/url", Map.of("suffix", "dc=b")).then().statusCode(403);
        patch(path + "/ldap", Map.of("identity", Map.of("driver", "sql")))
                .then()
                .statusCode(403);
        patch(path, Map.of("ldap", Map.of("suffix", "dc=c"))).then().body("config.ldap.url", equalTo("ldap://b"));
        as(Cloud.admin()).delete(path + "/ldap/url").then().statusCode(204);
        as(Cloud.admin()).get(path + "/ldap/url").then().statusCode(404);
        as(Cloud.admin()).delete(path + "/ldap").then().statusCode(204);
        as(Cloud.admin()).get(path + "/ldap").then().statusCode(404);
    }

    @Test
    void knowsOnlyWhatADomainMayHaveSettingsFor() {
        put(Map.of("token", Map.of("expiration", 1))).then().statusCode(403);
        put(Map.of("ldap", Map.of("color", "blue"))).then().statusCode(403);
        put(Map.of()).then().statusCode(403);
        as(Cloud.admin()).get(path).then().statusCode(404);
        as(Cloud.admin()).get(V3 + "/domains/nothing/config").then().statusCode(404);
    }

    @Test
    void keepsAPasswordAndNeverShowsIt() {
        put(Map.of("ldap", Map.of("url", "ldap://a", "password", "hush")))
                .then()
                .statusCode(201)
                .body("config.ldap", not(hasKey("password")))
                .body(not(containsString("hush")));
        as(Cloud.admin()).get(path).then().body(not(containsString("hush")));
        as(Cloud.admin()).get(path + "/ldap/password").then().statusCode(404);
    }

    @Test
    void hasDefaults() {
        var defaults = V3 + "/domains/config";
        as(Cloud.admin()).get(defaults + "/default").then().body("config.identity.driver", equalTo("sql"));
        as(Cloud.admin()).get(defaults + "/ldap/default").then().body("config.ldap", not(hasKey("password")));
        as(Cloud.admin()).get(defaults + "/identity/driver/default").then().body("config.driver", equalTo("sql"));
        as(Cloud.admin()).get(defaults + "/token/default").then().statusCode(404);
    }
}
