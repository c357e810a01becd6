package org.cumulet.image.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.cumulet.image.Api.IMAGES;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.Random;
import org.cumulet.image.Api;
import org.cumulet.image.ImageTest;
import org.cumulet.image.StoredFiles;
import org.cumulet.testing.auth.TestTokens;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ImageTest
class DownloadTest {

    private final Api member = Api.member();

    @Test
    void saysWhatItBrings() {
        var id = member.active("0123456789".getBytes(UTF_8));

        member.download(id)
                .statusCode(200)
                .contentType("application/octet-stream")
                .header("Content-Length", is("10"))
                .header("Content-MD5", is("781e5e245d69b566979b86e28d23f2c7"))
                .header("ETag", is('"' + member.show(id).extract().<String>path("os_hash_value") + '"'))
                .header("Accept-Ranges", is("bytes"))
                .header("Content-Range", nullValue())
                .body(is("0123456789"));
    }

    @Test
    void ofWhatHasNoBytesIsEmpty() {
        member.download(member.raw()).statusCode(204).body(emptyString());
    }

    @Test
    void ofWhatTheDiskHasLostSaysSo() throws Exception {
        var id = member.active("lost and not found".getBytes(UTF_8));
        String hash = member.show(id).extract().path("os_hash_value");
        Files.delete(new StoredFiles().file(hash));

        member.download(id).statusCode(503).body("message", containsString("has lost the data"));
    }

    @Test
    void canBeAskedForWithoutTheBytes() {
        var id = member.active("0123456789".getBytes(UTF_8));

        member.as()
                .head(IMAGES + "/" + id + "/file")
                .then()
                .statusCode(200)
                .header("Content-Length", is("10"))
                .body(emptyString());
    }

    @Test
    void isForMembersOfAProjectNotForItsReaders() {
        var id = member.active("x".getBytes(UTF_8));

        Api.reader().download(id).statusCode(403);
        new Api(TestTokens.service()).download(id).statusCode(200);
    }

    @Nested
    class OfAPart {

        @ParameterizedTest
        @CsvSource({
            "bytes=0-4, 01234, bytes 0-4/10", "bytes=5-, 56789, bytes 5-9/10", "bytes=-2, 89, bytes 8-9/10",
            "bytes=-20, 0123456789, bytes 0-9/10", "bytes=9-99, 9, bytes 9-9/10", "bytes=3-3, 3, bytes 3-3/10",
            "bytes=0-, 0123456789, bytes 0-9/10"
        })
        void bringsThatPart(String range, String bytes, String says) {
            var id = member.active("0123456789".getBytes(UTF_8));

            member.as()
                    .header("Range", range)
                    .get(IMAGES + "/" + id + "/file")
                    .then()
                    .statusCode(206)
                    .header("Content-Range", is(says))
                    .header("Content-Length", is("" + bytes.length()))
                    .body(is(bytes));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "bytes=10-",
                    "bytes=10-11",
                    "bytes=5-4",
                    "bytes=-0",
                    "bytes=-",
                    "bytes=a-b",
                    "bytes=0-1,3-4",
                    "lines=0-1",
                    "nonsense",
                    "bytes=99999999999999999999-"
                })
        void thatIsNoneIsRefused(String range) {
            var id = member.active("0123456789".getBytes(UTF_8));

            member.as()
                    .header("Range", range)
                    .get(IMAGES + "/" + id + "/file")
                    .then()
                    .statusCode(416);
        }

        @Test
        void ofALargeImageIsTheRightOne() {
            var bytes = new byte[3_000_000];
            new Random(3).nextBytes(bytes);
            var id = member.active(bytes);

            var part = member.as()
                    .header("Range", "bytes=1000000-1999999")
                    .get(IMAGES + "/" + id + "/file")
                    .then()
                    .statusCode(206)
                    .extract()
                    .asByteArray();

            assertThat(part).isEqualTo(Arrays.copyOfRange(bytes, 1_000_000, 2_000_000));
        }
    }
}
