package org.cumulet.compute;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.cumulet.compute.server.HostRef;
import org.cumulet.compute.server.Nic;
import org.cumulet.compute.server.Server;
import org.cumulet.compute.server.ServerFault;
import org.cumulet.compute.server.ServerService;

/// What the workflows would do, done by the test.
@Singleton
public class Servers {

    public static final HostRef HOST =
            new HostRef(UUID.fromString("b1e43b5f-eec1-44e0-9f10-7b4945c0226d"), "compute-1");

    private final ServerService moves;

    Servers(ServerService moves) {
        this.moves = moves;
    }

    /// The server runs, on a host, with one address.
    public void launch(String id) {
        launch(id, "192.168.1.30");
    }

    public void launch(String id, String address) {
        var server = UUID.fromString(id);
        moves.scheduled(server, HOST);
        moves.plugged(server, List.of(nic(address)));
        moves.active(server);
    }

    public void stopped(String id) {
        moves.stopped(UUID.fromString(id));
    }

    public void started(String id) {
        moves.started(UUID.fromString(id));
    }

    public void rebooted(String id) {
        moves.rebooted(UUID.fromString(id));
    }

    public void failed(String id, String message, String details) {
        moves.failed(UUID.fromString(id), ServerFault.of(message, details, Instant.now()));
    }

    public void deleted(String id) {
        moves.deleted(UUID.fromString(id));
    }

    public Server read(String id) {
        return moves.find(UUID.fromString(id)).orElseThrow();
    }

    private static Nic nic(String address) {
        return new Nic(
                UUID.fromString(OtherServices.PORT),
                UUID.fromString(OtherServices.NETWORK),
                "private",
                "fa:16:3e:4c:2c:30",
                List.of(new Nic.FixedIp(address, UUID.fromString("f8a6e8f8-c2ec-497c-9f23-da9616de54ef"))),
                true,
                "public");
    }
}
