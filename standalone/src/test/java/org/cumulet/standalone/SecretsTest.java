package org.cumulet.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    Path home;

    @Test
    void areMadeOnceAndKept() throws IOException {
        var secrets = Secrets.keptIn(CloudFolder.open(home));
        assertThat(secrets.adminPassword()).hasSizeGreaterThan(20).isEqualTo(secrets.adminPassword());
    }

    @Test
    void differFromEachOther() throws IOException {
        var secrets = Secrets.keptIn(CloudFolder.open(home));
        assertThat(secrets.databasePassword("image")).isNotEqualTo(secrets.databasePassword("compute"));
    }

    @Test
    void canBeReadByTheirOwnerOnly() throws IOException {
        var folder = CloudFolder.open(home);
        Secrets.keptIn(folder).adminPassword();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.secret("admin-password"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("secrets"))))
                .isEqualTo("rwx------");
    }

    @Test
    void includeAKeyOf32Bytes() throws IOException {
        var key = Secrets.keptIn(CloudFolder.open(home)).encryptionKey();
        assertThat(Base64.getDecoder().decode(key)).hasSize(32);
    }

    @Test
    void withoutTheKeyOfTheDataThereIsNoStart() throws IOException {
        var folder = CloudFolder.open(home);
        Files.createDirectory(folder.postgres());
        assertThatThrownBy(() -> Secrets.keptIn(folder))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("damaged (no secrets/secret-key in it")
                .hasMessageContaining("backup");
    }

    @Test
    void thatAreEmptyAreNamed() throws IOException {
        var folder = CloudFolder.open(home);
        var secrets = Secrets.keptIn(folder);
        Files.createFile(folder.secret("admin-password"));
        assertThatThrownBy(secrets::adminPassword)
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("admin-password is empty");
    }
}
