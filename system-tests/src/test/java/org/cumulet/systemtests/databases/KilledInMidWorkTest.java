package org.cumulet.systemtests.databases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.cumulet.systemtests.cloud.Cloud;
import org.cumulet.systemtests.cloud.Shape;
import org.junit.jupiter.api.Test;

/// `kill -9` of the cloud when the user is there and its grant is not, and in the middle of a dump: the next run comes
/// to the declared end, what is on the server is what the ledger knows, and no half of a dump is a backup.
class KilledInMidWorkTest {

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
            try (var proxy = StallingProxy.before(databases::port)) {
                databases.register("postgres", proxy.port());
                var stalled = proxy.stallAt("grant \"keystone.owner\"");
                var password = cloud.admin()
                        .put(PATH + "?wait=0", "{\"database\": {}}")
                        .expect(202)
                        .at("/database/users/0/connection/password");
                killWhen(stalled, cloud, proxy);
                cloud.up();

                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(
                                        cloud.admin().get(PATH).expect(200).at("/database/state"))
                                .isEqualTo("active"));
                try (var keystone = databases.connect("keystone", "keystone", password);
                        var statement = keystone.createStatement()) {
                    statement.execute("create table project (id integer primary key)");
                    statement.execute("insert into project select * from generate_series(1, 1000)");
                }
                assertThat(databases.ask(MEMBERS)).containsExactly("keystone in keystone.owner");
                noHalfOfADumpIsABackup(cloud, proxy);
                nothingIsLeftWhenItIsDeleted(cloud, databases);
            }
        }
    }

    private static void killWhen(CountDownLatch stalled, Cloud cloud, StallingProxy proxy) throws InterruptedException {
        assertThat(stalled.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        cloud.kill();
        proxy.open();
    }

    private static void noHalfOfADumpIsABackup(Cloud cloud, StallingProxy proxy)
            throws IOException, InterruptedException {
        var stalled = proxy.stallAt("to stdout");
        var path = "/database/v1/backups/"
                + cloud.admin()
                        .post("/database/v1/backups", "{\"backup\": {\"database\": \"keystone\"}}")
                        .expect(202)
                        .at("/backup/id");

        killWhen(stalled, cloud, proxy);

        assertThat(files(cloud, "objects")).isEmpty();
        assertThat(files(cloud, "incoming")).hasSize(1);
        cloud.up();
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(cloud.admin().get(path).expect(200).at("/backup/state"))
                                .isEqualTo("complete"));
        assertThat(cloud.admin().get(path).expect(200).at("/backup/rows")).isEqualTo("1000");
        assertThat(files(cloud, "objects")).hasSize(1);
        cloud.admin().post(path + "/verify", "{}").expect(202);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(cloud.admin().get(path).expect(200).at("/backup/verification"))
                                .isEqualTo("verified"));
    }

    /// What is below this folder of the store of dumps.
    private static List<Path> files(Cloud cloud, String folder) throws IOException {
        try (var all =
                Files.walk(cloud.cumulet().home().resolve("database-backups").resolve(folder))) {
            return all.filter(Files::isRegularFile).toList();
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
