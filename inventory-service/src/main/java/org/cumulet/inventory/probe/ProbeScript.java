package org.cumulet.inventory.probe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.cumulet.ssh.Command;

/// Everything we want to know of a host in one round trip. It only reads.
///
/// @param mark tells our sections from whatever else a host may say
record ProbeScript(String mark) {

    private static final String TEXT = text();

    static ProbeScript fresh() {
        return new ProbeScript(UUID.randomUUID().toString());
    }

    Command command(String instancesPath, Duration timeout) {
        return Command.sh(TEXT, mark, instancesPath).within(timeout);
    }

    /// What each section says; empty when the host did not run what we asked for.
    Optional<Map<String, String>> sections(String said) {
        var sections = new LinkedHashMap<String, StringBuilder>();
        var name = "";
        for (var line : said.lines().toList()) {
            if (line.startsWith(mark + " ")) {
                name = line.substring(mark.length() + 1);
                sections.put(name, new StringBuilder());
            } else if (sections.containsKey(name)) {
                sections.get(name).append(line).append('\n');
            }
        }
        var texts = new LinkedHashMap<String, String>();
        sections.forEach((section, text) -> texts.put(section, text.toString().strip()));
        return texts.containsKey("end") ? Optional.of(texts) : Optional.empty();
    }

    private static String text() {
        try (var script = ProbeScript.class.getResourceAsStream("/org/cumulet/inventory/probe/probe.sh")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
