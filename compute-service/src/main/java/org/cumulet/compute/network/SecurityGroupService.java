package org.cumulet.compute.network;

import static java.util.function.Function.identity;
import static org.cumulet.compute.server.ServerRule.LIST_SECURITY_GROUPS;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import org.cumulet.compute.server.ServerAccess;

/// Which groups a server is in.
@Singleton
class SecurityGroupService {

    private final ServerAccess servers;
    private final NetworkDirectory directory;

    SecurityGroupService(ServerAccess servers, NetworkDirectory directory) {
        this.servers = servers;
        this.directory = directory;
    }

    List<SecurityGroupView> of(String id) {
        var server = servers.read(id, LIST_SECURITY_GROUPS);
        if (server.nics().isEmpty()) {
            return List.of();
        }
        var ports = directory.ports(
                server.nics().stream().map(nic -> nic.port().toString()).toList());
        var known = directory.securityGroups(server.project()).stream()
                .collect(Collectors.toMap(SecurityGroup::id, identity()));
        return ports.stream()
                .flatMap(port -> port.securityGroups().stream())
                .distinct()
                .filter(known::containsKey)
                .map(known::get)
                .map(group -> SecurityGroupView.of(group, known))
                .toList();
    }
}
