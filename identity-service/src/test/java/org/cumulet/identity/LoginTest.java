package org.cumulet.identity;

import static io.restassured.RestAssured.given;

import org.junit.jupiter.api.Test;

@IdentityTest
class LoginTest {
    @Test
    void smoke() throws Exception {
        var r = given().contentType("application/json").body("""
            {"auth":{"identity":{"methods":["password"],"password":{"user":{"name":"admin","domain":{"name":"Default"},"password":"admin-of-tests"}}},
            "scope":{"project":{"name":"admin","domain":{"id":"default"}}}}}""").post("/identity/v3/auth/tokens");
        var t = r.header("X-Subject-Token");
        var http = java.net.http.HttpClient.newHttpClient();
        for (var p : new String[] {
            "/identity/v3/roles",
            "/identity/v3/role_assignments?include_names&effective",
            "/identity/v3/users/%00",
            "/identity/v3/users?name=%00",
            "/identity/v3/users?name=%ff",
            "/identity/v3/projects/x%2Fy",
            "/identity/v3/projects/?enabled=0",
            "/identity/v3/projects/default?parents_as_list&subtree_as_ids"
        }) {
            var a = http.send(
                    java.net.http.HttpRequest.newBuilder(java.net.URI.create("http://localhost:18101" + p))
                            .header("X-Auth-Token", t)
                            .build(),
                    java.net.http.HttpResponse.BodyHandlers.ofString());
            System.out.println(p + " " + a.statusCode() + " " + a.body());
        }
        for (var b : new String[] {
            "{\"name\":\"p1\"}",
            "{\"name\":\"p2\",\"enabled\":null}",
            "{\"name\":\"p2\",\"enabled\":\"False\"}",
            "{\"name\":\"p2\",\"enabled\":0}",
            "{\"name\":\"p2\",\"enabled\":\"\"}",
            "{\"name\":\"p\\u0000\"}",
            "{\"name\":\"p\\ud800\"}",
            "{\"name\":\"p3\",\"x\":{\"y\":[1,null]},\"id\":\"5\",\"tags\":[\"a\",\"b\"],\"options\":{\"immutable\":true}}",
            "{\"name\":\"p4\",\"options\":{\"foo\":true}}",
            "{\"name\":\"p4\",\"tags\":[\"a/b\"]}",
            "{\"name\":\"  \"}",
            "{}",
            "{\"name\":7}",
            "{\"name\":\"p5\", \"description\": null, \"x\":\"a\\u0000\"}"
        }) {
            var a = given().header("X-Auth-Token", t)
                    .contentType("application/json")
                    .body("{\"project\":" + b + "}")
                    .post("/identity/v3/projects");
            System.out.println(b + " " + a.statusCode() + " " + a.asString());
            if (a.statusCode() == 201) {
                for (var c : new String[] {
                    "{}",
                    "{\"enabled\":null}",
                    "{\"enabled\":false,\"x\":null,\"zz\":1}",
                    "{\"description\":null,\"options\":{\"immutable\":null}}",
                    "{\"domain_id\":\"default\"}",
                    "{\"domain_id\":null}",
                    "{\"parent_id\":\"q\"}"
                }) {
                    var d = given().header("X-Auth-Token", t)
                            .contentType("application/json")
                            .body("{\"project\":" + c + "}")
                            .patch("/identity/v3/projects/" + a.path("project.id"));
                    System.out.println("    " + c + " " + d.statusCode() + " " + d.asString());
                }
            }
        }
        for (var b : new String[] {"null", "{\"auth\":null}", "{\"auth\":{}}", "[]", "{", ""}) {
            var a = given().contentType("application/json").body(b).post("/identity/v3/auth/tokens");
            System.out.println(b + " " + a.statusCode() + " " + a.asString());
        }
    }
}
