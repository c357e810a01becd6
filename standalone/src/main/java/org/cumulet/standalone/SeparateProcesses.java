package org.cumulet.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.cumulet.embedded.Leash;

/// Every service and the gateway in a JVM of its own, as on machines of their own: the same settings, other ports.
final class SeparateProcesses {

    private SeparateProcesses() {}

    /// Starts them all and stays until this process ends; then all end.
    static void run(CloudSettings settings) throws IOException {
        var folder = settings.folder();
        var port = settings.options().port();
        var packaged = settings.options()
                .application()
                .orElseThrow(() -> new CannotStart("CUMULET_SERVICES does not say where the packaged services are."));
        settings.writeForSeparateProcesses();
        var services = new ArrayList<KeptService>();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(services)));
        for (var service : Services.NAMES) {
            services.add(kept(
                    folder,
                    packaged.resolve(service + "-service"),
                    service,
                    "127.0.0.1",
                    Services.port(service, port)));
        }
        services.add(kept(
                folder,
                packaged.resolve("gateway"),
                "gateway",
                settings.options().host(),
                port));
        services.forEach(KeptService::start);
        Readiness.announce(folder, settings.options().innerUrl(), Services.NAMES, () -> {});
        new CompletableFuture<Void>().join();
    }

    /// All at once, and before the servers they use.
    private static void end(List<KeptService> services) {
        services.parallelStream().forEach(KeptService::end);
    }

    private static KeptService kept(CloudFolder folder, Path module, String name, String host, int port) {
        return new KeptService(name, () -> start(folder, module, name, host, port), () -> Files.exists(folder.ready()));
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
