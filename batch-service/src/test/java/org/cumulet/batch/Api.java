package org.cumulet.batch;

import static io.restassured.RestAssured.given;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cumulet.testing.auth.TestTokens;
import org.eclipse.microprofile.config.ConfigProvider;

/// The batch API, asked as somebody.
public record Api(String project, String token) {

    private static final RestAssuredConfig LINES_ARE_TEXT = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig().encodeContentTypeAs("application/x-ndjson", ContentType.TEXT));

    public static final String JOBS = "/batch/v1/jobs";

    /// A member of a project that has nothing yet.
    public static Api somebody() {
        var project = UUID.randomUUID().toString().replace("-", "");
        return new Api(project, TestTokens.memberOf(project));
    }

    public static String fresh(String prefix) {
        return prefix + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    public RequestSpecification as() {
        return given().config(LINES_ARE_TEXT).header("X-Auth-Token", token).contentType("application/json");
    }

    /// Submits networks of these names as one job.
    public String submitNetworks(String... names) {
        return submit(Arrays.stream(names).map(Api::network).collect(Collectors.joining(",")));
    }

    /// @param operations what is between the brackets
    public String submit(String operations) {
        return accepted("{\"operations\":[%s]}".formatted(operations));
    }

    public String accepted(String document) {
        return as().body(document).post(JOBS).then().statusCode(202).extract().path("job.id");
    }

    public static String network(String name) {
        return """
                {"method":"POST","path":"/network/v2.0/networks","body":{"network":{"name":"%s"}}}""".formatted(name);
    }

    public static String server(String name) {
        return """
                {"method":"POST","path":"/compute/v2.1/servers","body":{"server":{"name":"%s"}}}""".formatted(name);
    }

    /// The job once it has ended.
    public ValidatableResponse ended(String job) {
        return as().get(JOBS + "/" + job + "?wait=60").then().statusCode(200);
    }

    public ValidatableResponse items(String job, String query) {
        return as().get(JOBS + "/" + job + "/items" + query).then();
    }

    public ValidatableResponse steer(String job, String how) {
        return as().post(JOBS + "/" + job + "/" + how).then();
    }

    /// How often something was done in the cloud.
    public static int done(String name) {
        return ask("/network/done?name=" + name);
    }

    /// What was deleted in the cloud, of those whose names begin so, in that order.
    public static List<String> deleted(String prefix) {
        var names = given().get(others() + "/network/deleted?name=" + prefix).asString();
        return names.isEmpty() ? List.of() : List.of(names.split(","));
    }

    /// What the other services of the tests say.
    public static int ask(String path) {
        return Integer.parseInt(given().get(others() + path).asString());
    }

    public static String others() {
        return ConfigProvider.getConfig().getValue("test.others", String.class);
    }
}
