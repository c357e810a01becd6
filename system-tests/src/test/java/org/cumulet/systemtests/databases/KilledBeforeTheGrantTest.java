package org.cumulet.systemtests.databases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.cumulet.systemtests.cloud.Cloud;
import org.cumulet.systemtests.cloud.Shape;
import org.junit.jupiter.api.Test;

/// `kill -9` of the cloud when the user is there and its grant is not: the next run comes to the declared end, and what
/// is on the server is what the ledger knows.
class KilledBeforeTheGrantTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String PATH = "/database/v1/databases/keystone";
    private static final String ROLES = "select rolname from pg_roles where rolname like 'keystone%' order by 1";
    private static final String MEMBERS =
            "select m.rolname || ' in ' || g.rolname from pg_auth_members a join pg_roles m on m.oid = a.member"
                    + " join pg_roles g on g.oid = a.roleid where m.rolname like 'keystone%'";

    @Test
    void theNextRunConverges() throws IOException, InterruptedException, SQLException {
        try (var cloud = Cloud.fresh("killed-grant", Shape.ONE_PROCESS)) {
            var databases = new CloudDatabases(cloud);
            try (var proxy = StallingProxy.before(databases::port, "grant \"keystone.owner\"")) {
                databases.register("postgres", proxy.port());
                var password = cloud.admin()
                        .put(PATH + "?wait=0", "{\"database\": {}}")
                        .expect(202)
                        .at("/database/users/0/connection/password");
                assertThat(proxy.stalled().await(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                        .isTrue();

                cloud.kill();
                proxy.open();
                cloud.up();

                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(
                                        cloud.admin().get(PATH).expect(200).at("/database/state"))
                                .isEqualTo("active"));
                try (var keystone = databases.connect("keystone", "keystone", password);
                        var statement = keystone.createStatement()) {
                    statement.execute("create table project (id integer primary key)");
                }
                assertThat(databases.ask(MEMBERS)).containsExactly("keystone in keystone.owner");
                nothingIsLeftWhenItIsDeleted(cloud, databases);
            }
        }
    }

    private static void nothingIsLeftWhenItIsDeleted(Cloud cloud, CloudDatabases databases) {
        cloud.admin().delete(PATH + "?confirm=keystone").expect(202);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(cloud.admin().get(PATH).status()).isEqualTo(404));
        assertThat(databases.ask(ROLES)).isEmpty();
        assertThat(databases.ask("select datname from pg_database where datname = 'keystone'"))
                .isEmpty();
    }
}
