package org.cumulet.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/// Every service and the gateway in a JVM of its own, as on machines of their own: the same settings, other ports.
final class SeparateProcesses {

    private SeparateProcesses() {}

    /// Starts them all and stays until one of them or this process ends; then all end.
    static void run(CloudSettings settings) throws IOException {
        var folder = settings.folder();
        var port = settings.options().port();
        var packaged = settings.options()
                .application()
                .orElseThrow(() -> new CannotStart("CUMULET_SERVICES does not say where the packaged services are."));
        settings.writeForSeparateProcesses();
        var children = new ArrayList<Process>();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> children.forEach(Process::destroy)));
        for (var service : Services.NAMES) {
            children.add(start(folder, packaged.resolve(service + "-service"), service, "127.0.0.1", Services.port(service, port)));
        }
        children.add(start(folder, packaged.resolve("gateway"), "gateway", settings.options().host(), port));
        Files.write(
                folder.home().resolve("run/processes"),
                children.stream().map(child -> Long.toString(child.pid())).toList());
        Readiness.announce(folder, port, Services.NAMES);
        CompletableFuture.anyOf(children.stream().map(Process::onExit).toArray(CompletableFuture[]::new))
                .join();
        System.err.println("A service has ended; its log is in the folder of the cloud.");
        System.exit(1);
    }

    private static Process start(CloudFolder folder, Path module, String name, String host, int port) throws IOException {
        var jar = Stream.of("target/quarkus-app/quarkus-run.jar")
                .map(module::resolve)
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new CannotStart("%s is not packaged: nothing in %s.".formatted(name, module)));
        var log = folder.log(name).toFile();
        return new ProcessBuilder(java(folder, name, host, port, jar))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
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
