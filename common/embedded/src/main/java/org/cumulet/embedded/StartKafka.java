package org.cumulet.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/// The way from a folder to a Kafka that takes connections.
record StartKafka(Home home, Path jars, ClassArchive archive) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Path data() {
        return home.file("data");
    }

    private Path configuration() {
        return home.file("server.properties");
    }

    private Path pidFile() {
        return home.file("pid");
    }

    void stopOrphan() {
        Orphan.of(pidFile(), configuration()).ifPresent(orphan -> orphan.stop(Duration.ofSeconds(20)));
    }

    /// Under another name until it is complete, so that an interrupted first start leaves nothing half.
    void format() throws IOException {
        if (Files.exists(data().resolve("meta.properties"))) {
            return;
        }
        if (Files.exists(data())) {
            throw new EmbeddedException(
                    "The data folder %s is damaged (no meta.properties in it): bring it back from a backup, or move it away to start empty."
                            .formatted(data()));
        }
        var growing = home.file("data.new");
        Unpacked.delete(growing);
        var settings = home.file("format.properties");
        Files.writeString(settings, new KafkaConfiguration(1, 2, growing).text());
        run("kafka.tools.StorageTool", "format", "--cluster-id=" + clusterId(), "--config", settings.toString());
        Files.move(growing, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void run(String main, String... arguments) throws IOException {
        var process = new ProcessBuilder(java(main, arguments))
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new EmbeddedException(
                    "Kafka cannot make its data in %s (%s): make room or rights there and start again."
                            .formatted(home.folder(), said.strip()));
        }
    }

    private static String clusterId() {
        var id = UUID.randomUUID();
        var bytes = ByteBuffer.allocate(16).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    Leash on(int port, int controllerPort) throws IOException {
        Files.writeString(configuration(), new KafkaConfiguration(port, controllerPort, data()).text());
        var log = home.log("kafka.log");
        var command = java("kafka.Kafka", configuration().toString());
        command.add(1, archive.option());
        var leash = Leash.on(command, Leash.Stop.TERMINATE, log.file());
        Files.writeString(pidFile(), Long.toString(leash.child().pid()));
        var deadline = Instant.now().plus(PATIENCE);
        while (!Ports.answers(port)) {
            if (leash.ended().isDone() || Instant.now().isAfter(deadline)) {
                leash.letGo(Duration.ofSeconds(10));
                throw log.failure("Kafka", data(), "Exception: ");
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
        return leash;
    }

    private List<String> java(String main, String... arguments) {
        var line = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        line.addAll(List.of("-Xms24m", "-Xmx128m", "-Xss512k", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        line.addAll(List.of("-XX:-UsePerfData", "-XX:+UseCompactObjectHeaders", "--enable-native-access=ALL-UNNAMED"));
        line.add("-Djava.util.logging.config.file=" + jars.resolve("logging.properties"));
        line.addAll(List.of("-cp", classPath(), main));
        line.addAll(List.of(arguments));
        return line;
    }

    private String classPath() {
        return Arrays.stream(Unpacked.kafkaClassPath().split(":"))
                .map(jar -> jars.resolve(jar).toString())
                .collect(Collectors.joining(":"));
    }
}
