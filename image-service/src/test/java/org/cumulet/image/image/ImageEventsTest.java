package org.cumulet.image.image;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.cumulet.image.Api.IMAGES;
import static org.cumulet.image.Api.replace;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.cumulet.image.Api;
import org.cumulet.image.ImageTest;
import org.cumulet.testing.auth.TestTokens;
import org.cumulet.testing.contract.EventContract;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ImageTest
class ImageEventsTest {

    private final Api member = Api.member();
    private final List<ConsumerRecord<String, String>> heard = new ArrayList<>();
    private KafkaConsumer<String, String> consumer;

    @BeforeEach
    void listen() {
        var broker = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        broker,
                        "group.id",
                        "test",
                        "auto.offset.reset",
                        "earliest",
                        "enable.auto.commit",
                        "false"),
                new StringDeserializer(),
                new StringDeserializer());
        consumer.subscribe(List.of("image.image"));
    }

    @AfterEach
    void stopListening() {
        consumer.close();
    }

    @Test
    void everyMoveOfAnImageIsToldInOrderAndAsPromised() throws Exception {
        var id = member.raw("name", "told");
        member.patch(id, replace("/disk_format", "qcow2")).statusCode(200);
        member.upload(id, "hello".getBytes(UTF_8)).statusCode(415);
        member.patch(id, replace("/disk_format", "raw")).statusCode(200);
        member.upload(id, "hello".getBytes(UTF_8)).statusCode(204);
        member.as().post(IMAGES + "/" + id + "/actions/deactivate").then().statusCode(204);
        member.as().post(IMAGES + "/" + id + "/actions/reactivate").then().statusCode(204);
        member.delete(id).statusCode(204);

        var told = toldOf(id, 10);

        assertThat(told.stream().map(ImageEventsTest::name))
                .containsExactly(
                        "created",
                        "updated",
                        "upload_started",
                        "upload_failed",
                        "updated",
                        "upload_started",
                        "uploaded",
                        "deactivated",
                        "reactivated",
                        "deleted");
        for (var event : told) {
            assertThat(EventContract.of(type(event)).violations(event.value()))
                    .as(event.value())
                    .isEmpty();
            assertThat(event.value()).contains(TestTokens.PROJECT);
        }
    }

    @Test
    void everyPromiseHasASampleThatKeepsIt() throws Exception {
        var promised = EventContract.types().stream()
                .filter(type -> type.startsWith("org.cumulet.image."))
                .toList();

        assertThat(promised).hasSize(8);
        for (var type : promised) {
            assertThat(EventContract.of(type)
                            .violations(EventContract.of(type).sample().toString()))
                    .as(type)
                    .isEmpty();
        }
    }

    @Test
    void whatIsRefusedIsNotTold() {
        var id = member.raw("protected", true);
        member.delete(id).statusCode(403);
        member.patch(id, replace("/id", "x")).statusCode(403);
        member.patch(id).statusCode(200);
        Api.stranger().delete(id).statusCode(404);
        member.patch(id, replace("/name", "the end")).statusCode(200);

        assertThat(toldOf(id, 2).stream().map(ImageEventsTest::name)).containsExactly("created", "updated");
    }

    private List<ConsumerRecord<String, String>> toldOf(String image, int count) {
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            consumer.poll(Duration.ofMillis(200)).forEach(heard::add);
            return of(image).size() >= count;
        });
        return of(image);
    }

    private List<ConsumerRecord<String, String>> of(String image) {
        return heard.stream().filter(event -> event.key().equals(image)).toList();
    }

    private static String type(ConsumerRecord<String, String> event) {
        return new String(event.headers().lastHeader("ce_type").value(), UTF_8);
    }

    private static String name(ConsumerRecord<String, String> event) {
        return type(event).replace("org.cumulet.image.image.", "");
    }
}
