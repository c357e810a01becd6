package org.cumulet.compute.server;

import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Writes down what it was asked to do; the test makes the moves.
@Alternative
@Singleton
public class FakeLauncher implements Launcher {

    /// One thing that was asked for.
    public record Asked(String what, UUID server) {}

    private final Queue<Asked> asked = new ConcurrentLinkedQueue<>();

    @Override
    public void launch(List<Server> servers) {
        servers.forEach(server -> note("launch", server));
    }

    @Override
    public void delete(Server server) {
        note("delete", server);
    }

    @Override
    public void start(Server server) {
        note("start", server);
    }

    @Override
    public void stop(Server server) {
        note("stop", server);
    }

    @Override
    public void reboot(Server server, boolean hard) {
        note(hard ? "reboot hard" : "reboot soft", server);
    }

    @Override
    public String console(Server server, int lines) {
        return "%s: %d lines".formatted(server.name(), lines);
    }

    public List<String> asked(UUID server) {
        return asked.stream()
                .filter(one -> one.server().equals(server))
                .map(Asked::what)
                .toList();
    }

    private void note(String what, Server server) {
        asked.add(new Asked(what, server.id()));
    }
}
