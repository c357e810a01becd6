package org.cumulet.batch.news;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;

/// The topics we promise: the channels of `contracts/events/asyncapi.yaml`.
@Singleton
class Catalog {

    List<String> topics() {
        try (var promised = Catalog.class.getResourceAsStream("/contracts/events/asyncapi.yaml")) {
            var channels = new ObjectMapper(new YAMLFactory())
                    .readTree(Objects.requireNonNull(promised))
                    .path("channels");
            return StreamSupport.stream(channels.spliterator(), false)
                    .map(channel -> channel.path("address").asText())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
