package org.cumulet.systemtests.cloud;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// `./cumulet` as a user types it, with a folder and a port of its own.
public record Cumulet(Path home, int port) {

    public static final Path PROJECT =
            Path.of(System.getProperty("basedir", "")).toAbsolutePath().getParent();

    public Command command(String... arguments) {
        var argv = new String[arguments.length + 1];
        argv[0] = PROJECT.resolve("cumulet").toString();
        System.arraycopy(arguments, 0, argv, 1, arguments.length);
        return Command.of(argv).in(settings()).within(Duration.ofMinutes(5));
    }

    public Outcome run(String... arguments) {
        return command(arguments).run();
    }

    /// What `eval "$(./cumulet env)"` leaves in a shell.
    public Map<String, String> environment() {
        var script = "set -e; exports=$(\"$0\" env); eval \"$exports\"; env -0";
        var output = Command.of("bash", "-c", script, PROJECT.resolve("cumulet").toString())
                .in(settings())
                .run()
                .text();
        var environment = new HashMap<String, String>();
        for (var variable : output.split("\0")) {
            var parts = variable.split("=", 2);
            if (parts[0].startsWith("OS_")) {
                environment.put(parts[0], parts[1]);
            }
        }
        return Map.copyOf(environment);
    }

    private Map<String, String> settings() {
        return Map.of("CUMULET_HOME", home.toString(), "CUMULET_PORT", Integer.toString(port));
    }
}
