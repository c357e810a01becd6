package org.cumulet.database;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Every endpoint, asked by every kind of caller, about a database of [TestTokens#PROJECT].
@DatabaseTest
class PolicyTest {

    private static final String[] CALLERS = {
        "nobody", "expired", "unscoped", "domain admin", "reader", "member", "stranger", "admin"
    };

    /// What each of them is answered; in the order of the callers. Without a project nobody has databases.
    private static final String TABLE = """
            GET    /database                                                                                    200 200 200 200 200 200 200 200
            GET    /database/v1/servers                                                                         401 401 403 403 403 403 403 200
            POST   /database/v1/servers                                                                         401 401 403 403 403 403 403 422
            GET    /database/v1/servers/{server}                                                                401 401 403 403 403 403 403 200
            POST   /database/v1/servers/{server}/check                                                          401 401 403 403 403 403 403 200
            POST   /database/v1/servers/{server}/rotate                                                         401 401 403 403 403 403 403 404
            DELETE /database/v1/servers/{server}                                                                401 401 403 403 403 403 403 404
            POST   /database/v1/installations                                                                   401 401 403 403 403 403 403 404
            GET    /database/v1/installations                                                                   401 401 403 403 403 403 403 200
            GET    /database/v1/installations/{installation}                                                    401 401 403 403 403 403 403 404
            GET    /database/v1/quotas/{project}                                                                401 401 403 403 200 200 403 200
            PUT    /database/v1/quotas/{project}                                                                401 401 403 403 403 403 403 200
            GET    /database/v1/databases                                                                       401 401 403 403 200 200 200 200
            POST   /database/v1/databases                                                                       401 401 403 403 403 202 202 202
            GET    /database/v1/requests/{id}                                                                   401 401 403 403 404 404 404 404
            PUT    /database/v1/databases/{name}                                                                401 401 403 403 403 200 202 200
            GET    /database/v1/databases/{name}                                                                401 401 403 403 200 200 404 200
            DELETE /database/v1/databases/{name}                                                                401 401 403 403 403 400 404 400
            POST   /database/v1/databases/{name}/users/{user}/rotate                                            401 401 403 403 403 404 404 404
            DELETE /database/v1/databases/{name}/users/{user}                                                   401 401 403 403 403 404 404 404
            GET    /database/v1/databases/{name}/drift                                                          401 401 403 403 200 200 404 200
            POST   /database/v1/databases/{name}/repair                                                         401 401 403 403 403 202 404 202
            GET    /database/v1.0                                                                               200 200 200 200 200 200 200 200
            GET    /database/v1.0/{project_id}/instances                                                        401 401 403 403 200 200 403 200
            GET    /database/v1.0/{project_id}/instances/detail                                                 401 401 403 403 200 200 403 200
            POST   /database/v1.0/{project_id}/instances                                                        401 401 403 403 403 422 403 422
            GET    /database/v1.0/{project_id}/instances/{instance}                                             401 401 403 403 404 404 403 404
            PUT    /database/v1.0/{project_id}/instances/{instance}                                             401 401 403 403 403 404 403 404
            PATCH  /database/v1.0/{project_id}/instances/{instance}                                             401 401 403 403 403 404 403 404
            DELETE /database/v1.0/{project_id}/instances/{instance}                                             401 401 403 403 403 404 403 404
            POST   /database/v1.0/{project_id}/instances/{instance}/action                                      401 401 403 403 403 403 403 404
            GET    /database/v1.0/{project_id}/instances/{instance}/backups                                     401 401 403 403 404 404 403 404
            GET    /database/v1.0/{project_id}/instances/{instance}/configuration                               401 401 403 403 404 404 403 404
            GET    /database/v1.0/{project_id}/instances/{instance}/log                                         401 401 403 403 404 404 403 404
            POST   /database/v1.0/{project_id}/instances/{instance}/log                                         401 401 403 403 403 404 403 404
            GET    /database/v1.0/{project_id}/instances/{instance}/databases                                   401 401 403 403 404 404 403 404
            POST   /database/v1.0/{project_id}/instances/{instance}/databases                                   401 401 403 403 403 404 403 404
            DELETE /database/v1.0/{project_id}/instances/{instance}/databases/{name}                            401 401 403 403 403 404 403 404
            GET    /database/v1.0/{project_id}/instances/{instance}/users                                       401 401 403 403 404 404 403 404
            POST   /database/v1.0/{project_id}/instances/{instance}/users                                       401 401 403 403 403 404 403 404
            PUT    /database/v1.0/{project_id}/instances/{instance}/users                                       401 401 403 403 403 404 403 404
            GET    /database/v1.0/{project_id}/instances/{instance}/users/{user}                                401 401 403 403 404 404 403 404
            PUT    /database/v1.0/{project_id}/instances/{instance}/users/{user}                                401 401 403 403 403 404 403 404
            DELETE /database/v1.0/{project_id}/instances/{instance}/users/{user}                                401 401 403 403 403 404 403 404
            GET    /database/v1.0/{project_id}/instances/{instance}/users/{user}/databases                      401 401 403 403 404 404 403 404
            PUT    /database/v1.0/{project_id}/instances/{instance}/users/{user}/databases                      401 401 403 403 403 404 403 404
            DELETE /database/v1.0/{project_id}/instances/{instance}/users/{user}/databases/{name}               401 401 403 403 403 404 403 404
            GET    /database/v1.0/{project_id}/instances/{instance}/root                                        401 401 403 403 404 404 403 404
            POST   /database/v1.0/{project_id}/instances/{instance}/root                                        401 401 403 403 403 404 403 404
            DELETE /database/v1.0/{project_id}/instances/{instance}/root                                        401 401 403 403 403 404 403 404
            GET    /database/v1.0/{project_id}/datastores                                                       401 401 403 403 200 200 403 200
            GET    /database/v1.0/{project_id}/datastores/{datastore}                                           401 401 403 403 200 200 403 200
            GET    /database/v1.0/{project_id}/datastores/{datastore}/versions                                  401 401 403 403 200 200 403 200
            GET    /database/v1.0/{project_id}/datastores/{datastore}/versions/{version}                        401 401 403 403 200 200 403 200
            GET    /database/v1.0/{project_id}/datastores/{datastore}/versions/{version}/flavors                401 401 403 403 200 200 403 200
            GET    /database/v1.0/{project_id}/datastores/{datastore}/versions/{version}/parameters             401 401 403 403 200 200 403 200
            GET    /database/v1.0/{project_id}/datastores/{datastore}/versions/{version}/parameters/{parameter} 401 401 403 403 200 200 403 200
            GET    /database/v1.0/{project_id}/datastores/versions/{version}                                    401 401 403 403 404 404 403 404
            GET    /database/v1.0/{project_id}/datastores/versions/{version}/parameters                         401 401 403 403 404 404 403 404
            GET    /database/v1.0/{project_id}/datastores/versions/{version}/parameters/{parameter}             401 401 403 403 404 404 403 404
            GET    /database/v1.0/{project_id}/flavors                                                          401 401 403 403 200 200 403 200
            GET    /database/v1.0/{project_id}/flavors/{flavor}                                                 401 401 403 403 200 200 403 200
            GET    /database/v1.0/{project_id}/limits                                                           401 401 403 403 200 200 403 200
            GET    /database/v1.0/{project_id}/backups                                                          401 401 403 403 200 200 403 200
            POST   /database/v1.0/{project_id}/backups                                                          401 401 403 403 403 404 403 404
            GET    /database/v1.0/{project_id}/backups/{backup}                                                 401 401 403 403 200 200 403 200
            DELETE /database/v1.0/{project_id}/backups/{backup}                                                 401 401 403 403 403 404 403 404
            GET    /database/v1.0/{project_id}/backup_strategies                                                401 401 403 403 200 200 403 200
            POST   /database/v1.0/{project_id}/backup_strategies                                                401 401 403 403 403 422 403 422
            DELETE /database/v1.0/{project_id}/backup_strategies                                                401 401 403 403 403 404 403 404
            GET    /database/v1.0/{project_id}/configurations                                                   401 401 403 403 200 200 403 200
            POST   /database/v1.0/{project_id}/configurations                                                   401 401 403 403 403 422 403 422
            GET    /database/v1.0/{project_id}/configurations/{configuration}                                   401 401 403 403 404 404 403 404
            GET    /database/v1.0/{project_id}/configurations/{configuration}/instances                         401 401 403 403 404 404 403 404
            PATCH  /database/v1.0/{project_id}/configurations/{configuration}                                   401 401 403 403 403 404 403 404
            PUT    /database/v1.0/{project_id}/configurations/{configuration}                                   401 401 403 403 403 404 403 404
            DELETE /database/v1.0/{project_id}/configurations/{configuration}                                   401 401 403 403 403 404 403 404
            GET    /database/v1.0/{project_id}/mgmt/instances                                                   401 401 403 403 403 403 403 200
            GET    /database/v1.0/{project_id}/mgmt/instances/{instance}                                        401 401 403 403 403 403 403 404
            POST   /database/v1.0/{project_id}/mgmt/instances/{instance}/action                                 401 401 403 403 403 403 403 404
            GET    /database/v1.0/{project_id}/mgmt/instances/{instance}/root                                   401 401 403 403 403 403 403 404
            GET    /database/v1.0/{project_id}/mgmt/quotas/{project}                                            401 401 403 403 200 200 403 200
            PUT    /database/v1.0/{project_id}/mgmt/quotas/{project}                                            401 401 403 403 403 403 403 200
            GET    /database/v1.0/{project_id}/mgmt/datastore-versions                                          401 401 403 403 403 403 403 200
            POST   /database/v1.0/{project_id}/mgmt/datastore-versions                                          401 401 403 403 403 403 403 422
            GET    /database/v1.0/{project_id}/mgmt/datastore-versions/{version}                                401 401 403 403 403 403 403 404
            PATCH  /database/v1.0/{project_id}/mgmt/datastore-versions/{version}                                401 401 403 403 403 403 403 404
            DELETE /database/v1.0/{project_id}/mgmt/datastore-versions/{version}                                401 401 403 403 403 403 403 404
            POST   /database/v1.0/{project_id}/mgmt/datastores/versions/{version}/parameters                    401 401 403 403 403 403 403 404
            PUT    /database/v1.0/{project_id}/mgmt/datastores/versions/{version}/parameters/{parameter}        401 401 403 403 403 403 403 404
            DELETE /database/v1.0/{project_id}/mgmt/datastores/versions/{version}/parameters/{parameter}        401 401 403 403 403 403 403 404
            GET    /database/v1/backups                                                                         401 401 403 403 200 200 200 200
            POST   /database/v1/backups                                                                         401 401 403 403 403 202 404 202
            GET    /database/v1/backups/{backup}                                                                401 401 403 403 200 200 404 200
            POST   /database/v1/backups/{backup}/verify                                                         401 401 403 403 403 404 404 404
            POST   /database/v1/backups/{backup}/restore                                                        401 401 403 403 403 409 404 409
            DELETE /database/v1/backups/{backup}                                                                401 401 403 403 403 404 404 404
            PUT    /database/v1/databases/{name}/schedule                                                       401 401 403 403 403 200 404 200
            GET    /database/v1/databases/{name}/schedule                                                       401 401 403 403 200 200 404 200
            DELETE /database/v1/databases/{name}/schedule                                                       401 401 403 403 403 204 404 404
            """;

    private static final int WIDTH = 99;

    private static final String TROVE = " /database/v1.0/{project_id}/";
    private static final String TROVE_POST = "POST" + TROVE;
    private static final String TROVE_PUT = "PUT" + TROVE;
    private static final String TROVE_PATCH = "PATCH" + TROVE;

    private final String database = Api.fresh("policy");
    private String backup = "";

    @BeforeEach
    void servers() {
        Api.servers();
    }

    @Test
    void everyCallerIsAnsweredAsTheTableSays() {
        Api.member().declare(database, "\"engine\":\"mariadb\"").statusCode(200);
        backup = Api.member().backup(database);
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
        var server = List.of("rotate", "servers/{server}").stream().anyMatch(path::endsWith) && !method.equals("GET")
                ? "none"
                : "maria";
        var name = caller.equals("stranger") && method.equals("PUT") && !path.endsWith("schedule")
                ? Api.fresh("foreign")
                : database;
        switch (method + " " + path) {
            case "POST /database/v1/servers" -> request.body("""
                        {"server":{"name":"none","engine":"mariadb","host":"127.0.0.1","port":1,"admin_user":"a","admin_password":"b"}}""");
            case "PUT /database/v1/quotas/{project}" -> request.body("{\"quota\":{}}");
            case "PUT /database/v1/databases/{name}" -> request.body("{\"database\":{\"engine\":\"mariadb\"}}");
            case "POST /database/v1/databases" ->
                request.body("{\"databases\":[{\"engine\":\"mariadb\",\"name\":\"%s\"}]}".formatted(Api.fresh("many")));
            case TROVE_POST + "instances" ->
                request.body("{\"instance\":{\"name\":\"none\",\"datastore\":{\"type\":\"none\"}}}");
            case TROVE_PUT + "instances/{instance}", TROVE_PATCH + "instances/{instance}" ->
                request.body("{\"instance\":{\"name\":\"none\"}}");
            case TROVE_POST + "instances/{instance}/action" -> request.body("{\"reset_status\":{}}");
            case TROVE_POST + "instances/{instance}/databases",
                    TROVE_PUT + "instances/{instance}/users/{user}/databases" ->
                request.body("{\"databases\":[{\"name\":\"none\"}]}");
            case TROVE_POST + "instances/{instance}/users", TROVE_PUT + "instances/{instance}/users" ->
                request.body("{\"users\":[{\"name\":\"none\",\"password\":\"x\"}]}");
            case TROVE_PUT + "instances/{instance}/users/{user}" -> request.body("{\"user\":{\"password\":\"x\"}}");
            case TROVE_POST + "backups" -> request.body("{\"backup\":{\"name\":\"none\",\"instance\":\"none\"}}");
            case TROVE_PUT + "mgmt/quotas/{project}" -> request.body("{\"quotas\":{}}");
            case "POST /database/v1/databases/{name}/users/{user}/rotate" ->
                request.body("{\"rotation\":{\"overlap_seconds\":0}}");
            case "POST /database/v1/installations" ->
                request.body("{\"installation\":{\"name\":\"none\",\"engine\":\"mariadb\",\"host\":\"none\"}}");
            case "PUT /database/v1/databases/{name}/schedule" ->
                request.body("{\"schedule\":{\"cron\":\"0 3 1 1 *\"}}");
            case "POST /database/v1/backups" -> request.body("{\"backup\":{\"database\":\"%s\"}}".formatted(database));
            case "POST /database/v1/backups/{backup}/restore" ->
                request.body("{\"restore\":{\"name\":\"%s\"}}".formatted(database));
            default -> {}
        }
        var real = path.replace("{server}", server)
                .replace("{project}", TestTokens.PROJECT)
                .replace("{project_id}", TestTokens.PROJECT)
                .replace("{instance}", "00000000-0000-0000-0000-000000000000")
                .replace("{datastore}", "mariadb")
                .replace("{version}", "11.4")
                .replace("{flavor}", "shared")
                .replace("{parameter}", "max_connections")
                .replace("{configuration}", "none")
                .replace("{name}", name)
                .replace("{user}", "nobody")
                .replace("{installation}", "none")
                .replace(
                        "{backup}",
                        method.equals("DELETE") || path.endsWith("verify")
                                ? "00000000-0000-0000-0000-000000000000"
                                : backup)
                .replace("{id}", "00000000-0000-0000-0000-000000000000");
        return request.queryParam("wait", caller.equals("stranger") ? 0 : 30)
                .request(method, real)
                .statusCode();
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
        return method.declaringClass().declaredAnnotation(name).value().asString()
                + (below == null ? "" : "/" + below.value().asString());
    }
}
