package org.cumulet.inventory.preparation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.cumulet.inventory.Api.map;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.cumulet.inventory.Api;
import org.cumulet.inventory.InventoryTest;
import org.cumulet.testing.contract.EventContract;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Preparations as jobs. What they do on hosts is in the tests of the script and in the story of a site.
@InventoryTest
class PreparationsTest {

    private static final String PREPARATIONS = "/inventory/v1/preparations";

    private final Api admin = Api.admin();
    private String host;

    @BeforeEach
    void aHostThatNobodyReaches() {
        host = admin.register(
                        map("name", "away", "address", "127.0.0.1", "port", 1, "host_key", "SHA256:" + "A".repeat(43)))
                .extract()
                .path("hosts[0].id");
    }

    @AfterEach
    void clear() {
        admin.clear();
    }

    private String prepare() {
        return admin.json(Map.of("prepare", Map.of("steps", List.of("hosts-file"))))
                .post("/inventory/v1/hosts/" + host + "/prepare")
                .then()
                .statusCode(202)
                .body("preparation.state", equalTo("queued"))
                .extract()
                .path("preparation.id");
    }

    private String ended() {
        var id = prepare();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> admin.as()
                        .get(PREPARATIONS + "/" + id)
                        .path("preparation.state")
                        .equals("failed"));
        return id;
    }

    @Test
    void oneThatCannotBeginSaysWhyAndWhatTheHostIsLike() {
        admin.as()
                .get(PREPARATIONS + "/" + ended())
                .then()
                .body("preparation.reason", containsString("has not been looked at yet"))
                .body("preparation.host_is", equalTo("as_before"));
    }

    @Test
    void howItEndedIsToldAsPromised() throws Exception {
        var id = ended();

        var told = told(id);
        assertThat(EventContract.of("org.cumulet.inventory.host.preparation_ended")
                        .violations(told))
                .as(told)
                .isEmpty();
    }

    private String told(String preparation) {
        var heard = new ArrayList<String>();
        var broker = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers",
                        broker,
                        "group.id",
                        UUID.randomUUID().toString(),
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.subscribe(List.of("inventory.host"));
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                for (var event : consumer.poll(Duration.ofMillis(200))) {
                    var type = new String(event.headers().lastHeader("ce_type").value(), UTF_8);
                    if (type.endsWith("preparation_ended") && event.value().contains(preparation)) {
                        heard.add(event.value());
                    }
                }
                return !heard.isEmpty();
            });
        }
        return heard.getFirst();
    }

    @Test
    void theNewestIsListedFirst() {
        ended();
        var second = ended();

        admin.as()
                .get(PREPARATIONS + "?host=" + host + "&limit=1")
                .then()
                .statusCode(200)
                .body("preparations", hasSize(1))
                .body("preparations[0].id", equalTo(second))
                .body("more", equalTo(true));
        admin.as()
                .get(PREPARATIONS + "?host=" + host + "&marker=" + second)
                .then()
                .body("preparations", hasSize(1))
                .body("more", equalTo(false));
    }

    @Test
    void manyBeginTogetherOrNotAtAll() {
        var nobody = UUID.randomUUID().toString();
        admin.json(Map.of("hosts", List.of(host, nobody)))
                .post(PREPARATIONS)
                .then()
                .statusCode(404);
        admin.as().get(PREPARATIONS + "?host=" + host).then().body("preparations", hasSize(0));

        admin.json(Map.of("hosts", List.of(host))).post(PREPARATIONS).then().statusCode(202);
    }

    @Test
    void whatIsOverIsNeitherCancelledNorUndoneWhereNothingWasDone() {
        var id = ended();

        for (var what : List.of("cancel", "undo")) {
            admin.as().post(PREPARATIONS + "/" + id + "/" + what).then().statusCode(409);
        }
    }

    @Test
    void nothingDriftsFromWhatWasNeverDeclared() {
        admin.as()
                .get("/inventory/v1/hosts/" + host + "/drift")
                .then()
                .statusCode(409)
                .body("error.message", containsString("has not been prepared"));
    }
}
