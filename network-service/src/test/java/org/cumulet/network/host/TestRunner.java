package org.cumulet.network.host;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.cumulet.events.Service;
import org.cumulet.ssh.Command;
import org.cumulet.ssh.CommandResult;
import org.cumulet.ssh.CommandRunner;
import org.cumulet.ssh.Machine;
import org.cumulet.ssh.MachineFault;

/// Runs commands on light hosts where there are any of the name, and nowhere else.
@Alternative
@Priority(1)
@Singleton
@Service("network")
class TestRunner implements CommandRunner {

    private final Map<String, LightHost> hosts = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    void add(String id, LightHost host) {
        hosts.put(id, host);
    }

    void remove(String id) {
        hosts.remove(id);
    }

    /// How often a host was asked.
    long asked(String id) {
        return asked.stream().filter(id::equals).count();
    }

    @Override
    public CommandResult run(Machine machine, Command command) {
        asked.add(machine.id());
        var host = hosts.get(machine.id());
        if (host == null) {
            throw new MachineFault.Unreachable(machine, "it is switched off", null);
        }
        return host.run(command);
    }

    @Override
    public void upload(Machine machine, InputStream bytes, long size, String path, int mode) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void download(Machine machine, String path, OutputStream bytes, long limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
