package org.cumulet.network.securitygroup;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.cumulet.network.Api;
import org.cumulet.network.NetworkTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@NetworkTest
class SecurityGroupResourceTest {

    private final String project = Api.newProject();
    private final Api api = Api.memberOf(project);

    private static void refused(Response answer, int status, String type) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.jsonPath().getString("NeutronError.type")).isEqualTo(type);
    }

    @Nested
    class TheDefaultGroup {
        @Test
        void isThereAtFirstSight() {
            var groups = api.shown("/security-groups");
            assertThat(groups.<String>getList("security_groups.name")).containsExactly("default");
            assertThat(groups.<Map<String, Object>>getList("security_groups[0].security_group_rules"))
                    .extracting(rule -> rule.get("direction") + " " + rule.get("ethertype") + " "
                            + (rule.get("remote_group_id") == null ? "anywhere" : "itself"))
                    .containsExactlyInAnyOrder(
                            "egress IPv4 anywhere",
                            "egress IPv6 anywhere",
                            "ingress IPv4 itself",
                            "ingress IPv6 itself");
        }

        @Test
        void isThereOnceHoweverManyLookAtOnce() throws Exception {
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var looks = Stream.<Callable<String>>generate(
                                () -> () -> api.ids("security-groups", "").getFirst())
                        .limit(16)
                        .toList();
                var seen = new HashSet<String>();
                for (var look : threads.invokeAll(looks)) {
                    seen.add(look.get());
                }
                assertThat(seen).hasSize(1);
            }
        }

        @Test
        void isTheAdministratorsToSeeForAnyProject() {
            assertThat(Api.admin()
                            .shown("/security-groups?project_id=" + project)
                            .<String>getList("security_groups.project_id"))
                    .containsExactly(project);
        }

        @Test
        void keepsItsNameAndItsPlace() {
            var id = api.ids("security-groups", "?name=default").getFirst();
            refused(
                    api.put("/security-groups/" + id, Map.of("security_group", Map.of("name", "other"))),
                    409,
                    "SecurityGroupCannotUpdateDefault");
            refused(api.delete("/security-groups/" + id), 409, "SecurityGroupCannotRemoveDefault");
            refused(
                    api.post("/security-groups", Map.of("security_group", Map.of("name", "default"))),
                    409,
                    "SecurityGroupDefaultAlreadyExists");
            var web = Api.id(api.made("security-groups", Map.of("name", "web")));
            refused(
                    api.put("/security-groups/" + web, Map.of("security_group", Map.of("name", "default"))),
                    409,
                    "SecurityGroupDefaultAlreadyExists");
            assertThat(Api.admin().delete("/security-groups/" + id).statusCode())
                    .isEqualTo(204);
        }
    }

    @Nested
    class ANewGroup {
        @Test
        void letsEverythingOut() {
            var group = api.made("security-groups", Map.of("name", "web", "description", "d"));
            assertThat(group)
                    .containsEntry("name", "web")
                    .containsEntry("description", "d")
                    .containsEntry("stateful", true);
            assertThat(group.get("security_group_rules").toString())
                    .contains("direction=egress, ethertype=IPv4")
                    .contains("direction=egress, ethertype=IPv6")
                    .doesNotContain("ingress");
        }

        @Test
        void mayBeRenamed() {
            var id = Api.id(api.made("security-groups", Map.of("name", "web")));
            var answer = api.put("/security-groups/" + id, Map.of("security_group", Map.of("name", "db")));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.jsonPath().getString("security_group.name")).isEqualTo("db");
        }
    }

    @Nested
    class ItsEnd {
        @Test
        void waitsForItsPorts() {
            var network = api.network();
            var group = Api.id(api.made("security-groups", Map.of("name", "web")));
            var port = api.made("ports", Map.of("network_id", network, "security_groups", List.of(group)));
            refused(api.delete("/security-groups/" + group), 409, "SecurityGroupInUse");
            api.delete("/ports/" + Api.id(port));
            assertThat(api.delete("/security-groups/" + group).statusCode()).isEqualTo(204);
            refused(api.get("/security-groups/" + group), 404, "SecurityGroupNotFound");
        }

        @Test
        void takesTheRulesAlongThatSpeakOfIt() {
            var web = Api.id(api.made("security-groups", Map.of("name", "web")));
            var db = Api.id(api.made("security-groups", Map.of("name", "db")));
            var rule = Api.id(api.made(
                    "security-group-rules",
                    Map.of("security_group_id", db, "direction", "ingress", "remote_group_id", web)));
            assertThat(api.delete("/security-groups/" + web).statusCode()).isEqualTo(204);
            refused(api.get("/security-group-rules/" + rule), 404, "SecurityGroupRuleNotFound");
        }
    }
}
