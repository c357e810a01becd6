package org.cumulet.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveTest {

    @TempDir
    Path folder;

    private ClassArchive archive;

    @BeforeEach
    void name() {
        archive = new ClassArchive(folder.resolve("kept.jsa"), folder.resolve("growing.jsa"));
    }

    @Test
    void isWrittenWhereThereIsNone() {
        assertThat(archive.option()).isEqualTo("-XX:ArchiveClassesAtExit=" + archive.growing());
    }

    @Test
    void isUsedWhereTheLastOneLeftIt() throws IOException {
        Files.write(archive.growing(), new byte[] {(byte) 0xf0, 0x0b, (byte) 0xab, (byte) 0xa8, 1});

        archive.keep();

        assertThat(archive.option()).isEqualTo("-XX:SharedArchiveFile=" + archive.kept());
    }

    @Test
    void isLeftAloneWhereItIsHalf() throws IOException {
        Files.write(archive.growing(), new byte[100]);

        archive.keep();

        assertThat(archive.option()).isEqualTo("-XX:ArchiveClassesAtExit=" + archive.growing());
    }
}
