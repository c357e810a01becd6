package org.cumulet.batch.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.cumulet.batch.Api;
import org.cumulet.batch.BatchTest;
import org.cumulet.testing.contract.EventContract;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/// The consumers in `docs/guides/events.md` are run as they stand there.
@BatchTest
class GuideTest {

    private static final String GUIDE = "docs/guides/events.md";
    private static final Path PYTHON = Path.of("/usr/bin/python3");
    private static final Path KCAT = Path.of("/usr/bin/kcat");

    private final String broker = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);

    @TempDir
    Path folder;

    @Test
    void theConsumerInJavaHears() throws Exception {
        var program = Files.writeString(folder.resolve("Listen.java"), block("java", "Listen"));
        var libraries = jar(KafkaConsumer.class) + ":" + jar(LoggerFactory.class);
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();

        hears(java, "-Xmx64m", "-cp", libraries, program.toString(), broker);
    }

    @Test
    void theConsumerInPythonHears() throws Exception {
        assumeTrue(
                Files.isDirectory(Path.of("/usr/lib/python3/dist-packages/kafka")),
                "LEFT OUT: the guide's consumer in Python: apt-get install python3-kafka");
        var program = Files.writeString(folder.resolve("listen.py"), block("python", "KafkaConsumer"));

        hears(PYTHON.toString(), program.toString(), broker);
    }

    @Test
    void kcatHears() throws Exception {
        assumeTrue(Files.isExecutable(KCAT), "LEFT OUT: the guide's line for kcat: apt-get install kcat");

        hears(
                "env",
                "BROKER=" + broker,
                "sh",
                "-c",
                "exec " + block("sh", "kcat").strip());
    }

    /// That the program says an event that is told while it runs.
    private void hears(String... command) throws IOException {
        var said = folder.resolve("said");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            var told = Told.launched(Api.fresh("project")).tell();
            await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> {
                assertThat(process.isAlive()).as(Files.readString(said)).isTrue();
                assertThat(Files.readString(said)).contains(told.id());
            });
        } finally {
            process.destroyForcibly();
        }
    }

    /// The block of the guide in this language that has this in it.
    private static String block(String language, String with) throws IOException {
        var guide =
                Files.readString(EventContract.folder().getParent().getParent().resolve(GUIDE));
        return Pattern.compile("(?ms)^```" + language + "\n(.*?)^```$")
                .matcher(guide)
                .results()
                .map(found -> found.group(1))
                .filter(block -> block.contains(with))
                .findFirst()
                .orElseThrow();
    }

    private static String jar(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toString();
    }
}
