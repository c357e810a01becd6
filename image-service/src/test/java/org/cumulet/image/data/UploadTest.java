package org.cumulet.image.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.cumulet.image.Api.IMAGES;
import static org.cumulet.image.Api.replace;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.cumulet.image.Api;
import org.cumulet.image.ImageTest;
import org.cumulet.image.StoredFiles;
import org.cumulet.image.Together;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ImageTest
class UploadTest {

    private final Api member = Api.member();
    private final StoredFiles files = new StoredFiles();

    private static byte[] noise(int length) {
        var bytes = new byte[length];
        new Random().nextBytes(bytes);
        return bytes;
    }

    @Nested
    class Bytes {

        @Test
        void makeAnImageActive() {
            var id = member.raw("name", "hello");

            member.upload(id, "hello".getBytes(UTF_8)).statusCode(204).body(emptyString());

            member.show(id)
                    .body("status", is("active"))
                    .body("size", is(5))
                    .body("virtual_size", is(5))
                    .body("checksum", is("5d41402abc4b2a76b9719d911017c592"))
                    .body("os_hash_algo", is("sha512"))
                    .body(
                            "os_hash_value",
                            is(
                                    "9b71d224bd62f3785d96d46ad3ea3d73319bfbc2890caadae2dff72519673ca72323c3d99ba5c11d7c7acc6e14b8c5da0c4663475c2e5c3adef46f73bcdec043"));
            assertThat(member.download(id).statusCode(200).extract().asByteArray())
                    .asString(UTF_8)
                    .isEqualTo("hello");
        }

        @Test
        void mayComeWithoutALengthAndWithoutAnAccept() {
            var id = member.raw();
            var bytes = noise(3_000_000);

            var status = new Wire(member.token()).upload(id, new ByteArrayInputStream(bytes), Map.of("Accept", ""));

            assertThat(status).isEqualTo(204);
            assertThat(member.download(id).extract().asByteArray()).isEqualTo(bytes);
        }

        @Test
        void thatAreNoneAreFine() {
            var id = member.raw();

            member.upload(id, new byte[0]).statusCode(204);

            member.show(id)
                    .body("status", is("active"))
                    .body("size", is(0))
                    .body("checksum", is("d41d8cd98f00b204e9800998ecf8427e"));
            assertThat(member.download(id).statusCode(200).extract().asByteArray())
                    .isEmpty();
        }

        @Test
        void ofMoreThanTheHeapHoldsGoStraightToTheDisk() {
            var id = member.raw();
            var size = 512L << 20;

            var status = new Wire(member.token()).upload(id, new Zeros(size), Map.of());

            assertThat(status).isEqualTo(204);
            assertThat(Runtime.getRuntime().maxMemory()).isLessThan(size);
            member.show(id).body("size", is((int) size)).body("checksum", is("aa559b4e3523a6c931f08f4df52d58f2"));
            assertThat(new Wire(member.token()).download(id)).isEqualTo(size);
            member.delete(id).statusCode(204);
        }

        @Test
        void mayBeMoreThanOtherRequestsMayBring() {
            var id = member.raw();
            var size = 65 << 20;

            assertThat(new Wire(member.token()).upload(id, new Zeros(size), size))
                    .isEqualTo(204);
            member.show(id).body("size", is(size));
        }

        @Test
        void ofTheWrongTypeAreNotTaken() {
            var id = member.raw();

            member.as()
                    .contentType("text/plain")
                    .body("hello")
                    .put(IMAGES + "/" + id + "/file")
                    .then()
                    .statusCode(415);
            member.show(id).body("status", is("queued"));
        }

        @Test
        void needToKnowWhatTheyAre() {
            String id = member.create(Map.of("name", "unknown")).extract().path("id");

            member.upload(id, noise(10))
                    .statusCode(400)
                    .body("message", containsString("must be set prior to saving data"));
            member.show(id).body("status", is("queued"));
            member.patch(id, replace("/disk_format", "raw"), replace("/container_format", "bare"))
                    .statusCode(200);
            member.upload(id, noise(10)).statusCode(204);
        }

        @ParameterizedTest
        @ValueSource(strings = {"active", "deactivated"})
        void neverChangeAgain(String status) {
            var id = member.active(noise(10));
            if (status.equals("deactivated")) {
                member.as()
                        .post(IMAGES + "/" + id + "/actions/deactivate")
                        .then()
                        .statusCode(204);
            }
            var before = member.show(id).extract().asString();

            member.upload(id, noise(10))
                    .statusCode(409)
                    .body("message", is("Image status transition from " + status + " to saving is not allowed"));

            assertThat(member.show(id).extract().asString()).isEqualTo(before);
        }
    }

    @Nested
    class EqualBytes {

        @Test
        void areKeptOnceAndUntilTheLastImageIsGone() {
            var bytes = noise(1000);
            var first = member.active(bytes);
            var second = Api.stranger().active(bytes);
            String hash = member.show(first).extract().path("os_hash_value");

            assertThat(files.kept()).containsOnlyOnce(hash);
            member.delete(first).statusCode(204);
            assertThat(files.kept()).contains(hash);
            assertThat(Api.stranger().download(second).statusCode(200).extract().asByteArray())
                    .isEqualTo(bytes);
            Api.stranger().delete(second).statusCode(204);
            assertThat(files.kept()).doesNotContain(hash);
        }

