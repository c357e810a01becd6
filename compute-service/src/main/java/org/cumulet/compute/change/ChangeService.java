package org.cumulet.compute.change;

import static org.cumulet.compute.server.ServerRule.UPDATE;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.cumulet.compute.server.Server;
import org.cumulet.compute.server.ServerAccess;

/// What can be changed about a server while it is whatever it is.
@Singleton
class ChangeService {

    private final ServerAccess servers;

    ChangeService(ServerAccess servers) {
        this.servers = servers;
    }

    @Transactional
    Server change(String id, ServerChange change) {
        return servers.changeLocked(id, UPDATE, (server, now) -> apply(change, server, now));
    }

    private static void apply(ServerChange change, Server server, Instant now) {
        if (change.name() != null) {
            server.rename(change.name(), now);
        }
        if (change.description() != null) {
            server.describe(change.description().isEmpty() ? null : change.description(), now);
        }
        if (change.hostname() != null) {
            server.nameGuest(change.hostname(), now);
        }
        if (change.diskConfig() != null) {
            server.partitionDisk(change.diskConfig(), now);
        }
        if (change.accessIpv4() != null || change.accessIpv6() != null) {
            server.reachAt(
                    change.accessIpv4() == null ? server.accessIpv4().orElse(null) : change.accessIpv4(),
                    change.accessIpv6() == null ? server.accessIpv6().orElse(null) : change.accessIpv6(),
                    now);
        }
    }
}
