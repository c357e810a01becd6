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
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/// A Kafka of our own: one broker in a small JVM beside ours, on 127.0.0.1 only, gone when we go.
public final class EmbeddedKafka implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Home home;
    private final Leash leash;
    private final int port;

    private EmbeddedKafka(Home home, Leash leash, int port) {
        this.home = home;
        this.leash = leash;
        this.port = port;
    }

    /// Where it lives and how.
    ///
    /// @param folder its data, configuration and log
    /// @param runtime where its jars are unpacked to, shared by all of this user's
    /// @param port for clients; 0 for any free one
    /// @param controllerPort for itself; 0 for any free one
    public record Options(Path folder, Path runtime, int port, int controllerPort) {

        public Options {
            folder = folder.toAbsolutePath().normalize();
        }
    }

    /// Unpacks, formats and starts what is not yet, and returns when it takes connections.
    public static EmbeddedKafka start(Options options) {
        var jars = Unpacked.kafka(options.runtime());
        Account.own().mustOwn(options.folder());
        var home = Home.take(options.folder());
        try {
            return new Start(options, home, jars).run();
        } catch (RuntimeException e) {
            home.close();
            throw e;
        }
    }

    /// The way from a folder to a broker that answers.
    private record Start(Options options, Home home, Path jars) {

        EmbeddedKafka run() {
            try {
                Orphan.of(home.file("pid"), properties()).ifPresent(orphan -> orphan.stop(Duration.ofSeconds(20)));
                var port = Ports.claim(options.port(), "Kafka");
                var controllerPort = Ports.claim(options.controllerPort(), "Kafka's controller");
                Files.writeString(properties(), configuration(port, controllerPort, data()));
                format();
                return new EmbeddedKafka(home, serve(port), port);
            } catch (IOException e) {
                throw new EmbeddedException(
                        "Cannot prepare Kafka in %s: %s.".formatted(home.folder(), e.getMessage()), e);
            }
        }

        private Path data() {
            return home.file("data");
        }

        private Path properties() {
            return home.file("server.properties");
        }

        /// Under another name until it is complete, so that an interrupted first start leaves nothing half.
        private void format() throws IOException {
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
            var properties = home.file("format.properties");
            Files.writeString(properties, configuration(1, 2, growing));
            var line = java("kafka.tools.StorageTool", "format", "-t", clusterId(), "-c", properties.toString());
            var process = new ProcessBuilder(line).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.onExit().join().exitValue() != 0) {
                throw new EmbeddedException(
                        "Kafka's storage could not be formatted in %s: %s".formatted(growing, said.strip()));
            }
            Files.move(growing, data(), StandardCopyOption.ATOMIC_MOVE);
        }

        private static String clusterId() {
            var id = UUID.randomUUID();
            var bytes =
                    ByteBuffer.allocate(16).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
        }

        private Leash serve(int port) throws IOException {
            var log = home.log("kafka.log");
            var before = Files.exists(log) ? Files.size(log) : 0;
            var leash = Leash.on(
                    java("kafka.Kafka", properties().toString()), Leash.Stop.TERMINATE, Account.own(), log, Map.of());
            Files.writeString(home.file("pid"), Long.toString(leash.child().pid()));
            var deadline = Instant.now().plus(PATIENCE);
            while (!Ports.answers(port)) {
                if (!leash.child().isAlive() || Instant.now().isAfter(deadline)) {
                    leash.letGo(Duration.ofSeconds(10));
                    throw explained(log, before);
                }
                LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
            }
            return leash;
        }

        private EmbeddedException explained(Path log, long before) throws IOException {
            var said = Files.readString(log).substring((int) before);
            if (said.contains("No space left on device")) {
                return new EmbeddedException("The disk under %s is full: make room and start again.".formatted(data()));
            }
            var reason = said.lines()
                    .filter(line -> line.contains("Exception") || line.contains("SEVERE"))
                    .findFirst()
                    .orElse("it gave no reason");
            return new EmbeddedException(
                    "Kafka does not start on the data in %s (%s): see %s, bring the folder back from a backup, or move it away to start empty."
                            .formatted(data(), reason, log));
        }

        private List<String> java(String main, String... arguments) {
            var line = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString()));
            line.addAll(List.of("-Xms24m", "-Xmx128m", "-Xss512k", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
            line.addAll(
                    List.of("-XX:-UsePerfData", "-XX:+UseCompactObjectHeaders", "--enable-native-access=ALL-UNNAMED"));
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

        private String configuration(int port, int controllerPort, Path data) {
            return """
                    # Written at every start.
                    process.roles=broker,controller
                    node.id=1
                    controller.quorum.voters=1@127.0.0.1:%2$d
                    listeners=BROKER://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                    listener.security.protocol.map=BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT
                    inter.broker.listener.name=BROKER
                    controller.listener.names=CONTROLLER
                    log.dirs=%3$s

                    num.partitions=4
                    auto.create.topics.enable=true
                    log.retention.hours=168
                    log.retention.bytes=268435456
                    log.segment.bytes=67108864
                    log.index.size.max.bytes=524288
                    log.cleaner.dedupe.buffer.size=4194304
                    group.initial.rebalance.delay.ms=0

                    offsets.topic.replication.factor=1
                    offsets.topic.num.partitions=4
                    offsets.topic.segment.bytes=16777216
                    transaction.state.log.replication.factor=1
                    transaction.state.log.min.isr=1
                    transaction.state.log.num.partitions=4
                    share.coordinator.state.topic.replication.factor=1
                    share.coordinator.state.topic.min.isr=1
                    share.coordinator.state.topic.num.partitions=4

                    num.network.threads=2
                    num.io.threads=4
                    background.threads=2
                    num.recovery.threads.per.data.dir=1
                    """.formatted(port, controllerPort, data);
        }
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    public long pid() {
        return leash.child().pid();
    }

    /// Done when the broker has ended, wanted or not.
    public CompletableFuture<?> ended() {
        return leash.child().onExit();
    }

    @Override
    public void close() {
        leash.letGo(PATIENCE);
        home.close();
    }
}
