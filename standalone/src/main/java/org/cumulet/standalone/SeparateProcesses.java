package org.cumulet.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.cumulet.embedded.Leash;

/// Every service and the gateway in a JVM of its own, as on machines of their own: the same settings, other ports.
final class SeparateProcesses {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private SeparateProcesses() {}

    /// Starts them all and stays until one of them or this process ends; then all end.
    static void run(CloudSettings settings) throws IOException {
        var folder = settings.folder();
        var port = settings.options().port();
        var packaged = settings.options()
                .application()
                .orElseThrow(() -> new CannotStart("CUMULET_SERVICES does not say where the packaged services are."));
        settings.writeForSeparateProcesses();
        var children = new ArrayList<Leash>();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(children)));
        for (var service : Services.NAMES) {
            children.add(start(
                    folder,
                    packaged.resolve(service + "-service"),
                    service,
                    "127.0.0.1",
                    Services.port(service, port)));
        }
        children.add(start(
                folder,
                packaged.resolve("gateway"),
                "gateway",
                settings.options().host(),
                port));
        Files.write(
                folder.home().resolve("run/processes"),
                children.stream()
                        .map(child -> Long.toString(child.child().pid()))
                        .toList());
        Readiness.announce(folder, settings.options().innerUrl(), Services.NAMES, () -> {});
        CompletableFuture.anyOf(children.stream().map(Leash::ended).toArray(CompletableFuture[]::new))
                .join();
        System.err.println("A service has ended; its log is in the folder of the cloud.");
        System.exit(1);
    }

    /// All at once, and before the servers they use.
    private static void end(List<Leash> children) {
        children.parallelStream().forEach(child -> child.letGo(PATIENCE));
    }

    private static Leash start(CloudFolder folder, Path module, String name, String host, int port) {
        var jar = module.resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new CannotStart("%s is not packaged: nothing in %s.".formatted(name, module));
        }
        return Leash.on(java(folder, name, host, port, jar), Leash.Stop.TERMINATE, folder.log(name));
    }

    private static List<String> java(CloudFolder folder, String name, String host, int port, Path jar) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseCompactObjectHeaders",
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-Dsmallrye.config.locations=" + folder.settings().toUri(),
                "-Dquarkus.log.file.path=" + folder.log(name + "-service"),
                "-Dquarkus.http.host=" + host,
                "-Dquarkus.http.port=" + port,
                "-jar",
                jar.toString());
    }
}
