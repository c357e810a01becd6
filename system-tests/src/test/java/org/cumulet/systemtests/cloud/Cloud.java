package org.cumulet.systemtests.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// A cloud that was started by `./cumulet up -d`, and what a user needs to talk to it.
public final class Cloud implements AutoCloseable {

    /// Where the pages say that it is.
    public static final String URL_OF_PAGES = "http://127.0.0.1:8080";

    private static final List<String> PATHS = List.of(
            "/identity/v3/projects",
            "/image/v2/images",
            "/inventory/v1/hosts",
            "/network/v2.0/networks",
            "/compute/v2.1/servers",
            "/batch/v1/jobs");

    private final Cumulet cumulet;
    private final Shape shape;
    private Map<String, String> environment = Map.of();

    private Cloud(Cumulet cumulet, Shape shape) {
        this.cumulet = cumulet;
        this.shape = shape;
    }

    /// A fresh cloud in a folder of its own under `target`.
    public static Cloud fresh(String name, Shape shape) {
        var home = Cumulet.PROJECT.resolve("system-tests/target/clouds").resolve(name);
        var cloud = new Cloud(new Cumulet(home, Ports.free()), shape);
        cloud.cumulet.run("down");
        Command.of("rm", "-rf", home.toString()).run().text();
        cloud.up();
        return cloud;
    }

    public void up() {
        cumulet.run(shape.up()).text();
        environment = cumulet.environment();
    }

    public void down() {
        cumulet.run("down").text();
    }

    /// `kill -9`, and no time for anybody to tidy up.
    public void kill() {
        kill(process());
    }

    /// `kill -9` of its Kafka only.
    public void killKafka() {
        var kafka = kafka();
        assertThat(kafka).hasSize(1);
        kill(kafka.getFirst());
    }

    /// Kills its Kafka as often as it is started again.
    public void keepKafkaAway(Duration time) {
        var end = Instant.now().plus(time);
        var killed = new AtomicInteger();
        await().atMost(time.plusMinutes(1)).pollInterval(Duration.ofMillis(100)).until(() -> {
            kafka().forEach(kafka -> {
                kill(kafka);
                killed.incrementAndGet();
            });
            return Instant.now().isAfter(end);
        });
        assertThat(killed).hasPositiveValue();
    }

    /// The one JVM that a cloud of one process starts, from a shell.
    private List<ProcessHandle> kafka() {
        return process()
                .descendants()
                .filter(child -> child.info().command().orElse("").endsWith("/java"))
                .filter(child -> child.parent()
                        .flatMap(shell -> shell.info().command())
                        .orElse("")
                        .endsWith("sh"))
                .toList();
    }

    /// `kill -9` of its PostgreSQL; the cloud ends with it.
    public void killPostgres() {
        var cloud = process();
        kill(processOf("postgres/data/postmaster.pid"));
        cloud.onExit().join();
    }

    /// Every service answers, if only that it knows nobody.
    public void awaitWhole() {
        await().atMost(Duration.ofMinutes(3))
                .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                .untilAsserted(() -> {
                    var admin = admin();
                    PATHS.forEach(path -> admin.get(path).expect(200));
                });
    }

    /// `kill -9` of one service that has a process of its own.
    ///
    /// @param module where it is built
    public void killService(String module) {
        var jar = "/%s/target/quarkus-app/quarkus-run.jar".formatted(module);
        var services = process()
                .descendants()
                .filter(child -> child.info().commandLine().orElse("").endsWith(jar))
                .filter(child -> child.info().command().orElse("").endsWith("/java"))
                .toList();
        assertThat(services).hasSize(1);
        kill(services.getFirst());
    }

    private ProcessHandle process() {
        return processOf("run/cumulet.pid");
    }

    /// The one whose number is in the first line of this file.
    private ProcessHandle processOf(String file) {
        var pid = Command.of("head", "-n", "1", cumulet.home().resolve(file).toString())
                .run()
                .text();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    private static void kill(ProcessHandle process) {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        down();
    }

    public Cumulet cumulet() {
        return cumulet;
    }

    public String url() {
        return "http://127.0.0.1:" + cumulet.port();
    }

    /// The admin's way in, with a fresh token.
    public Api admin() {
        return login(Credentials.of(environment));
    }

    public Api login(Credentials credentials) {
        return Api.login(url(), credentials);
    }

    /// The admin at a shell.
    public User user() {
        return new User(environment);
    }

    /// The command that lets the cloud into a host, to be run there.
    public String invitation() {
        return admin().get("/inventory/v1/ssh-key").expect(200).at("/ssh_key/install");
    }
}
