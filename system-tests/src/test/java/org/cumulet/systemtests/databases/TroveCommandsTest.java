package org.cumulet.systemtests.databases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.cumulet.systemtests.cloud.Cloud;
import org.cumulet.systemtests.cloud.InTheCloud;
import org.cumulet.systemtests.cloud.Story;
import org.cumulet.systemtests.cloud.User;
import org.cumulet.systemtests.cloud.WithStockClient;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// `openstack database …`, as Debian has it: from a registered server to databases that people work in, and back.
@Story
@InTheCloud
@WithStockClient("troveclient")
class TroveCommandsTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String OURS = "select rolname from pg_roles where rolname ~ '^(walk|root_)'";

    private final CloudDatabases server;
    private final User admin;

    TroveCommandsTest(Cloud cloud) {
        this.server = new CloudDatabases(cloud);
        this.admin = cloud.user();
    }

    @Test
    @Order(1)
    void datastoresAreThoseOfTheServersThatAreRegistered() {
        server.register("walk-server", server.port());

        assertThat(column("Name", "datastore list")).containsExactly("postgresql");
        var version = admin.ask("datastore version list postgresql").path(0);
        assertThat(admin.ask("datastore version show --datastore postgresql "
                                + version.path("Name").asText())
                        .path("version")
                        .asText())
                .isEqualTo(version.path("Version").asText());
        assertThat(admin.ask("datastore show postgresql")
                        .path("default_version")
                        .asText())
                .isEqualTo(version.path("Name").asText());
        assertThat(column("Name", "database flavor list")).containsExactly("shared");
    }

    @Test
    @Order(2)
    void anInstanceComesWithDatabasesAndUsers() {
        admin.openstack("database instance create shop --flavor shared --size 1 --datastore postgresql"
                + " --databases walk_shop --users walk_ann:secret");

        var shop = admin.ask("database instance show shop");
        assertThat(shop.path("status").asText()).isEqualTo("ACTIVE");
        assertThat(shop.path("operating_status").asText()).isEqualTo("HEALTHY");
        assertThat(shop.path("volume").asInt()).isEqualTo(1);
        assertThat(column("Name", "database instance list")).containsExactly("shop");
        assertThat(column("Name", "database instance list --all-projects")).containsExactly("shop");
        works("walk_shop", "walk_ann", "secret");
    }

    @Test
    @Order(3)
    void databasesAndUsersAreAdded() {
        admin.openstack("database db create shop walk_stock");
        admin.openstack("database user create shop walk_ben hush --databases walk_stock");

        assertThat(column("Name", "database db list shop")).containsExactly("walk_shop", "walk_stock");
        assertThat(column("Name", "database user list shop")).containsExactly("walk_ann", "walk_ben");
        assertThat(admin.ask("database user show shop walk_ben").path("host").asText())
                .isEqualTo("%");
        works("walk_stock", "walk_ben", "hush");
    }

    @Test
    @Order(4)
    void accessIsGrantedAndRevoked() {
        admin.openstack("database user grant access shop walk_ben walk_shop");
        works("walk_shop", "walk_ben", "hush");

        admin.openstack("database user revoke access shop walk_ben walk_stock");

        assertThat(column("Name", "database user show access shop walk_ben")).containsExactly("walk_shop");
        await().atMost(PATIENCE).until(() -> !canWork("walk_stock", "walk_ben", "hush"));
    }

    @Test
    @Order(5)
    void passwordsAndNamesChange() {
        admin.openstack("database user update attributes shop walk_ben --new_password hushhush");
        works("walk_shop", "walk_ben", "hushhush");

        admin.openstack("database user update attributes shop walk_ben --host % --new_name walk_benjamin");

        works("walk_shop", "walk_benjamin", "hushhush");
        assertThat(column("Name", "database user list shop")).containsExactly("walk_ann", "walk_benjamin");
    }

    @Test
    @Order(6)
    void rootOwnsTheDatabasesOfTheInstance() {
        assertThat(admin.ask("database root show shop").path("is_root_enabled").asBoolean())
                .isFalse();

        var root = admin.ask("database root enable shop");

        works("walk_stock", root.path("name").asText(), root.path("password").asText());
        assertThat(admin.ask("database root show shop").path("is_root_enabled").asBoolean())
                .isTrue();
        admin.openstack("database root disable shop");
        await().atMost(PATIENCE)
                .until(() -> !canWork(
                        "walk_stock",
                        root.path("name").asText(),
                        root.path("password").asText()));
    }

    @Test
    @Order(7)
    void limitsAndQuotasAreShownAndSet() {
        assertThat(admin.openstack("database limit list")).contains("max_instances");
        admin.openstack("database quota update admin instances 7");
        var instances = rows("database quota show admin").stream()
                .filter(row -> row.path("Resource").asText().equals("instances"))
                .findFirst()
                .orElseThrow();
        assertThat(instances.path("Limit").asInt()).isEqualTo(7);
        assertThat(instances.path("In Use").asInt()).isEqualTo(1);
    }

    @Test
    @Order(8)
    void whatBelongsToTheWholeServerIsShownOrRefused() {
        var version =
                admin.ask("datastore show postgresql").path("default_version").asText();
        var parameters = "database configuration parameter ";
        assertThat(column("Name", parameters + "list --datastore postgresql " + version))
                .contains("max_connections");
        assertThat(admin.ask(parameters + "show --datastore postgresql " + version + " max_connections")
                        .path("restart_required")
                        .asBoolean())
                .isTrue();
        assertThat(admin.ask("database configuration default shop").has("max_connections"))
                .isTrue();
        assertThat(rows("database configuration list")).isEmpty();
        assertThat(admin.refused("database configuration create mine {} --datastore postgresql"))
                .contains("settings are for their operators");
        assertThat(rows("database log list shop")).isEmpty();
        assertThat(admin.refused("database log set shop general --enable")).contains("what others do there");
        assertThat(admin.refused("database instance promote shop")).contains("is no replica");
    }

    @Test
    @Order(9)
    void anInstanceIsBackedUp() {
        admin.openstack("database backup create friday --instance shop");

        await().atMost(PATIENCE)
                .until(() -> admin.ask("database backup show friday")
                        .path("status")
                        .asText()
                        .equals("COMPLETED"));
        assertThat(column("Name", "database backup list --instance shop")).containsExactly("friday");
        assertThat(column("Name", "database backup list instance shop")).containsExactly("friday");
        assertThat(admin.refused("database backup create more --instance shop --incremental"))
                .contains("There are no incremental backups");
    }

    @Test
    @Order(10)
    void anInstanceIsRenamedAndEnlargedAndSaysWhyItIsNotRestarted() {
        admin.openstack("database instance update shop --name store");
        admin.openstack("database instance resize volume store 2");

        assertThat(admin.ask("database instance show store").path("volume").asInt())
                .isEqualTo(2);
        assertThat(admin.refused("database instance restart store")).contains("its operators restart it");
        assertThat(admin.refused("database db create store Walk-Shop")).contains("is not made of a lower-case letter");
    }

    @Test
    @Order(11)
    void databasesAndUsersGoAndTheInstanceWithTheLastOfThem() {
        admin.openstack("database user delete store walk_benjamin");
        admin.openstack("database db delete store walk_stock");
        assertThat(column("Name", "database db list store")).containsExactly("walk_shop");

        admin.openstack("database instance delete store");

        await().atMost(PATIENCE)
                .until(() -> column("Name", "database instance list").isEmpty());
        assertThat(server.ask(OURS)).isEmpty();
        assertThat(server.ask("select datname from pg_database where datname like 'walk%'"))
                .isEmpty();
    }

    @Test
    @Order(12)
    void anInstanceBeginsWithABackup() {
        admin.openstack("database instance create shop --flavor shared --size 1 --backup friday"
                + " --databases walk_more --users walk_ann:again");

        await().atMost(PATIENCE)
                .until(() -> admin.ask("database instance show shop")
                        .path("status")
                        .asText()
                        .equals("ACTIVE"));
        assertThat(column("Name", "database db list shop")).containsExactly("walk_more", "walk_shop", "walk_stock");
        admin.openstack("database user grant access shop walk_ann walk_shop walk_stock");
        works("walk_shop", "walk_ann", "again");
        works("walk_stock", "walk_ann", "again");
    }

    @Test
    @Order(13)
    void everythingGoes() {
        admin.openstack("database backup delete friday");
        admin.openstack("database instance delete shop");

        await().atMost(PATIENCE)
                .until(() -> column("Name", "database instance list").isEmpty());
        assertThat(column("Name", "database backup list")).doesNotContain("friday");
        server.unregister("walk-server");
    }

    private void works(String database, String user, String password) {
        await().atMost(PATIENCE).until(() -> canWork(database, user, password));
    }

    private boolean canWork(String database, String user, String password) {
        try (var connection = server.connect(database, user, password);
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists of_the_walk (i int)");
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private List<String> column(String name, String words) {
        return rows(words).stream().map(row -> row.path(name).asText()).toList();
    }

    private List<JsonNode> rows(String words) {
        return admin.ask(words).valueStream().toList();
    }
}
