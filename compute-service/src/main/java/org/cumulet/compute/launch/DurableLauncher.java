package org.cumulet.compute.launch;

import jakarta.inject.Singleton;
import java.util.List;
import org.cumulet.api.fault.Fault;
import org.cumulet.compute.hypervisor.Hosts;
import org.cumulet.compute.hypervisor.Hypervisor;
import org.cumulet.compute.power.SwitchService;
import org.cumulet.compute.server.Launcher;
import org.cumulet.compute.server.Server;
import org.cumulet.events.Service;
import org.cumulet.saga.Retry;
import org.cumulet.saga.Sagas;
import org.cumulet.saga.Sagas.Beginning;
import org.cumulet.saga.StepFailed;

/// Begins what is done to servers as workflows that survive everything.
@Singleton
class DurableLauncher implements Launcher {

    private final Sagas sagas;
    private final SwitchService switches;
    private final Hosts hosts;
    private final Hypervisor hypervisor;

    DurableLauncher(@Service("compute") Sagas sagas, SwitchService switches, Hosts hosts, Hypervisor hypervisor) {
        this.sagas = sagas;
        this.switches = switches;
        this.hosts = hosts;
        this.hypervisor = hypervisor;
    }

    @Override
    public void launch(List<Server> servers) {
        sagas.begin(
                LaunchServer.class,
                servers.stream()
                        .map(server -> new Beginning<>(subject(server), server.project(), Launch.of(server)))
                        .toList());
    }

    /// Whatever is being done to the server is taken back first.
    @Override
    public void delete(Server server) {
        sagas.abort(subject(server), "The server is being deleted");
        sagas.begin(DeleteServer.class, subject(server), server.project(), new Removal(server.id()));
    }

    @Override
    public void start(Server server) {
        switches.start(server);
    }

    @Override
    public void stop(Server server) {
        switches.stop(server);
    }

    @Override
    public void reboot(Server server, boolean hard) {
        switches.reboot(server, hard);
    }

    @Override
    public String console(Server server, int lines) {
        var host = server.host()
                .flatMap(place -> hosts.find(place.id()))
                .orElseThrow(() -> new Fault.Conflict("Instance %s is not ready".formatted(server.id())));
        try {
            return hypervisor.console(host, server.id(), lines);
        } catch (Retry | StepFailed e) {
            throw new Fault.Unavailable("The console of instance %s cannot be read now.".formatted(server.id()))
                    .because(e);
        }
    }

    private static String subject(Server server) {
        return server.id().toString();
    }
}
