package org.cumulet.compute.power;

import jakarta.inject.Singleton;
import org.cumulet.compute.server.Server;
import org.cumulet.events.Service;
import org.cumulet.saga.Sagas;
import org.cumulet.saga.Workflow;

/// Begins what switches servers, within the transaction that asks for it.
@Singleton
public class SwitchService {

    private final Sagas sagas;

    SwitchService(@Service("compute") Sagas sagas) {
        this.sagas = sagas;
    }

    public void start(Server server) {
        begin(StartServer.class, server, false);
    }

    public void stop(Server server) {
        begin(StopServer.class, server, false);
    }

    public void reboot(Server server, boolean hard) {
        begin(RebootServer.class, server, hard);
    }

    private void begin(Class<? extends Workflow<Power>> workflow, Server server, boolean hard) {
        sagas.begin(workflow, server.id().toString(), server.project(), Power.of(server, hard));
    }
}
