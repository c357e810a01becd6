package org.cumulet.database;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.cumulet.embedded.EmbeddedPostgres;

/// A real MariaDB and a real PostgreSQL, whose administrators we know.
public class RealServers implements QuarkusTestResourceLifecycleManager {

    private MariaDbServer mariaDb;
    private EmbeddedPostgres postgres;

    @Override
    public Map<String, String> start() {
        try {
            mariaDb = MariaDbServer.start();
            var folder = Files.createTempDirectory("cumulet-postgres-");
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
            var runtime =
                    Path.of(System.getProperty("java.io.tmpdir"), "cumulet-runtime-" + System.getProperty("user.name"));
            postgres = EmbeddedPostgres.start(new EmbeddedPostgres.Options(
                    folder, runtime, 0, Map.of("fsync", "off", "full_page_writes", "off")));
            return Map.of(
                    "test.mariadb.port", Integer.toString(mariaDb.port()),
                    "test.postgresql.port", Integer.toString(postgres.port()),
                    "test.postgresql.password",
                            Files.readString(folder.resolve("superuser.password"))
                                    .strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {
        mariaDb.close();
        postgres.close();
    }
}
