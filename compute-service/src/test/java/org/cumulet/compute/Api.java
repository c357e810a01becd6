package org.cumulet.compute;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.cumulet.testing.auth.TestTokens;

/// Ways to call the compute API in tests.
public final class Api {

    public static final String ROOT = "/compute/v2.1";

    private Api() {}

    public static RequestSpecification as(String token) {
        return given().contentType(ContentType.JSON)
                .header("X-Auth-Token", token)
                .basePath(ROOT);
    }

    public static RequestSpecification as(String token, String version) {
        return as(token).header("OpenStack-API-Version", "compute " + version);
    }

    /// A project nobody has seen before, so that tests do not count each other's servers.
    public static String freshProject() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    public static String freshName() {
        return "n-" + UUID.randomUUID();
    }

    /// `member` of this project.
    public static String member(String project) {
        return TestTokens.memberOf(project);
    }

    /// `admin` in this project.
    public static String admin(String project) {
        return TestTokens.project(project, TestTokens.USER, "admin", "member", "reader");
    }

    /// A flavor of this size, made by an admin; answers its id.
    public static String flavor(int vcpus, int ram, int disk) {
        return as(TestTokens.admin())
                .body("""
                        {"flavor":{"name":"%s","vcpus":%d,"ram":%d,"disk":%d}}""".formatted(freshName(), vcpus, ram, disk))
                .post("/flavors")
                .then()
                .statusCode(200)
                .extract()
                .path("flavor.id");
    }

    public static String flavor() {
        return flavor(1, 512, 1);
    }

    /// A server of the image and flavor everybody has, without networks; answers its id.
    public static String server(String token, String flavor) {
        return as(token)
                .body(serverBody(flavor, ""))
                .post("/servers")
                .then()
                .statusCode(202)
                .extract()
                .path("server.id");
    }

    /// @param more further keys, each with a comma before it
    public static String serverBody(String flavor, String more) {
        return """
                {"server":{"name":"web","imageRef":"%s","flavorRef":"%s"%s}}""".formatted(OtherServices.IMAGE, flavor, more);
    }
}
