package org.cumulet.systemtests.databases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import org.cumulet.systemtests.cloud.Cloud;
import org.cumulet.systemtests.cloud.InTheCloud;
import org.cumulet.systemtests.cloud.Shape;
import org.junit.jupiter.api.Test;

/// A database where the services have a process each: declared, worked in, shown by both faces, deleted.
@InTheCloud(Shape.SEPARATE_PROCESSES)
class DatabasesOfSeparateProcessesTest {

    private static final String APART = "/database/v1/databases/apart";

    private final Cloud cloud;
    private final CloudDatabases server;

    DatabasesOfSeparateProcessesTest(Cloud cloud) {
        this.cloud = cloud;
        this.server = new CloudDatabases(cloud);
    }

    @Test
    void aDatabaseIsMadeAndDropped() throws SQLException {
        var admin = cloud.admin();
        server.register("apart-server", server.port());

        var password = admin.put(APART + "?wait=60", "{\"database\": {}}")
                .expect(200)
                .at("/database/users/0/connection/password");

        try (var connection = server.connect("apart", "apart", password);
                var statement = connection.createStatement()) {
            statement.execute("create table t (i int)");
        }
        var project = admin.get("/identity/v3/auth/projects").expect(200).at("/projects/0/id");
        assertThat(admin.get("/database/v1.0/" + project + "/instances")
                        .expect(200)
                        .at("/instances/0/name"))
                .isEqualTo("apart-server");
        admin.delete(APART + "?confirm=apart").expect(202);
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(admin.get(APART).status()).isEqualTo(404));
        server.unregister("apart-server");
    }
}
