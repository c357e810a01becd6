package org.cumulet.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cumulet.identity.Cloud.fresh;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The stock `openstack` client, unmodified.
@IdentityTest
class OpenstackClientTest {

    @BeforeEach
    void isThere() {
        StockClient.mustBeThere();
    }

    @Test
    void logsInManagesAndCleansUp() throws Exception {
        var project = fresh("cli-project");
        var user = fresh("cli-user");

        assertThat(openstack("token", "issue").get("id").asText()).contains(".");
        assertThat(names(openstack("catalog", "list"), "Type")).contains("identity", "compute", "inventory");

        assertThat(openstack("project", "create", project).get("domain_id").asText())
                .isEqualTo("default");
        assertThat(openstack("user", "create", "--project", project, "--password", "of-the-client", user)
                        .get("name")
                        .asText())
                .isEqualTo(user);
        openstack("role", "add", "--user", user, "--project", project, "member");
        var assignments = openstack("role", "assignment", "list", "--names", "--project", project);
        assertThat(names(assignments, "Role")).containsExactly("member");
        assertThat(names(assignments, "User")).containsExactly(user + "@Default");
        assertThat(names(assignments, "Project")).containsExactly(project + "@Default");

        assertThat(names(as(user, "of-the-client", project, "project", "list"), "Name"))
                .containsExactly(project);

        openstack("role", "remove", "--user", user, "--project", project, "member");
        openstack("user", "delete", user);
        openstack("project", "delete", project);
        assertThat(names(openstack("project", "list"), "Name"))
                .contains("admin", "service")
                .doesNotContain(project);
    }

    private static List<String> names(JsonNode rows, String column) {
        return rows.valueStream().map(row -> row.get(column).asText()).toList();
    }

    private static JsonNode openstack(String... command) throws IOException, InterruptedException {
        return as("admin", Cloud.ADMIN_PASSWORD, "admin", command);
    }

    private static JsonNode as(String user, String password, String project, String... command)
            throws IOException, InterruptedException {
        var line = new ArrayList<>(List.of(command));
        if (Stream.of("delete", "add", "remove").noneMatch(List.of(command)::contains)) {
            line.addAll(List.of("-f", "json"));
        }
        var environment = Map.of(
                "OS_AUTH_URL", "http://127.0.0.1:18101/identity/v3",
                "OS_USERNAME", user,
                "OS_PASSWORD", password,
                "OS_PROJECT_NAME", project,
                "OS_USER_DOMAIN_NAME", "Default",
                "OS_PROJECT_DOMAIN_NAME", "Default",
                "OS_IDENTITY_API_VERSION", "3");
        return StockClient.run(environment, line.toArray(String[]::new));
    }
}
