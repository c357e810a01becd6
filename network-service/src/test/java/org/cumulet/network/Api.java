package org.cumulet.network;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cumulet.testing.auth.TestTokens;

/// The API as one caller sees it.
public record Api(String token) {

    public static final String V2 = "/network/v2.0";

    /// A member of a project that nobody else works in.
    public static Api ofNewProject() {
        return new Api(TestTokens.memberOf(newProject()));
    }

    public static String newProject() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    public static Api memberOf(String project) {
        return new Api(TestTokens.memberOf(project));
    }

    public static Api admin() {
        return new Api(TestTokens.admin());
    }

    public static Api service() {
        return new Api(TestTokens.service());
    }

    public RequestSpecification asked() {
        return given().header("X-Auth-Token", token).contentType(ContentType.JSON);
    }

    public Response get(String path, Object... values) {
        return asked().get(V2 + path, values);
    }

    public Response post(String path, Object body) {
        return asked().body(body).post(V2 + path);
    }

    public Response put(String path, Object body) {
        return asked().body(body).put(V2 + path);
    }

    public Response delete(String path) {
        return asked().delete(V2 + path);
    }

    /// Makes a thing that must be made; returns it.
    public Map<String, Object> made(String collection, Map<String, ?> attributes) {
        var name = collection.substring(0, collection.length() - 1).replace('-', '_');
        var answer = post("/" + collection, Map.of(name, attributes));
        if (answer.statusCode() != 201) {
            throw new AssertionError(answer.statusCode() + " " + answer.asString());
        }
        return answer.jsonPath().getMap(name);
    }

    /// Makes a network; returns its id.
    public String network() {
        return id(made("networks", Map.of("name", "net")));
    }

    /// Makes a subnet; returns its id.
    public String subnet(String network, String cidr) {
        return id(made("subnets", Map.of("network_id", network, "ip_version", 4, "cidr", cidr)));
    }

    /// Makes a port; returns it.
    public Map<String, Object> port(String network) {
        return made("ports", Map.of("network_id", network));
    }

    public JsonPath shown(String path) {
        var answer = get(path);
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.asString());
        }
        return answer.jsonPath();
    }

    public List<String> ids(String collection, String query) {
        return shown("/" + collection + query).getList(collection.replace('-', '_') + ".id");
    }

    public static String id(Map<String, Object> thing) {
        return (String) thing.get("id");
    }

    /// The first address of a port.
    @SuppressWarnings("unchecked") // JSON
    public static String address(Map<String, Object> port) {
        return ((List<Map<String, String>>) port.get("fixed_ips")).getFirst().get("ip_address");
    }
}
