package org.cumulet.compute.launch;

import jakarta.inject.Singleton;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cumulet.compute.hypervisor.Guest;
import org.cumulet.compute.hypervisor.drive.ConfigDrive;
import org.cumulet.compute.server.LoginKey;
import org.cumulet.compute.server.Nic;
import org.cumulet.compute.server.Server;
import org.cumulet.compute.server.ServerService;
import org.cumulet.saga.StepFailed;

/// Servers as the hypervisor shall see them. Every one has a config drive: there is no metadata service to ask.
@Singleton
class Guests {

    private static final String DEFAULT_ZONE = "nova";

    private final ServerService servers;

    Guests(ServerService servers) {
        this.servers = servers;
    }

    Guest of(Launch launch) {
        var server =
                servers.find(launch.server()).orElseThrow(() -> new StepFailed("The server does not exist any more"));
        return new Guest(
                server.id(),
                server.project(),
                server.flavor().vcpus(),
                server.flavor().ram(),
                server.flavor().disk(),
                launch.mustHaveDisk(),
                launch.cards(),
                Optional.of(drive(server)));
    }

    private static ConfigDrive drive(Server server) {
        var zone = server.placement().zone();
        return new ConfigDrive(
                server.id(),
                server.project(),
                server.name(),
                server.hostname(),
                server.launchIndex(),
                zone == null ? DEFAULT_ZONE : zone,
                server.metadata(),
                server.key().map(Guests::byName).orElse(Map.of()),
                server.nics().stream().map(Guests::link).toList(),
                server.userData().map(Base64.getMimeDecoder()::decode).orElse(null),
                server.adminPasswordHash().orElse(null));
    }

    private static Map<String, String> byName(LoginKey key) {
        return Map.of(key.name(), key.publicKey());
    }

    private static ConfigDrive.Link link(Nic nic) {
        List<String> addresses =
                nic.fixedIps().stream().map(Nic.FixedIp::address).toList();
        return new ConfigDrive.Link(nic.port(), nic.network(), nic.mac(), addresses);
    }
}
