package org.cumulet.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/// A Kafka of our own: one broker in a small JVM beside ours, on 127.0.0.1 only, gone when we go.
public final class EmbeddedKafka implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Home home;
    private final Leash leash;
    private final ClassArchive archive;
    private final int port;

    private EmbeddedKafka(Home home, Leash leash, ClassArchive archive, int port) {
        this.home = home;
        this.leash = leash;
        this.archive = archive;
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
        Account.own().mustOwn(options.folder());
        var jars = Unpacked.kafka(options.runtime());
        var home = Home.take(options.folder());
        try {
            return start(options, home, new StartKafka(home, jars, ClassArchive.of(jars, home)));
        } catch (IOException e) {
            home.close();
            throw new EmbeddedException("Cannot prepare Kafka in %s: %s.".formatted(home.folder(), e.getMessage()), e);
        } catch (RuntimeException e) {
            home.close();
            throw e;
        }
    }

    private static EmbeddedKafka start(Options options, Home home, StartKafka start) throws IOException {
        start.stopOrphan();
        var port = Ports.claim(options.port(), "Kafka");
        var controllerPort = Ports.claim(options.controllerPort(), "Kafka's controller");
        start.format();
        return new EmbeddedKafka(home, start.on(port, controllerPort), start.archive(), port);
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
        return leash.ended();
    }

    @Override
    public void close() {
        leash.letGo(PATIENCE);
        archive.keep();
        home.close();
    }
}
