package org.cumulet.systemtests.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

/// A cloud that was started by `./cumulet up -d`, and what a user needs to talk to it.
public final class Cloud implements AutoCloseable {

    /// Where the pages say that it is.
    public static final String URL_OF_PAGES = "http://127.0.0.1:8080";

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

    /// `kill -9` of its Kafka only: the one JVM that a cloud of one process starts.
    public void killKafka() {
        var kafka = process()
                .descendants()
                .filter(child -> child.info().command().orElse("").endsWith("/java"))
                .toList();
        assertThat(kafka).hasSize(1);
        kill(kafka.getFirst());
    }

    /// `kill -9` of its PostgreSQL; the cloud ends with it.
    public void killPostgres() {
        var cloud = process();
        kill(processOf("postgres/data/postmaster.pid"));
        cloud.onExit().join();
    }

    /// `kill -9` of one service that has a process of its own.
    public void killService(String name) {
        var jar = "/%s-service/target/quarkus-app/quarkus-run.jar".formatted(name);
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
