package org.cumulet.image.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.cumulet.image.Api.IMAGES;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.cumulet.image.Api;
import org.cumulet.image.ImageTest;
import org.cumulet.image.StoredFiles;
import org.cumulet.image.Together;
import org.junit.jupiter.api.Test;

@ImageTest
@TestProfile(QuotaTest.Tight.class)
class QuotaTest {

    /// An operator who has little to give.
    public static class Tight implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "cumulet.image.limits.image-size", "600000",
                    "cumulet.image.limits.disk-size", "500000",
                    "cumulet.image.limits.project-size", "1000000",
                    "cumulet.image.limits.project-images", "12",
                    "cumulet.image.limits.project-uploads", "2");
        }
    }

    private final String project = UUID.randomUUID().toString().replace("-", "");
    private final Api api = Api.of(project);
    private final StoredFiles files = new StoredFiles();

    private static byte[] noise(int length) {
        var bytes = new byte[length];
        new Random().nextBytes(bytes);
        return bytes;
    }

    /// An image whose size nobody looks at but the quota.
    private String kernel() {
        return api.raw("disk_format", "aki", "container_format", "aki");
    }

    @Test
    void anImageMayBeAsLargeAsAllowedAndNotAByteLarger() {
        api.upload(kernel(), noise(600_000)).statusCode(204);
        var id = kernel();
        api.upload(id, noise(600_001)).statusCode(413).body("message", containsString("larger than 600000 bytes"));
        assertThat(new Wire(api.token()).upload(id, new Zeros(600_001), Map.of()))
                .isEqualTo(413);
        api.show(id).body("status", is("queued"));
        assertThat(files.incoming()).isEmpty();
    }

    @Test
    void aDiskMayBeAsLargeAsAllowedAndNotAByteLarger() {
        api.upload(api.raw(), noise(500_000)).statusCode(204);
        api.upload(api.raw(), noise(500_001)).statusCode(413);
    }

    @Test
    void aProjectMayFillItsRoomAndNotAByteMore() {
        api.upload(kernel(), noise(600_000)).statusCode(204);
        var id = kernel();
        api.upload(id, noise(400_001))
                .statusCode(413)
                .body(
                        "message",
                        is(
                                "Quota exceeded for image_size_total: requested 400001, already used 600000, allowed 1000000."));
        assertThat(new Wire(api.token()).upload(id, new Zeros(400_001), Map.of()))
                .isEqualTo(413);
        api.upload(id, noise(400_000)).statusCode(204);
        api.upload(kernel(), noise(1)).statusCode(413);
        api.delete(id).statusCode(204);
        api.upload(kernel(), noise(400_000)).statusCode(204);
    }

    @Test
    void manyUploadsTogetherDoNotFillMoreThanTheRoom() {
        var ids = IntStream.range(0, 12).mapToObj(number -> kernel()).toList();

        var statuses = Together.times(12, number -> {
            var status = 0;
            do {
                status = new Wire(api.token()).upload(ids.get(number), new Zeros(150_000), Map.of());
            } while (status == 413 && used() + 150_000 <= 1_000_000);
            return status;
        });

        assertThat(statuses).filteredOn(status -> status == 204).hasSize(6);
        assertThat(used()).isEqualTo(900_000);
        assertThat(files.incoming()).isEmpty();
    }

    private int used() {
        return api
                .list("?status=active&limit=100&owner=" + project)
                .extract()
                .jsonPath()
                .getList("images.size", Integer.class)
                .stream()
                .mapToInt(size -> size)
                .sum();
    }

    @Test
    void aProjectMayHaveSoManyImages() {
        var statuses =
                Together.times(20, number -> api.create(Map.of()).extract().statusCode());

        assertThat(statuses).filteredOn(status -> status == 201).hasSize(12);
        assertThat(statuses).filteredOn(status -> status != 201).containsOnly(413);
        String id = api.list("?owner=" + project).extract().path("images[0].id");
        api.delete(id).statusCode(204);
        api.create(Map.of()).statusCode(201);
        api.create(Map.of())
                .statusCode(413)
                .body("message", is("Quota exceeded for image_count_total: requested 1, already used 12, allowed 12."));
    }

    @Test
    void aProjectMayUploadSoManyImagesAtTheSameTime() throws Exception {
        var first = api.raw();
        var second = api.raw();
        try (var one = Socket.to("PUT", IMAGES + "/" + first + "/file", api.token(), "Content-Length: 5");
                var two = Socket.to("PUT", IMAGES + "/" + second + "/file", api.token(), "Content-Length: 5")) {
            await().until(() ->
                    api.status(first).equals("saving") && api.status(second).equals("saving"));
            var third = api.raw();

            api.upload(third, noise(1)).statusCode(413).body("message", containsString("image_count_uploading"));
            api.show(third).body("status", is("queued"));

            one.send("hello");
            assertThat(one.read()).startsWith("HTTP/1.1 204");
            api.upload(third, noise(1)).statusCode(204);
            two.send("hello");
            assertThat(two.read()).startsWith("HTTP/1.1 204");
        }
    }
}
