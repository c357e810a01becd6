package org.cumulet.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.specification.RequestSpecification;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.cumulet.testing.auth.TestTokens;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexReader;
import org.jboss.jandex.MethodInfo;
import org.junit.jupiter.api.Test;

/// Every endpoint, asked by every kind of caller, about an image of [TestTokens#PROJECT].
@ImageTest
class PolicyTest {

    private static final String[] CALLERS = {
        "nobody",
        "expired",
        "unscoped",
        "domain admin",
        "system reader",
        "reader",
        "member",
        "stranger",
        "admin",
        "service"
    };

    /// What each of them is answered; in the order of the callers.
    private static final String TABLE = """
            GET    /image                                    300 300 300 300 300 300 300 300 300 300
            GET    /image/versions                           200 200 200 200 200 200 200 200 200 200
            GET    /image/{other}                            300 300 300 300 300 300 300 300 300 300
            GET    /image/v2/info/import                     401 401 200 200 200 200 200 200 200 200
            GET    /image/v2/metadefs/namespaces             401 401 403 403 403 200 200 200 200 200
            GET    /image/v2/metadefs/namespaces/{name}      401 401 403 403 403 404 404 404 404 404
            POST   /image/v2/images                          401 401 403 403 403 403 201 201 201 201
            GET    /image/v2/images                          401 401 403 403 403 200 200 200 200 200
            GET    /image/v2/images/{id}                     401 401 403 403 403 200 200 404 200 200
            PATCH  /image/v2/images/{id}                     401 401 403 403 403 403 200 404 200 200
            PUT    /image/v2/images/{id}/tags/{tag}          401 401 403 403 403 403 204 404 204 204
            DELETE /image/v2/images/{id}/tags/{tag}          401 401 403 403 403 403 204 404 204 204
            PUT    /image/v2/images/{id}/file                401 401 403 403 403 403 204 404 204 204
            GET    /image/v2/images/{id}/file                401 401 403 403 403 403 204 404 204 204
            POST   /image/v2/images/{id}/actions/deactivate  401 401 403 403 403 403 403 404 403 403
            POST   /image/v2/images/{id}/actions/reactivate  401 401 403 403 403 403 403 404 403 403
            POST   /image/v2/images/{id}/members             401 401 403 403 403 403 200 404 200 200
            GET    /image/v2/images/{id}/members             401 401 403 403 403 200 200 404 200 200
            GET    /image/v2/images/{id}/members/{member}    401 401 403 403 403 200 200 404 200 200
            PUT    /image/v2/images/{id}/members/{member}    401 401 403 403 403 403 403 404 200 200
            DELETE /image/v2/images/{id}/members/{member}    401 401 403 403 403 403 204 404 204 204
            DELETE /image/v2/images/{id}                     401 401 403 403 403 403 204 404 204 204
            """;

    @Test
    void everyCallerIsAnsweredAsTheTableSays() {
        var walked = new StringBuilder();
        for (var row : TABLE.lines().toList()) {
            var words = row.split("\\s+");
            walked.append(row, 0, 49);
            for (var caller : CALLERS) {
                walked.append(walked.charAt(walked.length() - 1) == ' ' ? "" : " ")
                        .append(ask(caller, words[0], words[1]));
            }
            walked.append('\n');
        }

        assertThat(walked.toString()).isEqualTo(TABLE);
    }

    @Test
    void everyEndpointIsInTheTable() throws Exception {
        var inTable = new TreeSet<String>();
        TABLE.lines().map(row -> row.split("\\s+")).forEach(words -> inTable.add(words[0] + " " + words[1]));

        assertThat(endpoints()).isEqualTo(inTable);
    }

    private static int ask(String caller, String method, String path) {
        var owner = Api.member();
        var id = owner.raw("tags", List.of("tag"));
        owner.share(id, "friend").statusCode(200);
        var request = as(caller);
        switch (method + " " + path) {
            case "POST /image/v2/images" ->
                request.contentType("application/json").body(Map.of("name", "x"));
            case "PATCH /image/v2/images/{id}" -> request.contentType(Api.PATCH).body("[]");
            case "PUT /image/v2/images/{id}/file" ->
                request.contentType("application/octet-stream").body(new byte[1]);
            case "POST /image/v2/images/{id}/members" ->
                request.contentType("application/json").body(Map.of("member", "new"));
            case "PUT /image/v2/images/{id}/members/{member}" ->
                request.contentType("application/json").body(Map.of("status", "accepted"));
            default -> {}
        }
        var real = path.replace("{id}", id)
                .replace("{tag}", "tag")
                .replace("{member}", "friend")
                .replace("{other}", "v1")
                .replace("{name}", "x");
        return request.request(method, real).statusCode();
    }

    private static RequestSpecification as(String caller) {
        return switch (caller) {
            case "nobody" -> Api.nobody();
            case "expired" -> new Api(TestTokens.expired()).as();
            case "unscoped" -> new Api(TestTokens.unscoped()).as();
            case "domain admin" -> new Api(TestTokens.domain("admin", "member", "reader")).as();
            case "system reader" -> new Api(TestTokens.system("reader")).as();
            case "reader" -> Api.reader().as();
            case "member" -> Api.member().as();
            case "stranger" -> Api.stranger().as();
            case "admin" -> Api.admin().as();
            case "service" -> new Api(TestTokens.service()).as();
            default -> throw new IllegalArgumentException(caller);
        };
    }

    private static Set<String> endpoints() throws Exception {
        var found = new TreeSet<String>();
        try (var stream = PolicyTest.class.getResourceAsStream("/META-INF/jandex.idx")) {
            var index = new IndexReader(stream).read();
            for (var verb : List.of("GET", "POST", "PUT", "PATCH", "DELETE")) {
                for (var use : index.getAnnotations(DotName.createSimple("jakarta.ws.rs." + verb))) {
                    if (use.target().kind() == AnnotationTarget.Kind.METHOD) {
                        found.add(verb + " " + path(use.target().asMethod()));
                    }
                }
            }
        }
        return found;
    }

    private static String path(MethodInfo method) {
        var name = DotName.createSimple(Path.class);
        var below = method.declaredAnnotation(name);
        var whole = method.declaringClass().declaredAnnotation(name).value().asString()
                + (below == null ? "" : "/" + below.value().asString());
        return whole.replaceAll(":.*}$", "}");
    }
}
