package org.cumulet.image.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.UUID;
import org.cumulet.blobs.OtherProcess;
import org.cumulet.image.Api;
import org.cumulet.image.ImageTest;
import org.cumulet.image.StoredFiles;
import org.junit.jupiter.api.Test;

/// What a `kill -9` leaves behind: another process plays the one that was killed.
@ImageTest
class TidyingTest {

    @Inject
    @DataSource("image")
    AgroalDataSource database;

    private final Api member = Api.member();
    private final StoredFiles files = new StoredFiles();

    @Test
    void anImageWhoseUploadDiedWaitsForAnother() throws Exception {
        var id = member.raw();
        var upload = UUID.randomUUID();
        var other = OtherProcess.receiving(files.incomingFolder().resolve(upload.toString()));
        save(id, upload);

        member.upload(id, new byte[1]).statusCode(409);
        assertThat(files.incoming()).containsExactly(upload.toString());
        other.destroyForcibly().waitFor();

        await().until(() -> member.status(id).equals("queued"));
        await().until(() -> files.incoming().isEmpty());
        member.upload(id, new byte[] {1}).statusCode(204);
        member.show(id).body("status", is("active"));
    }

    @Test
    void anImageWhoseUploadIsNowhereWaitsForAnother() throws Exception {
        var id = member.raw();
        save(id, UUID.randomUUID());

        await().until(() -> member.status(id).equals("queued"));
    }

    @Test
    void bytesThatNoImageHasGo() throws Exception {
        var id = member.active(new byte[] {4, 5, 6});
        var orphan = "ab" + "0".repeat(126);
        var shelf = Files.createDirectories(
                files.incomingFolder().resolveSibling("objects").resolve("ab"));
        Files.writeString(shelf.resolve(orphan), "nobody's");

        await().until(() -> !files.kept().contains(orphan));
        member.download(id).statusCode(200);
    }

    private void save(String image, UUID upload) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(
                        "update image set status = 'SAVING', upload = ?, reserved = 5 where id = ?")) {
            update.setObject(1, upload);
            update.setObject(2, UUID.fromString(image));
            assertThat(update.executeUpdate()).isOne();
        }
    }
}
