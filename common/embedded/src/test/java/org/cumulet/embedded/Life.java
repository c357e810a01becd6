package org.cumulet.embedded;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Another process that runs embedded servers until it is killed.
record Life(Process process, long postgres, long kafka) implements AutoCloseable {

    /// @param arguments the folder to live in
    public static void main(String... arguments) throws IOException {
        var folder = Path.of(arguments[0]);
        var postgres =
                EmbeddedPostgres.start(new EmbeddedPostgres.Options(folder.resolve("postgres"), Folders.runtime(), 0));
        var kafka = EmbeddedKafka.start(new EmbeddedKafka.Options(folder.resolve("kafka"), Folders.runtime(), 0, 0));
        System.out.println(postgres.pid());
        System.out.println(kafka.pid());
        System.in.read();
    }

    static Life in(Path folder) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(List.of(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Life.class.getName(),
                        folder.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out = process.inputReader();
        return new Life(process, Long.parseLong(out.readLine()), Long.parseLong(out.readLine()));
    }

    /// What holds the children; its end without ours makes orphans.
    List<ProcessHandle> leashes() {
        return process.children().toList();
    }

    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    static boolean alive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    /// With its servers, which go by themselves and write until they have.
    @Override
    public void close() {
        kill();
        await().atMost(Duration.ofSeconds(20)).until(() -> !alive(postgres) && !alive(kafka));
    }
}