        @Test
        void survivePeopleThatComeAndGo() {
            var bytes = noise(1000);

            var left = Together.times(24, number -> {
                var id = member.active(bytes);
                if (number % 3 != 0) {
                    member.delete(id).statusCode(204);
                }
                return number % 3 == 0 ? id : "";
            });

            for (var id : left.stream().filter(id -> !id.isEmpty()).toList()) {
                assertThat(member.download(id).statusCode(200).extract().asByteArray())
                        .isEqualTo(bytes);
            }
        }
    }

    @Nested
    class HostileBytes {

        static Stream<Arguments> kinds() {
            var qcow2 = ByteBuffer.allocate(65536)
                    .putInt(0, 0x514649fb)
                    .putInt(4, 2)
                    .putInt(20, 16)
                    .putLong(24, 1 << 20)
                    .putInt(36, 1)
                    .putLong(40, 196608)
                    .putLong(48, 65536)
                    .putInt(56, 1)
                    .array();
            var backed = ByteBuffer.wrap(qcow2.clone())
                    .putLong(8, 112)
                    .putInt(16, 11)
                    .put(112, "/etc/passwd".getBytes(UTF_8))
                    .array();
            var huge = ByteBuffer.wrap(qcow2.clone())
                    .putLong(24, 10L << 40)
                    .putInt(36, 20480)
                    .array();
            var data = ByteBuffer.wrap(qcow2.clone())
                    .putInt(4, 3)
                    .putLong(72, 4)
                    .putInt(96, 4)
                    .putInt(100, 104)
                    .array();
            var iso = new byte[65536];
            System.arraycopy("CD001".getBytes(UTF_8), 0, iso, 32769, 5);
            var polyglot = iso.clone();
            System.arraycopy(qcow2, 0, polyglot, 0, 104);
            var descriptor =
                    "# Disk DescriptorFile\nversion=1\ncreateType=\"monolithicFlat\"\nRW 1 FLAT \"/etc/passwd\" 0\n"
                            .getBytes(UTF_8);
            return Stream.of(
                    Arguments.of("qcow2", backed, 415, "it has a backing file"),
                    Arguments.of("raw", backed, 415, "the bytes are those of a qcow2"),
                    Arguments.of("qcow2", data, 415, "it has an external data file"),
                    Arguments.of("qcow2", huge, 413, "10995116277760 bytes large"),
                    Arguments.of("raw", iso, 415, "the bytes are those of a iso"),
                    Arguments.of("iso", polyglot, 415, "the bytes are those of a qcow2"),
                    Arguments.of("vmdk", descriptor, 415, "the bytes are those of a vmdk descriptor"),
                    Arguments.of("raw", descriptor, 415, "the bytes are those of a vmdk descriptor"),
                    Arguments.of("qcow2", noise(5000), 415, "the bytes are not those of a qcow2"),
                    Arguments.of("qcow2", Arrays.copyOf(qcow2, 50), 415, "it ends in the middle of its header"));
        }

        @ParameterizedTest
        @MethodSource("kinds")
        void areRefusedAndLeaveNothingBehind(String declared, byte[] bytes, int status, String why) {
            var id = member.raw("disk_format", declared);
            var kept = files.kept();

            member.upload(id, bytes)
                    .statusCode(status)
                    .body("message", containsString(why))
                    .body("message", not(containsString("java")));

            assertThat(files.kept()).isEqualTo(kept);
            assertThat(files.incoming()).isEmpty();
            member.show(id)
                    .body("status", is("queued"))
                    .body("size", nullValue())
                    .body("checksum", nullValue());
            member.download(id).statusCode(204);
        }

        @Test
        void areNotTheEndOfTheImage() {
            var id = member.raw("disk_format", "qcow2");
            member.upload(id, noise(100)).statusCode(415);

            member.patch(id, replace("/disk_format", "raw")).statusCode(200);
            member.upload(id, noise(100)).statusCode(204);
        }

        @Test
        void areHeardOutSoThatTheirSenderReadsTheAnswer() {
            var id = member.raw("disk_format", "qcow2");

            assertThat(new Wire(member.token()).upload(id, new Zeros(20 << 20), Map.of()))
                    .isEqualTo(415);
        }

        @Test
        void thatDoNotEndAreCutOff() throws Exception {
            var id = member.raw("disk_format", "iso");
            try (var socket =
                    Socket.to("PUT", IMAGES + "/" + id + "/file", member.token(), "Content-Length: 9999999999")) {
                socket.send("QFI\u00fb");
                socket.sendUntilCutOff();
                assertThat(socket.read()).startsWith("HTTP/1.1 415");
            }
            assertThat(files.incoming()).isEmpty();
        }
    }

    @Nested
    class MoreBytesThanTheDiskHolds {

