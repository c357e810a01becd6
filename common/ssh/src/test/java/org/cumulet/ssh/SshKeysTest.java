package org.cumulet.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SshKeysTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("keys/cloud");
    }

    @Test
    void aPairIsMadeOnceAndKept() {
        var made = SshKeys.ensure(file);

        assertThat(SshKeys.ensure(file).publicLine()).isEqualTo(made.publicLine());
    }

    @Test
    void onlyTheOwnerCanReadIt() throws IOException {
        SshKeys.ensure(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void opensshReadsIt() {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/ssh-keygen")),
                "no ssh-keygen here: apt-get install openssh-client");
        var made = SshKeys.ensure(file);

        assertThat(RealSshd.run("ssh-keygen", "-y", "-f", file.toString()).strip())
                .isEqualTo(made.publicLine());
        assertThat(RealSshd.run("ssh-keygen", "-l", "-f", file.toString())).contains(made.fingerprint());
    }

    @Test
    void severalWhoMakeItAtOnceEndUpWithOne() throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            Callable<String> ensure = () -> SshKeys.ensure(file).publicLine();
            var lines = threads.invokeAll(Stream.generate(() -> ensure).limit(8).toList());

            assertThat(lines)
                    .extracting(future -> future.get())
                    .containsOnly(SshKeys.read(file).publicLine());
        }
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }
}
