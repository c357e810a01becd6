package org.cumulet.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// What the environment says about this cloud.
///
/// @param home its folder: `CUMULET_HOME`, by default `~/.cumulet`
/// @param runtime where the programs of PostgreSQL and Kafka are unpacked to: `CUMULET_RUNTIME`, by default in its
/// folder
/// @param host the address it listens on: `CUMULET_HOST`, by default this machine only
/// @param port its one port: `CUMULET_PORT`, by default 8080
/// @param kafkaPort for those who subscribe to events: `CUMULET_KAFKA_PORT`, by default 1012 above the port (9092)
/// @param publicUrl how callers from elsewhere reach it: `CUMULET_PUBLIC_URL`
/// @param application the folder of this build, for processes of its own: `CUMULET_SERVICES`
record CloudOptions(
        Path home, Path runtime, String host, int port, int kafkaPort, String publicUrl, Optional<Path> application) {

    private static final int KAFKA_ABOVE = 1012;
    private static final int HIGHEST = 65_535;

    static CloudOptions of(Map<String, String> environment) {
        var home = Path.of(environment.getOrDefault("CUMULET_HOME", System.getProperty("user.home") + "/.cumulet"));
        var host = environment.getOrDefault("CUMULET_HOST", "127.0.0.1");
        var port = number(environment, "CUMULET_PORT", 8080);
        var kafkaPort = number(environment, "CUMULET_KAFKA_PORT", port + KAFKA_ABOVE);
        mustLeaveRoomForKafka(port, kafkaPort);
        return new CloudOptions(
                home.toAbsolutePath().normalize(),
                Path.of(environment.getOrDefault("CUMULET_RUNTIME", home + "/runtime"))
                        .toAbsolutePath()
                        .normalize(),
                host,
                port,
                kafkaPort,
                environment.getOrDefault("CUMULET_PUBLIC_URL", "http://%s:%d".formatted(reachable(host), port)),
                Optional.ofNullable(environment.get("CUMULET_SERVICES")).map(Path::of));
    }

    /// How this machine itself reaches it.
    String innerUrl() {
        return "http://%s:%d".formatted(reachable(host), port);
    }

    /// For a run that nobody is to see.
    CloudOptions withFreePorts() throws IOException {
        try (var one = new ServerSocket(0);
                var two = new ServerSocket(0)) {
            var url = "http://127.0.0.1:" + one.getLocalPort();
            return new CloudOptions(
                    home, runtime, "127.0.0.1", one.getLocalPort(), two.getLocalPort(), url, application);
        }
    }

    /// @throws CannotStart when somebody else listens on a port of ours
    void checkPortsAreFree() {
        mustBeFree(host, port, "CUMULET_PORT");
        mustBeFree("127.0.0.1", kafkaPort, "CUMULET_KAFKA_PORT");
    }

    private static void mustBeFree(String host, int port, String name) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
        } catch (IOException e) {
            throw new CannotStart(
                    "Port %d of %s is busy (%s): stop what listens there, or choose another with %s=…"
                            .formatted(port, host, e.getMessage(), name),
                    e);
        }
    }

    private static void mustLeaveRoomForKafka(int port, int kafkaPort) {
        if (kafkaPort > HIGHEST) {
            throw new CannotStart(
                    "With CUMULET_PORT=%d Kafka's port would be %d, and %d is the highest there is: choose one with CUMULET_KAFKA_PORT=…"
                            .formatted(port, kafkaPort, HIGHEST));
        }
    }

    private static String reachable(String host) {
        return host.equals("0.0.0.0") ? "127.0.0.1" : host;
    }

    private static int number(Map<String, String> environment, String name, int otherwise) {
        var text = environment.getOrDefault(name, "");
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > HIGHEST) {
            throw new CannotStart("%s is '%s', which is no port: 1 to 65535.".formatted(name, text));
        }
        return Integer.parseInt(text);
    }
}
