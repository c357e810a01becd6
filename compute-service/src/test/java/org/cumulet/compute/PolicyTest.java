package org.cumulet.compute;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cumulet.testing.auth.TestTokens;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexReader;
import org.jboss.jandex.MethodInfo;
import org.junit.jupiter.api.Test;

/// Every endpoint, asked by every kind of caller, about what belongs to [TestTokens#PROJECT] and [TestTokens#USER].
@ComputeTest
@TestProfile(ApiProfile.class)
class PolicyTest {

    private static final List<String> CALLERS = List.of(
            "nobody",
            "expired",
            "unscoped",
            "domain admin",
            "system reader",
            "reader",
            "member",
            "stranger",
            "admin",
            "service");

    private static final String KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIO9aLqzRrXJQJQ0lHMUPtGLiqhrdSRtNMDuWwuJVu4Gr";

    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry("POST /servers", Api.serverBody("{flavor}", ",\"networks\":\"none\"")),
            Map.entry("PUT /servers/{id}", "{\"server\":{\"name\":\"new\"}}"),
            Map.entry(
                    "POST /launches",
                    "{\"launches\":[{\"launch\":%s}]}".formatted(Api.serverBody("{flavor}", ",\"networks\":\"none\""))),
            Map.entry("POST /launch-templates", template("{fresh}")),
            Map.entry("PUT /launch-templates/{template}", "{\"launch_template\":{\"default_version\":2}}"),
            Map.entry(
                    "POST /launch-templates/{template}/versions",
                    template("").replace("launch_template", "version").replace("\"name\":\"\",", "")),
            Map.entry("POST /servers/{id}/action os-start", "{\"os-start\":null}"),
            Map.entry("POST /servers/{id}/action os-stop", "{\"os-stop\":null}"),
            Map.entry("POST /servers/{id}/action reboot", "{\"reboot\":{\"type\":\"HARD\"}}"),
            Map.entry("POST /servers/{id}/action lock", "{\"lock\":null}"),
            Map.entry("POST /servers/{id}/action unlock", "{\"unlock\":null}"),
            Map.entry("POST /servers/{id}/action os-resetState", "{\"os-resetState\":{\"state\":\"error\"}}"),
            Map.entry("POST /servers/{id}/action forceDelete", "{\"forceDelete\":null}"),
            Map.entry("POST /servers/{id}/action os-getConsoleOutput", "{\"os-getConsoleOutput\":{}}"),
            Map.entry("POST /servers/{id}/metadata", "{\"metadata\":{\"a\":\"b\"}}"),
            Map.entry("PUT /servers/{id}/metadata", "{\"metadata\":{\"a\":\"b\"}}"),
            Map.entry("PUT /servers/{id}/metadata/{key}", "{\"meta\":{\"key\":\"b\"}}"),
            Map.entry("PUT /servers/{id}/tags", "{\"tags\":[\"a\"]}"),
            Map.entry("POST /flavors", "{\"flavor\":{\"name\":\"{fresh}\",\"vcpus\":1,\"ram\":1,\"disk\":1}}"),
            Map.entry("PUT /flavors/{id}", "{\"flavor\":{\"description\":\"new\"}}"),
            Map.entry("POST /flavors/{id}/os-extra_specs", "{\"extra_specs\":{\"a\":\"b\"}}"),
            Map.entry("PUT /flavors/{id}/os-extra_specs/{key}", "{\"key\":\"b\"}"),
            Map.entry("POST /flavors/{id}/action addTenantAccess", "{\"addTenantAccess\":{\"tenant\":\"p\"}}"),
            Map.entry("POST /flavors/{id}/action removeTenantAccess", "{\"removeTenantAccess\":{\"tenant\":\"p\"}}"),
            Map.entry("POST /os-keypairs", "{\"keypair\":{\"name\":\"{fresh}\",\"public_key\":\"%s\"}}".formatted(KEY)),
            Map.entry("PUT /os-quota-sets/{project}", "{\"quota_set\":{}}"),
            Map.entry("PUT /os-quota-class-sets/{name}", "{\"quota_class_set\":{}}"),
            Map.entry("PUT /os-services/{id}", "{\"status\":\"enabled\"}"));

    final Servers servers;

    PolicyTest(Servers servers) {
        this.servers = servers;
    }

    @Test
    void everyCallerIsAnsweredAsTheTableSays() {
        var walked = new StringBuilder();
        for (var question : Endpoints.all()) {
            walked.append("%-54s".formatted(question));
            walked.append(CALLERS.stream()
                    .map(caller -> String.valueOf(ask(caller, question)))
                    .collect(Collectors.joining(" ")));
            walked.append('\n');
        }

        assertThat(walked.toString()).isEqualTo(String.join("\n", Endpoints.rows()) + "\n");
    }

    @Test
    void everyEndpointIsInTheTable() throws Exception {
        var inTable = new TreeSet<String>();
        Endpoints.all().stream()
                .map(question -> question.split(" "))
                .forEach(words -> inTable.add(words[0] + " " + words[1]));

        assertThat(inTable).isEqualTo(endpoints());
    }

    /// Asks with everything there that the question is about, made for this question alone.
    private int ask(String caller, String question) {
        var words = question.split(" ");
        var flavor = words[1].contains("/flavors/{id}") ? privateFlavor() : Api.flavor();
        var path = words[1].contains("/servers/{id}")
                ? words[1].replace("{id}", server(flavor, words.length > 2 ? words[2] : ""))
                : words[1].replace("/flavors/{id}", "/flavors/" + flavor);
        var body = BODIES.get(question);
        var request = as(caller).header("OpenStack-API-Version", "compute 2.60");
        if (body != null) {
            request.body(body.replace("{flavor}", flavor).replace("{fresh}", Api.freshName()));
        }
        return request.request(words[0], Endpoints.root(words[1]) + real(path)).statusCode();
    }

    private static String real(String path) {
        return path.replace("{project}", TestTokens.PROJECT)
                .replace("{template}", path.contains("{template}") ? template() : "")
                .replace("{number}", "1")
                .replace("{network}", "private")
                .replace("{port}", OtherServices.PORT)
                .replace("{request}", "req-none")
                .replace("{tag}", "tag")
                .replace("{key}", "key")
                .replace("{alias}", "os-keypairs")
                .replace("/os-keypairs/{name}", "/os-keypairs/" + (path.contains("/os-keypairs/") ? keypair() : ""))
                .replace("{name}", "default")
                .replace("{id}", Servers.HOST.id().toString());
    }

    private String server(String flavor, String action) {
        var id = Api.server(TestTokens.member(), flavor);
        servers.launch(id);
        if (action.equals("os-start")) {
            servers.stopped(id);
        }
        Api.as(TestTokens.member())
                .body("{\"metadata\":{\"key\":\"value\"}}")
                .put("/servers/%s/metadata".formatted(id));
        Api.as(TestTokens.member(), "2.26").put("/servers/%s/tags/tag".formatted(id));
        return id;
    }

    private static String privateFlavor() {
        var id = Api.as(TestTokens.admin())
                .body("""
                        {"flavor":{"name":"%s","vcpus":1,"ram":1,"disk":1,"os-flavor-access:is_public":false}}""".formatted(Api.freshName()))
                .post("/flavors")
                .then()
                .extract()
                .<String>path("flavor.id");
        Api.as(TestTokens.admin())
                .body("{\"addTenantAccess\":{\"tenant\":\"%s\"}}".formatted(TestTokens.PROJECT))
                .post("/flavors/%s/action".formatted(id));
        Api.as(TestTokens.admin())
                .body("{\"extra_specs\":{\"key\":\"value\"}}")
                .post("/flavors/%s/os-extra_specs".formatted(id));
        return id;
    }

    private static String keypair() {
        var name = Api.freshName();
        Api.as(TestTokens.member())
                .body("{\"keypair\":{\"name\":\"%s\",\"public_key\":\"%s\"}}".formatted(name, KEY))
                .post("/os-keypairs")
                .then()
                .statusCode(200);
        return name;
    }

    /// With two versions, of which the second is its default; answers its name.
    private static String template() {
        var name = Api.freshName();
        var flavor = Api.flavor();
        Api.as(TestTokens.member(), "2.60")
                .body(template(name).replace("{flavor}", flavor))
                .post("/launch-templates")
                .then()
                .statusCode(201);
        Api.as(TestTokens.member(), "2.60")
                .body(BODIES.get("POST /launch-templates/{template}/versions").replace("{flavor}", flavor))
                .post("/launch-templates/%s/versions".formatted(name))
                .then()
                .statusCode(201);
        return name;
    }

    private static String template(String name) {
        return """
                {"launch_template":{"name":"%s","server":{"imageRef":"%s","flavorRef":"{flavor}","networks":"none"}}}""".formatted(name, OtherServices.IMAGE);
    }

    private static RequestSpecification as(String caller) {
        var request = RestAssured.given().contentType(ContentType.JSON);
        return switch (caller) {
            case "nobody" -> request;
            case "expired" -> request.header("X-Auth-Token", TestTokens.expired());
            case "unscoped" -> request.header("X-Auth-Token", TestTokens.unscoped());
            case "domain admin" -> request.header("X-Auth-Token", TestTokens.domain("admin", "member", "reader"));
            case "system reader" -> request.header("X-Auth-Token", TestTokens.system("reader"));
            case "reader" -> request.header("X-Auth-Token", TestTokens.reader());
            case "member" -> request.header("X-Auth-Token", TestTokens.member());
            case "stranger" -> request.header("X-Auth-Token", TestTokens.stranger());
            case "admin" -> request.header("X-Auth-Token", TestTokens.admin());
            case "service" -> request.header("X-Auth-Token", TestTokens.service());
            default -> throw new IllegalArgumentException(caller);
        };
    }

    private static Set<String> endpoints() throws Exception {
        var found = new TreeSet<String>();
        try (var stream = PolicyTest.class.getResourceAsStream("/META-INF/jandex.idx")) {
            var index = new IndexReader(stream).read();
            for (var verb : List.of("GET", "POST", "PUT", "PATCH", "DELETE")) {
                for (var use : index.getAnnotations(DotName.createSimple("jakarta.ws.rs." + verb))) {
                    if (use.target().kind() == AnnotationTarget.Kind.METHOD
                            && !use.target().asMethod().declaringClass().isInterface()) {
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
        var plain = whole.replaceFirst("^/compute(/v2\\.1(?=/))?", "");
        return plain.isEmpty() ? "/" : plain;
    }
}
