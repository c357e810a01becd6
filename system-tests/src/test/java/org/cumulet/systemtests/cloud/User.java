package org.cumulet.systemtests.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

/// Somebody at a shell with Debian's own `openstack` client, after `eval "$(./cumulet env)"`.
public record User(Map<String, String> environment) {

    /// Runs `openstack` with these words, and arguments that may hold spaces.
    public String openstack(String words, String... arguments) {
        return openstack(words, Stream.of(arguments));
    }

    /// The same with `-f json`.
    public JsonNode ask(String words, String... arguments) {
        return Json.parse(openstack(words, Stream.concat(Stream.of(arguments), Stream.of("-f", "json"))));
    }

    /// What it says where it must fail.
    public String refused(String words) {
        var outcome = run(words, Stream.of());
        if (outcome.succeeded()) {
            throw new AssertionError(outcome.toString());
        }
        return outcome.err();
    }

    private String openstack(String words, Stream<String> arguments) {
        return run(words, arguments).text();
    }

    private Outcome run(String words, Stream<String> arguments) {
        var argv = Stream.concat(Stream.of("openstack " + words).flatMap(it -> Stream.of(it.split(" "))), arguments);
        return Command.of(argv.toArray(String[]::new))
                .in(environment)
                .within(Duration.ofMinutes(3))
                .run();
    }
}
