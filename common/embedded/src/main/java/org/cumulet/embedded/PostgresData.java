package org.cumulet.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;

/// The data of an embedded PostgreSQL and the password of its superuser: made once, checked at every start.
record PostgresData(Home home, PostgresPrograms programs) {

    private static final File NOTHING = new File("/dev/null");

    Path folder() {
        return home.file("data");
    }

    Path pidFile() {
        return folder().resolve("postmaster.pid");
    }

    /// Stops a postmaster of an earlier life; takes away a number that means nothing any more.
    void stopOrphan() throws IOException {
        var orphan = Orphan.of(pidFile(), folder());
        if (orphan.isEmpty()) {
            Files.deleteIfExists(pidFile());
            return;
        }
        var _ = programs.run("pg_ctl", folder(), NOTHING, "stop", "-m", "fast", "-t", "30");
        if (!orphan.get().gone(Duration.ofSeconds(5))) {
            throw new EmbeddedException(
                    "An old PostgreSQL (process %d) works on %s and does not stop: stop it, then start again."
                            .formatted(orphan.get().process().pid(), folder()));
        }
    }

    String password() throws IOException {
        var file = home.file("superuser.password");
        if (!Files.exists(file)) {
            var bytes = new byte[24];
            new SecureRandom().nextBytes(bytes);
            OwnerOnly.write(file, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        }
        return Files.readString(file).strip();
    }

    /// Under another name until it is complete, so that an interrupted first start leaves nothing half.
    void initialise(boolean durable) throws IOException {
        if (Files.isDirectory(folder())) {
            checkVersion();
            return;
        }
        var growing = home.file("data.new");
        Unpacked.delete(growing);
        Files.createDirectory(growing);
        programs.account().take(growing, "rwx------");
        initdb(growing, durable);
        Files.move(growing, folder(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void initdb(Path growing, boolean durable) throws IOException {
        var secret = home.file("initdb.password");
        OwnerOnly.write(secret, password());
        programs.account().take(secret, "r--------");
        var failure = programs.run(
                "initdb",
                growing,
                secret.toFile(),
                "--username=postgres",
                "--pwfile=/dev/stdin",
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                durable ? "--data-checksums" : "--no-sync");
        Files.delete(secret);
        if (!failure.isEmpty()) {
            throw new EmbeddedException(
                    "PostgreSQL cannot make its data in %s (%s): make room or rights there and start again."
                            .formatted(home.folder(), failure));
        }
    }

    private void checkVersion() throws IOException {
        var file = folder().resolve("PG_VERSION");
        var theirs = Files.exists(file) ? Files.readString(file).strip() : "";
        if (theirs.isEmpty()) {
            throw new EmbeddedException(
                    "The data folder %s is damaged (no PG_VERSION in it): bring it back from a backup, or move it away to start empty."
                            .formatted(folder()));
        }
        var ours = Unpacked.version("postgresql").replaceFirst("\\..*", "");
        if (!theirs.equals(ours)) {
            throw new EmbeddedException(
                    "The data in %s was written by PostgreSQL %s, and this is PostgreSQL %s: bring it over with pg_upgrade, or choose another CUMULET_HOME."
                            .formatted(folder(), theirs, ours));
        }
    }
}
