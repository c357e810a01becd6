package org.cumulet.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import org.cumulet.systemtests.cloud.Cloud;
import org.cumulet.systemtests.cloud.InTheCloud;
import org.cumulet.systemtests.cloud.Story;
import org.cumulet.systemtests.cloud.User;
import org.cumulet.systemtests.cloud.WithStockClient;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// Every identity command group of the stock client, from making things to taking them away.
@Story
@InTheCloud
@WithStockClient
class IdentityCommandsTest {

    private static final String PASSWORD = "Walk-through-1";

    private final User admin;

    IdentityCommandsTest(Cloud cloud) {
        this.admin = cloud.user();
    }

    @Test
    @Order(1)
    void projects() {
        admin.openstack("project create walk-parent --description", "of the walk");
        admin.openstack("project create walk --parent walk-parent --tag red --tag old");
        admin.openstack("project set walk --property color=blue --tag new");

        assertThat(admin.ask("project show walk --children").path("tags"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrder("red", "old", "new");
        assertThat(names("project list --tags red")).containsExactly("walk");
        assertThat(names("project list --parent walk-parent")).containsExactly("walk");
    }

    @Test
    @Order(2)
    void users() {
        admin.openstack("user create ann --project walk --email ann@example.org --password", PASSWORD);
        admin.openstack("user create ben --password", PASSWORD);
        admin.openstack("user set ben --description", "who is trusted");

        assertThat(admin.ask("user show ann").path("email").asText()).isEqualTo("ann@example.org");
        assertThat(names("user list")).contains("ann", "ben", "admin");
    }

    @Test
    @Order(3)
    void groups() {
        admin.openstack("group create walkers --description", "who walk");
        admin.openstack("group add user walkers ann ben");

        assertThat(admin.openstack("group contains user walkers ann")).contains("in group walkers");
        assertThat(names("user list --group walkers")).containsExactlyInAnyOrder("ann", "ben");
        admin.openstack("group remove user walkers ben");
        assertThat(names("group list --user ann")).containsExactly("walkers");
    }

    @Test
    @Order(4)
    void rolesAndAssignments() {
        admin.openstack("role create walker");
        admin.openstack("role add member --user ann --project walk");
        admin.openstack("role add walker --group walkers --project walk-parent --inherited");
        admin.openstack("role add reader --user ann --domain default");
        admin.openstack("role add reader --user ann --system all");

        assertThat(column("Role", "role assignment list --names --user ann --project walk"))
                .containsExactly("member");
        assertThat(column("Role", "role assignment list --names --user ann --project walk --effective"))
                .containsExactlyInAnyOrder("member", "reader", "walker");
        assertThat(column("Inherited", "role assignment list --names --group walkers --inherited"))
                .containsExactly("true");
        assertThat(column("System", "role assignment list --names --user ann --system all"))
                .containsExactly("all");
        admin.openstack("role remove reader --user ann --system all");
        admin.openstack("role remove reader --user ann --domain default");
    }

    @Test
    @Order(5)
    void impliedRoles() {
        admin.openstack("role create stroller");
        admin.openstack("implied role create walker --implied-role stroller");

        assertThat(column("Implied Role Name", "implied role list")).contains("member", "reader", "stroller");
        assertThat(column("Role", "role assignment list --names --user ann --project walk --effective"))
                .contains("stroller");
        admin.openstack("implied role delete walker --implied-role stroller");
    }

    @Test
    @Order(6)
    void applicationCredentialsAndAccessRules() {
        var ann = as("ann", "walk");
        var made = ann.ask("application credential create robot --role reader --secret hush --access-rules", """
                [{"service": "network", "method": "GET", "path": "/v2.0/networks"}]""");
        var robot = robot(made.path("id").asText(), "hush");

        assertThat(robot.openstack("network list")).isNotNull();
        assertThat(robot.refused("server list")).contains("401");
        assertThat(ann.openstack("application credential list")).contains("robot");
        ann.openstack("application credential show robot");
        var rule = ann.ask("access rule list").path(0).path("ID").asText();
        assertThat(ann.ask("access rule show " + rule).path("path").asText()).isEqualTo("/v2.0/networks");
        ann.openstack("application credential delete robot");
        ann.openstack("access rule delete " + rule);
        assertThat(ann.ask("access rule list")).isEmpty();
    }

    @Test
    @Order(7)
    void trusts() {
        var ann = as("ann", "walk");
        var trust = ann.ask("trust create --project %s --role %s %s %s"
                        .formatted(id("project", "walk"), id("role", "member"), id("user", "ann"), id("user", "ben")))
                .path("id")
                .asText();

        assertThat(ann.ask("trust show " + trust).path("roles").asText()).contains("member");
        assertThat(admin.openstack("trust list")).contains(trust);
        assertThat(trusted(trust).ask("token issue").path("project_id").asText())
                .isEqualTo(id("project", "walk"));
        ann.openstack("trust delete " + trust);
        assertThat(trusted(trust).refused("token issue")).contains("401");
    }

    @Test
    @Order(8)
    void regionsServicesAndEndpoints() {
        admin.openstack("region create walk-north --description", "up there");
        admin.openstack("region create walk-pole --parent-region walk-north");
        admin.openstack("service create --name walks --description walking walking");
        admin.openstack("endpoint create walking public http://127.0.0.1:1/walks --region walk-pole");

        assertThat(column("Region", "region list --parent-region walk-north")).containsExactly("walk-pole");
        assertThat(admin.ask("service show walks").path("type").asText()).isEqualTo("walking");
        assertThat(column("URL", "endpoint list --service walking")).containsExactly("http://127.0.0.1:1/walks");
        assertThat(admin.openstack("catalog list")).contains("walks");
    }

    @Test
    @Order(9)
    void limits() {
        var registered = admin.ask("registered limit create --service walks --default-limit 10 steps")
                .path("id")
                .asText();
        var limit = admin.ask("limit create --project walk --service walks --resource-limit 5 steps")
                .path("id")
                .asText();

        admin.openstack("registered limit set --default-limit 12 " + registered);
        admin.openstack("limit set --resource-limit 6 " + limit);
        assertThat(admin.ask("registered limit show " + registered)
                        .path("default_limit")
                        .asInt())
                .isEqualTo(12);
        assertThat(admin.ask("limit show " + limit).path("resource_limit").asInt())
                .isEqualTo(6);
        assertThat(column("ID", "limit list --project walk")).containsExactly(limit);
        assertThat(column("ID", "registered limit list")).contains(registered);
        admin.openstack("limit delete " + limit);
        admin.openstack("registered limit delete " + registered);
    }

    @Test
    @Order(10)
    void credentials() {
        var credential = admin.ask("credential create --type cert --project walk ann secret-of-ann")
                .path("id")
                .asText();

        admin.openstack("credential set --user ann --type cert --data changed --project walk " + credential);
        assertThat(admin.ask("credential show " + credential).path("blob").asText())
                .isEqualTo("changed");
        assertThat(column("ID", "credential list --user ann")).containsExactly(credential);
        admin.openstack("credential delete " + credential);
    }

    @Test
    @Order(11)
    void endpointGroupsPoliciesAndDomains() {
        admin.openstack("domain create walk-domain --description", "of the walk");
        admin.openstack("domain set --disable walk-domain");
        admin.openstack("domain delete walk-domain");
        var endpoint = column("ID", "endpoint list --service walking").getFirst();
        admin.openstack("endpoint add project " + endpoint + " walk");
        assertThat(as("ann", "walk").openstack("catalog list"))
                .contains("walks")
                .doesNotContain("compute");
        admin.openstack("endpoint remove project " + endpoint + " walk");
    }

    @Test
    @Order(12)
    void everythingGoes() {
        for (var endpoint : column("ID", "endpoint list --service walking")) {
            admin.openstack("endpoint delete " + endpoint);
        }
        admin.openstack("service delete walks");
        admin.openstack("region delete walk-pole");
        admin.openstack("region delete walk-north");
        admin.openstack("role delete walker stroller");
        admin.openstack("group delete walkers");
        admin.openstack("user delete ann ben");
        admin.openstack("project delete walk");
        admin.openstack("project delete walk-parent");

        assertThat(names("project list")).doesNotContain("walk", "walk-parent");
        assertThat(names("user list")).doesNotContain("ann", "ben");
    }

    /// Who may not look others up names them by their ids.
    private String id(String kind, String name) {
        return admin.ask(kind + " show " + name).path("id").asText();
    }

    private List<String> names(String words) {
        return column("Name", words);
    }

    private List<String> column(String name, String words) {
        return admin.ask(words)
                .valueStream()
                .map(row -> row.path(name).asText())
                .toList();
    }

    private User as(String name, String project) {
        var environment = new HashMap<>(admin.environment());
        environment.put("OS_USERNAME", name);
        environment.put("OS_PASSWORD", PASSWORD);
        environment.put("OS_PROJECT_NAME", project);
        return new User(environment);
    }

    /// Ben, with what Ann trusts him with.
    private User trusted(String trust) {
        var environment = new HashMap<>(as("ben", "").environment());
        environment.remove("OS_PROJECT_NAME");
        environment.remove("OS_PROJECT_DOMAIN_NAME");
        environment.put("OS_TRUST_ID", trust);
        return new User(environment);
    }

    private User robot(String id, String secret) {
        var environment = new HashMap<>(admin.environment());
        environment.keySet().removeIf(name -> name.matches("OS_(USER|PROJECT|PASSWORD).*"));
        environment.put("OS_AUTH_TYPE", "v3applicationcredential");
        environment.put("OS_APPLICATION_CREDENTIAL_ID", id);
        environment.put("OS_APPLICATION_CREDENTIAL_SECRET", secret);
        return new User(environment);
    }
}
