package org.cumulet.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What we promise about events is whole and agrees with itself. That the code keeps it, each publisher's test says.
class EventPromisesTest {

    static List<String> types() {
        return EventContract.types();
    }

    @ParameterizedTest
    @MethodSource("types")
    void everySampleIsValid(String type) throws JsonProcessingException {
        var contract = EventContract.of(type);
        assertThat(contract.violations(contract.sample().toString())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void noSchemaNamesASecret(String type) {
        assertThat(EventContract.of(type).schema().at("/properties").fieldNames())
                .toIterable()
                .doesNotContain("password", "admin_pass", "user_data", "secret", "token", "private_key");
    }

    @Test
    void everySampleHasASchema() throws IOException {
        try (var files = Files.list(EventContract.folder())) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".sample.json"))
                            .map(name -> name.replace(".sample.json", "")))
                    .containsExactlyInAnyOrderElementsOf(types());
        }
    }

    @Test
    void theCatalogHasExactlyTheTypesThatHaveSchemas() throws IOException {
        var named = new ArrayList<String>();
        catalog().at("/components/messages").fieldNames().forEachRemaining(named::add);
        assertThat(named).containsExactlyInAnyOrderElementsOf(types());
    }

    @Test
    void everyTypeIsToldOnTheTopicOfItsName() throws IOException {
        var channels = catalog().path("channels");
        for (var type : types()) {
            var topic = type.replace("org.cumulet.", "").replaceAll("\\.[a-z_]+$", "");
            assertThat(fieldNames(channels.path(topic).path("messages"))).contains(type);
        }
    }

    private static List<String> fieldNames(JsonNode node) {
        return StreamSupport.stream(((Iterable<String>) node::fieldNames).spliterator(), false)
                .toList();
    }

    private static JsonNode catalog() throws IOException {
        return new ObjectMapper(new YAMLFactory())
                .readTree(EventContract.folder().resolve("asyncapi.yaml").toFile());
    }
}
