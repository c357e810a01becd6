package org.cumulet.blobs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlobsTest {

    private static final String HELLO =
            "9b71d224bd62f3785d96d46ad3ea3d73319bfbc2890caadae2dff72519673ca72323c3d99ba5c11d7c7acc6e14b8c5da0c4663475c2e5c3adef46f73bcdec043";

    @TempDir
    Path folder;

    private Blobs blobs() {
        return new Blobs(folder.resolve("store"));
    }

    private static Fingerprint fill(Incoming incoming) throws IOException {
        incoming.write("hello, world".getBytes(UTF_8), 5);
        return incoming.seal();
    }

    @Nested
    class BytesThatComeIn {

        @Test
        void areFoundByTheirHash() throws IOException {
            var blobs = blobs();
            try (var incoming = blobs.receive(UUID.randomUUID())) {
                blobs.keep(incoming, fill(incoming));
            }

            assertThat(blobs.hashes()).containsExactly(HELLO);
            assertThat(blobs.file(HELLO)).hasContent("hello");
            assertThat(Files.getPosixFilePermissions(folder.resolve("store/objects")))
                    .hasSize(3);
        }

        @Test
        void areKeptOnce() throws IOException {
            var blobs = blobs();
            for (var time = 0; time < 2; time++) {
                try (var incoming = blobs.receive(UUID.randomUUID())) {
                    blobs.keep(incoming, fill(incoming));
                }
            }

            assertThat(blobs.hashes()).containsExactly(HELLO);
        }

        @Test
        void areGoneUnlessTheyAreKept() throws IOException {
            var blobs = blobs();
            var upload = UUID.randomUUID();
            try (var incoming = blobs.receive(upload)) {
                fill(incoming);
                assertThat(blobs.isReceiving(upload)).isTrue();
            }

            assertThat(blobs.isReceiving(upload)).isFalse();
            assertThat(folder.resolve("store/incoming")).isEmptyDirectory();
            assertThat(blobs.hashes()).isEmpty();
        }

        @Test
        void canBeRemoved() throws IOException {
            var blobs = blobs();
            try (var incoming = blobs.receive(UUID.randomUUID())) {
                blobs.keep(incoming, fill(incoming));
            }

            assertThat(blobs.remove(HELLO)).isTrue();
            assertThat(blobs.remove(HELLO)).isFalse();
            assertThat(blobs.hashes()).isEmpty();
        }
    }

    @Nested
    class WhatACrashLeavesBehind {

        @Test
        void isReclaimed() throws IOException {
            var blobs = blobs();
            var upload = UUID.randomUUID();
            Files.writeString(folder.resolve("store/incoming/" + upload), "half");

            assertThat(blobs.isReceiving(upload)).isFalse();
            assertThat(blobs.reclaimAbandoned()).isEqualTo(1);
            assertThat(folder.resolve("store/incoming")).isEmptyDirectory();
        }

        @Test
        void isNotWhatWeStillReceive() throws IOException {
            var blobs = blobs();
            try (var incoming = blobs.receive(UUID.randomUUID())) {
                assertThat(blobs.reclaimAbandoned()).isZero();
                blobs.keep(incoming, fill(incoming));
            }
            assertThat(blobs.hashes()).containsExactly(HELLO);
        }

        @Test
        void isNotWhatAnotherProcessStillReceives() throws Exception {
            var blobs = blobs();
            var upload = UUID.randomUUID();
            var other = OtherProcess.receiving(folder.resolve("store/incoming/" + upload));

            assertThat(blobs.isReceiving(upload)).isTrue();
            assertThat(blobs.reclaimAbandoned()).isZero();
            other.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            assertThat(blobs.isReceiving(upload)).isFalse();
            assertThat(blobs.reclaimAbandoned()).isEqualTo(1);
        }
    }
}
