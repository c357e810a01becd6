package org.cumulet.identity;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.cumulet.testing.KafkaResource;
import org.cumulet.testing.PostgresResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "services", value = "identity"))
@WithTestResource(KafkaResource.class)
class LoginTest {
    @Test
    void smoke() {
        var r = given().contentType("application/json").body("""
            {"auth":{"identity":{"methods":["password"],"password":{"user":{"name":"admin","domain":{"name":"Default"},"password":"admin-of-tests"}}},
            "scope":{"project":{"name":"admin","domain":{"id":"default"}}}}}""").post("/identity/v3/auth/tokens");
        System.out.println(r.statusCode() + r.headers().toString() + r.asString());
        var t = r.header("X-Subject-Token");
        for (var p : new String[]{"/identity", "/identity/", "/identity/v3", "/identity/v3/", "/identity/v3/jwks", "/identity/v3/users", "/identity/v3/projects", "/identity/v3/projects?tags=a,b&not-tags-any=c", "/identity/v3/roles", "/identity/v3/role_assignments?include_names&effective", "/identity/v3/endpoints?interface=public", "/identity/v3/auth/projects", "/identity/v3/auth/catalog", "/identity/v3/nope", "/identity/v3/users/%00", "/identity/v3/projects/x%2Fy"}) {
            var a = given().header("X-Auth-Token", t).redirects().follow(false).get(p);
            System.out.println(p + " " + a.statusCode() + " " + a.asString());
        }
        var a = given().header("X-Auth-Token", t).header("X-Subject-Token", t).head("/identity/v3/auth/tokens");
            System.out.println("HEAD " + a.statusCode() + " " + a.headers());
    }
}
