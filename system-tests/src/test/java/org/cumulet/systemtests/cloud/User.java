package org.cumulet.systemtests.cloud;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Somebody at a shell with Debian's own `openstack` client, after `eval "$(./cumulet env)"`.
public record User(Map<String, String> environment) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /// Runs `openstack` with these words and the arguments as they are.
    public String openstack(String words, String... arguments) {
        var argv = Stream.of(Stream.of("openstack"), Stream.of(words.split(" ")), Stream.of(arguments))
                .flatMap(it -> it)
                .toArray(String[]::new);
        return Command.of(argv)
                .in(environment)
                .within(Duration.ofMinutes(3))
                .run()
                .text();
    }

    /// The same with `-f json`.
    public JsonNode ask(String words, String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("-f", "json"));
        var text = openstack(words, all.toArray(String[]::new));
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("openstack %s printed no JSON: %s".formatted(words, text), e);
        }
    }
}
