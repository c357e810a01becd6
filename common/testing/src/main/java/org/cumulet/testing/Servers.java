package org.cumulet.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cumulet.embedded.EmbeddedKafka;
import org.cumulet.embedded.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;

/// One PostgreSQL and one Kafka for all tests of a JVM, in a folder that goes with it.
///
/// Quarkus gives every application under test class loaders of its own, so the one copy of this class that counts is
/// the
/// one of the system class loader, and what crosses over is strings.
public final class Servers {

    private static final String PASSWORD = "of-tests-only";

    private static @Nullable EmbeddedPostgres postgres;
    private static @Nullable EmbeddedKafka kafka;
    private static @Nullable Path folder;

    private Servers() {}

    /// The configuration under which each service finds its database.
    static Map<String, String> databases(String services) {
        return fromTheOne("makeDatabases", services);
    }

    /// The configuration under which everybody finds Kafka.
    static Map<String, String> broker() {
        return fromTheOne("startBroker", "");
    }

    @SuppressWarnings("unchecked") // both ends are below
    private static Map<String, String> fromTheOne(String method, String argument) {
        try {
            return (Map<String, String>) ClassLoader.getSystemClassLoader()
                    .loadClass(Servers.class.getName())
                    .getMethod(method, String.class)
                    .invoke(null, argument);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The test servers do not start", e);
        }
    }

    /// Called by name, across class loaders.
    public static synchronized Map<String, String> makeDatabases(String services) {
        if (postgres == null) {
            postgres = EmbeddedPostgres.start(new EmbeddedPostgres.Options(
                    folder().resolve("postgres"),
                    runtime(),
                    0,
                    Map.of("fsync", "off", "full_page_writes", "off", "synchronous_commit", "off")));
        }
        var settings = new LinkedHashMap<String, String>();
        for (var service : services.split(",")) {
            postgres.ensureDatabase(service, PASSWORD);
            settings.put("quarkus.datasource.%s.jdbc.url".formatted(service), postgres.jdbcUrl(service));
            settings.put("quarkus.datasource.%s.username".formatted(service), service);
            settings.put("quarkus.datasource.%s.password".formatted(service), PASSWORD);
        }
        return settings;
    }

    /// Called by name, across class loaders.
    public static synchronized Map<String, String> startBroker(String nothing) {
        if (kafka == null) {
            kafka = EmbeddedKafka.start(new EmbeddedKafka.Options(folder().resolve("kafka"), runtime(), 0, 0));
        }
        return Map.of("kafka.bootstrap.servers", kafka.bootstrapServers());
    }

    /// Programs are unpacked once per user of this machine.
    private static Path runtime() {
        return Path.of(System.getProperty("java.io.tmpdir"), "cumulet-runtime-" + System.getProperty("user.name"));
    }

    private static Path folder() {
        if (folder == null) {
            try {
                folder = Files.createTempDirectory("cumulet-test-");
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
                Runtime.getRuntime().addShutdownHook(new Thread(Servers::end));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return folder;
    }

    private static synchronized void end() {
        try (var _ = postgres;
                var _ = kafka) {
            // closed in any case
        }
        try (var all = Files.walk(folder())) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
