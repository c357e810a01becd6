package org.cumulet.standalone;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.util.List;
import org.cumulet.embedded.EmbeddedException;

/// What `./cumulet up` runs: all services in this process or, with `--separate`, each in one of its own.
///
/// Ends with exit code 1 and one sentence on standard error when the machine does not let it start.
@QuarkusMain
public final class Standalone {

    private Standalone() {}

    public static void main(String[] args) {
        try {
            start(List.of(args).contains("--separate"), args);
        } catch (EmbeddedException | CannotStart e) {
            System.err.println(e.getMessage());
            System.exit(1);
        } catch (IOException e) {
            System.err.printf("Cannot use the folder of the cloud: %s.%n", e.getMessage());
            System.exit(1);
        }
    }

    private static void start(boolean separate, String[] args) throws IOException {
        var options = CloudOptions.of(System.getenv());
        options.checkPortIsFree();
        var folder = CloudFolder.open(options.home());
        var servers = EmbeddedServers.start(folder, options);
        var settings = new CloudSettings(options, folder, Secrets.keptIn(folder), servers);
        if (separate) {
            SeparateProcesses.run(settings);
        } else {
            settings.writeForOneProcess();
            folder.useSettings();
            Readiness.announce(folder, options.port(), Services.NAMES);
            Quarkus.run(args);
        }
    }
}
