package org.cumulet.standalone;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.util.List;
import org.cumulet.embedded.EmbeddedException;

/// What `./cumulet up` runs: all services in this process or, with `--separate`, each in one of its own.
///
/// With `--rehearse` it ends as soon as everything answers: what the JVM learned by then makes real starts fast.
/// Ends with exit code 1 and one sentence on standard error when the machine does not let it start.
@QuarkusMain
public final class Standalone {

    private Standalone() {}

    public static void main(String[] args) {
        try {
            start(List.of(args));
        } catch (EmbeddedException | CannotStart e) {
            System.err.println(e.getMessage());
            System.exit(1);
        } catch (IOException e) {
            System.err.printf("Cannot use the folder of the cloud: %s.%n", e.getMessage());
            System.exit(1);
        }
    }

    private static void start(List<String> args) throws IOException {
        if (args.contains("--rehearse")) {
            rehearse(CloudOptions.of(System.getenv()).withFreePorts());
            return;
        }
        var options = CloudOptions.of(System.getenv());
        options.checkPortsAreFree();
        var settings = prepare(options);
        if (args.contains("--separate")) {
            SeparateProcesses.run(settings);
        } else {
            run(settings, () -> {});
        }
    }

    private static void rehearse(CloudOptions options) throws IOException {
        var settings = prepare(options);
        try (var _ = settings.servers()) {
            run(settings, Quarkus::asyncExit);
        }
    }

    private static CloudSettings prepare(CloudOptions options) throws IOException {
        var folder = CloudFolder.open(options.home());
        return new CloudSettings(options, folder, Secrets.keptIn(folder), EmbeddedServers.start(folder, options));
    }

    private static void run(CloudSettings settings, Runnable whenReady) throws IOException {
        settings.writeForOneProcess();
        settings.folder().useSettings();
        Readiness.announce(settings.folder(), settings.options().innerUrl(), Services.NAMES, whenReady);
        Quarkus.run();
    }
}
