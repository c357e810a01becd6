package org.cumulet.image;

import static io.restassured.RestAssured.config;
import static io.restassured.RestAssured.given;
import static io.restassured.config.EncoderConfig.encoderConfig;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cumulet.testing.auth.TestTokens;

/// The image API, asked as somebody.
public record Api(String token) {

    public static final String IMAGES = "/image/v2/images";
    public static final String PATCH = "application/openstack-images-v2.1-json-patch";

    public static final String OLD_PATCH = "application/openstack-images-v2.0-json-patch";

    public static Api member() {
        return new Api(TestTokens.member());
    }

    public static Api admin() {
        return new Api(TestTokens.admin());
    }

    public static Api stranger() {
        return new Api(TestTokens.stranger());
    }

    public static Api reader() {
        return new Api(TestTokens.reader());
    }

    public static Api of(String project) {
        return new Api(TestTokens.memberOf(project));
    }

    /// Without a token.
    public static RequestSpecification nobody() {
        return given().config(config().encoderConfig(encoderConfig()
                        .encodeContentTypeAs(PATCH, ContentType.JSON)
                        .encodeContentTypeAs(OLD_PATCH, ContentType.JSON)))
                .accept("application/json");
    }

    public RequestSpecification as() {
        return nobody().header("X-Auth-Token", token);
    }

    public ValidatableResponse create(Map<String, ?> image) {
        return as().contentType("application/json").body(image).post(IMAGES).then();
    }

    /// A raw image without bytes; more can be said of it.
    public String raw(Object... more) {
        var image = new LinkedHashMap<String, Object>(Map.of("disk_format", "raw", "container_format", "bare"));
        for (var at = 0; at < more.length; at += 2) {
            image.put((String) more[at], more[at + 1]);
        }
        return create(image).statusCode(201).extract().path("id");
    }

    /// A raw image with these bytes.
    public String active(byte[] bytes, Object... more) {
        var id = raw(more);
        upload(id, bytes).statusCode(204);
        return id;
    }

    public ValidatableResponse upload(String id, byte[] bytes) {
        return as().contentType("application/octet-stream")
                .body(bytes)
                .put(IMAGES + "/" + id + "/file")
                .then();
    }

    public ValidatableResponse download(String id) {
        return as().get(IMAGES + "/" + id + "/file").then();
    }

    public ValidatableResponse show(String id) {
        return as().get(IMAGES + "/" + id).then();
    }

    public String status(String id) {
        return show(id).statusCode(200).extract().path("status");
    }

    public ValidatableResponse list(String query) {
        return as().urlEncodingEnabled(false).get(IMAGES + query).then();
    }

    public List<String> names(String query) {
        return list(query).statusCode(200).extract().path("images.name");
    }

    public ValidatableResponse patch(String id, Object... operations) {
        return as().contentType(PATCH)
                .body(List.of(operations))
                .patch(IMAGES + "/" + id)
                .then();
    }

    public static Map<String, Object> replace(String path, Object value) {
        return Map.of("op", "replace", "path", path, "value", value);
    }

    public static Map<String, Object> add(String path, Object value) {
        return Map.of("op", "add", "path", path, "value", value);
    }

    public static Map<String, Object> remove(String path) {
        return Map.of("op", "remove", "path", path);
    }

    public ValidatableResponse delete(String id) {
        return as().delete(IMAGES + "/" + id).then();
    }

    public ValidatableResponse share(String id, String project) {
        return as().contentType("application/json")
                .body(Map.of("member", project))
                .post(IMAGES + "/" + id + "/members")
                .then();
    }

    public ValidatableResponse answer(String id, String project, String status) {
        return as().contentType("application/json")
                .body(Map.of("status", status))
                .put(IMAGES + "/" + id + "/members/" + project)
                .then();
    }
}
