package org.cumulet.batch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.specification.RequestSpecification;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.cumulet.testing.auth.TestTokens;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexReader;
import org.jboss.jandex.MethodInfo;
import org.junit.jupiter.api.Test;

/// Every endpoint, asked by every kind of caller, about a job of [TestTokens#PROJECT].
@BatchTest
class PolicyTest {

    private static final String[] CALLERS = {
        "nobody", "expired", "unscoped", "domain admin", "reader", "member", "stranger", "admin"
    };

    /// What each of them is answered; in the order of the callers. Without a project nobody has jobs.
    private static final String TABLE = """
            GET    /batch                                              200 200 200 200 200 200 200 200
            GET    /batch/v1/jobs                                      401 401 403 403 200 200 200 200
            POST   /batch/v1/jobs                                      401 401 403 403 403 202 202 202
            GET    /batch/v1/jobs/{id}                                 401 401 403 403 200 200 404 200
            GET    /batch/v1/jobs/{id}/items                           401 401 403 403 200 200 404 200
            POST   /batch/v1/jobs/{id}/pause                           401 401 403 403 403 202 404 202
            POST   /batch/v1/jobs/{id}/resume                          401 401 403 403 403 202 404 202
            POST   /batch/v1/jobs/{id}/retry-failed                    401 401 403 403 403 409 404 409
            POST   /batch/v1/jobs/{id}/cancel                          401 401 403 403 403 202 404 409
            GET    /batch/v1/jobs/{id}/events                          401 401 403 403 200 200 404 200
            GET    /batch/v1/events                                    401 401 403 403 200 200 200 200
            """;

    private static final int WIDTH = 58;

    private static final String DOCUMENT =
            "{\"not_before\":\"2096-01-01T00:00:00Z\",\"operations\":[%s]}".formatted(Api.network("policy"));

    private String job = "";

    @Test
    void everyCallerIsAnsweredAsTheTableSays() {
        job = new Api(TestTokens.PROJECT, TestTokens.member()).accepted(DOCUMENT);
        var walked = new StringBuilder();
        for (var row : TABLE.lines().toList()) {
            var words = row.split("\\s+");
            walked.append(row, 0, WIDTH);
            for (var caller : CALLERS) {
                walked.append(' ').append(ask(caller, words[0], words[1]));
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

    private int ask(String caller, String method, String path) {
        var request = as(caller).contentType("application/json");
        if (path.equals("/batch/v1/jobs") && method.equals("POST")) {
            request.body(DOCUMENT);
        }
        return request.request(method, path.replace("{id}", job)).statusCode();
    }

    private static RequestSpecification as(String caller) {
        return switch (caller) {
            case "nobody" -> given();
            case "expired" -> with(TestTokens.expired());
            case "unscoped" -> with(TestTokens.unscoped());
            case "domain admin" -> with(TestTokens.domain("admin", "member", "reader"));
            case "reader" -> with(TestTokens.reader());
            case "member" -> with(TestTokens.member());
            case "stranger" -> with(TestTokens.stranger());
            case "admin" -> with(TestTokens.admin());
            default -> throw new IllegalArgumentException(caller);
        };
    }

    private static RequestSpecification with(String token) {
        return given().header("X-Auth-Token", token);
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
        return method.declaringClass().declaredAnnotation(name).value().asString()
                + (below == null ? "" : below.value().asString());
    }
}
