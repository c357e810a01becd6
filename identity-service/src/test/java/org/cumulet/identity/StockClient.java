package org.cumulet.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The `openstack` command, unmodified.
final class StockClient {

    private static final Path CLIENT = Path.of("/usr/bin/openstack");

    private StockClient() {}

    static void mustBeThere() {
        assumeTrue(
                Files.isExecutable(CLIENT),
                "LEFT OUT: the stock openstack client is not here; apt-get install python3-openstackclient");
    }

    /// What a command says that succeeds.
    static JsonNode run(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        var line = new ArrayList<>(List.of(CLIENT.toString()));
        line.addAll(List.of(command));
        var builder = new ProcessBuilder(line);
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("OS_") || name.toLowerCase().endsWith("_proxy"));
        builder.environment().putAll(environment);
        var errors = Files.createTempFile("openstack", ".err");
        var process = builder.redirectError(errors.toFile()).start();
        var output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor())
                .as(() -> line + ": " + output + read(errors))
                .isZero();
        Files.delete(errors);
        return new ObjectMapper().readTree(output);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
