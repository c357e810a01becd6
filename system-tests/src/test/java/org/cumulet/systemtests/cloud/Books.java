package org.cumulet.systemtests.cloud;

import static org.assertj.core.api.Assertions.assertThat;

/// What the services and the simulated hosts say of the servers of a cloud that has one tenant only.
public record Books(Cloud cloud, Tenant tenant) {

    /// Every claim, port and guest has its server, and every server that runs has its own.
    public void agree() {
        var running = tenant.servers().stream()
                .filter(server -> server.status().equals("ACTIVE"))
                .map(Server::id)
                .toList();
        assertThat(new SimulatedGuests(cloud).ids()).containsExactlyInAnyOrderElementsOf(running);
        assertThat(tenant.ports())
                .extracting(port -> port.path("device_id").asText())
                .containsExactlyInAnyOrderElementsOf(running);
        assertThat(Audit.of(cloud).consumers()).containsExactlyInAnyOrderElementsOf(running);
        Audit.of(cloud).findsNothing();
    }
}