        @Test
        void areRefusedBeforeTheyCome() throws Exception {
            var id = member.raw();
            var size = Files.getFileStore(files.incomingFolder()).getUsableSpace() + (1L << 30);
            try (var socket = Socket.to(
                    "PUT",
                    IMAGES + "/" + id + "/file",
                    member.token(),
                    "Content-Length: " + size + "\r\nExpect: 100-continue")) {
                assertThat(socket.read()).startsWith("HTTP/1.1 413");
            }
            member.show(id).body("status", is("queued"));
            assertThat(files.incoming()).isEmpty();
        }
    }

    @Nested
    class TwoUploads {

        @Test
        void ofTheSameImageAreOneTooMany() {
            var id = member.raw();

            var statuses =
                    Together.times(8, number -> new Wire(member.token()).upload(id, new Zeros(4 << 20), Map.of()));

            assertThat(statuses)
                    .containsOnlyOnce(204)
                    .filteredOn(status -> status != 204)
                    .containsOnly(409)
                    .hasSize(7);
            member.show(id).body("status", is("active")).body("size", is(4 << 20));
            assertThat(files.incoming()).isEmpty();
        }

        @Test
        void areToldApartWhileTheFirstIsComing() throws Exception {
            var id = member.raw();
            try (var first = Socket.to("PUT", IMAGES + "/" + id + "/file", member.token(), "Content-Length: 10")) {
                first.send("01234");
                await().until(() -> member.status(id).equals("saving"));

                member.upload(id, noise(10)).statusCode(409);
                member.download(id).statusCode(204);

                first.send("56789");
                assertThat(first.read()).startsWith("HTTP/1.1 204");
            }
            assertThat(member.download(id).extract().asString()).isEqualTo("0123456789");
        }
    }

    @Nested
    class AnUploadThatDoesNotEnd {

        @ParameterizedTest
        @ValueSource(strings = {"Content-Length: 100000", "Transfer-Encoding: chunked"})
        void becauseItsSenderLeavesIsForgotten(String length) throws Exception {
            var id = member.raw();
            try (var socket = Socket.to("PUT", IMAGES + "/" + id + "/file", member.token(), length)) {
                socket.send(length.startsWith("Content") ? "hello" : "5\r\nhello\r\n");
                await().until(() -> member.status(id).equals("saving"));
            }

            await().until(() -> member.status(id).equals("queued"));
            assertThat(files.incoming()).isEmpty();
            member.upload(id, noise(10)).statusCode(204);
        }

        @Test
        void becauseTheImageIsDeletedTellsItsSenderAndLeavesNothing() throws Exception {
            var id = member.raw();
            var kept = files.kept();
            try (var socket = Socket.to("PUT", IMAGES + "/" + id + "/file", member.token(), "Content-Length: 10")) {
                socket.send("01234");
                await().until(() -> member.status(id).equals("saving"));

                member.delete(id).statusCode(204);

                socket.send("56789");
                assertThat(socket.read())
                        .startsWith("HTTP/1.1 410")
                        .contains("may have been deleted during the upload");
            }
            assertThat(files.incoming()).isEmpty();
            assertThat(files.kept()).isEqualTo(kept);
        }
    }

    @Nested
    class AnUploadThatIsToldToWait {

        @Test
        void goesOnWhenItIsWelcome() throws Exception {
            var id = member.raw();
            try (var socket = Socket.to(
                    "PUT", IMAGES + "/" + id + "/file", member.token(), "Content-Length: 5\r\nExpect: 100-continue")) {
                assertThat(socket.read()).startsWith("HTTP/1.1 100");
                socket.send("hello");
                assertThat(socket.read()).startsWith("HTTP/1.1 204");
            }
        }

        @Test
        void doesNotEvenBeginWhenItIsNot() throws Exception {
            var id = member.active(noise(1));
            try (var socket = Socket.to(
                    "PUT",
                    IMAGES + "/" + id + "/file",
                    member.token(),
                    "Content-Length: 5000000000\r\nExpect: 100-continue")) {
                assertThat(socket.read()).startsWith("HTTP/1.1 409");
            }
        }
    }

    @Test
    void realTransitionsAreTheOnlyOnes() {
        var id = member.raw();
        for (var action : List.of("deactivate", "reactivate")) {
            member.as().post(IMAGES + "/" + id + "/actions/" + action).then().statusCode(403);
        }
        member.show(id).body("status", is("queued"));
        member.upload(id, noise(10)).statusCode(204);
        for (var action : List.of("reactivate", "deactivate", "deactivate")) {
            member.as()
                    .post(IMAGES + "/" + id + "/actions/" + action)
                    .then()
                    .statusCode(204)
                    .body(emptyString());
        }
        member.show(id).body("status", is("deactivated"));
        member.download(id).statusCode(403);
        Api.admin().download(id).statusCode(200);
        member.as().post(IMAGES + "/" + id + "/actions/reactivate").then().statusCode(204);
        member.show(id).body("status", is("active"));
        member.download(id).statusCode(200);
    }
}
