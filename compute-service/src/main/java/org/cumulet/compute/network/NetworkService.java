package org.cumulet.compute.network;

import static java.util.function.Function.identity;
import static org.cumulet.compute.server.ServerRule.CREATE_ON_EXTERNAL_NETWORK;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cumulet.api.fault.Fault;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.compute.server.NetworkWish;
import org.cumulet.compute.server.SecurityGroupWish;
import org.jspecify.annotations.Nullable;

/// Looks up what a new server asks of networks, with the caller's own token: one question per kind of thing.
@Singleton
public class NetworkService {

    private final NetworkDirectory directory;
    private final CurrentCaller caller;

    NetworkService(NetworkDirectory directory, CurrentCaller caller) {
        this.directory = directory;
        this.caller = caller;
    }

    /// @throws Fault.BadRequest when something asked for is not there or cannot be used
    /// @throws Fault.Conflict when it is not clear which network is meant, or a port is in use
    public List<NetworkWish> resolve(NetworkRequest request) {
        return switch (request) {
            case NetworkRequest.None _ -> List.of();
            case NetworkRequest.Any _ -> only();
            case NetworkRequest.Auto _ -> {
                var only = only();
                if (only.isEmpty()) {
                    throw new Fault.BadRequest(
                            "Unable to automatically allocate a network for project %s: it has none. Create a network with a subnet, or ask for 'none'."
                                    .formatted(caller.project()));
                }
                yield only;
            }
            case NetworkRequest.These these -> these(these.cards());
        };
    }

    /// Groups by name or id. The `default` group alone needs no asking: ports are in it anyway.
    ///
    /// @throws Fault.BadRequest when there is no such group, or several of that name
    public List<SecurityGroupWish> securityGroups(Set<String> names) {
        if (names.isEmpty() || names.equals(Set.of("default"))) {
            return List.of();
        }
        var known = directory.securityGroups(caller.project());
        return names.stream().map(name -> group(name, known)).toList();
    }

    private SecurityGroupWish group(String name, List<SecurityGroup> known) {
        var found = known.stream()
                .filter(group -> group.id().toString().equals(name))
                .findFirst()
                .map(List::of)
                .orElseGet(() -> known.stream()
                        .filter(group -> group.name().equals(name))
                        .toList());
        return switch (found.size()) {
            case 0 ->
                throw new Fault.BadRequest(
                        "Security group %s not found for project %s.".formatted(name, caller.project()));
            case 1 -> found.getFirst().wish();
            default ->
                throw new Fault.BadRequest(
                        "Multiple security groups found matching '%s'. Use an ID to be more specific.".formatted(name));
        };
    }

    private List<NetworkWish> only() {
        var offered = directory.networks(List.of()).stream()
                .filter(network -> network.isOfferedTo(caller.project()))
                .toList();
        if (offered.size() > 1) {
            throw new Fault.Conflict("Multiple possible networks found, use a Network ID to be more specific.");
        }
        return offered.stream()
                .map(network -> new NetworkWish(network.id(), network.name(), null, null, null))
                .toList();
    }

    private List<NetworkWish> these(List<NetworkRequest.Card> cards) {
        var ports = ports(cards);
        var networks = networks(cards, ports);
        var wishes = new ArrayList<NetworkWish>();
        for (var card : cards) {
            var port = card.port() == null ? null : Objects.requireNonNull(ports.get(card.port()));
            var id = port == null ? Objects.requireNonNull(card.network()) : port.networkId();
            var network = networks.get(id);
            if (network == null) {
                throw new Fault.BadRequest("Network %s could not be found.".formatted(id));
            }
            mustBeUsable(network, port);
            wishes.add(new NetworkWish(id, network.name(), card.port(), card.fixedIp(), card.tag()));
        }
        return wishes;
    }

    private void mustBeUsable(Network network, @Nullable Port port) {
        if (network.external() && port == null && !caller.may(CREATE_ON_EXTERNAL_NETWORK)) {
            throw new Fault.Forbidden(
                    "It is not allowed to create an interface on external network %s".formatted(network.id()));
        }
        if (port == null && network.subnets().isEmpty()) {
            throw new Fault.BadRequest(
                    "Network %s requires a subnet in order to boot instances on.".formatted(network.id()));
        }
    }

    private Map<UUID, Port> ports(List<NetworkRequest.Card> cards) {
        var ids = cards.stream()
                .map(NetworkRequest.Card::port)
                .filter(Objects::nonNull)
                .toList();
        if (ids.isEmpty()) {
            return Map.of();
        }
        if (new HashSet<>(ids).size() < ids.size()) {
            throw new Fault.BadRequest("A port can be used once.");
        }
        var found = directory.ports(texts(ids.stream())).stream().collect(Collectors.toMap(Port::id, identity()));
        ids.forEach(id -> mustBeFree(id, found.get(id)));
        return found;
    }

    private static void mustBeFree(UUID id, @Nullable Port port) {
        if (port == null) {
            throw new Fault.BadRequest("Port %s could not be found.".formatted(id));
        }
        if (port.isInUse()) {
            throw new Fault.Conflict("Port %s is still in use.".formatted(id));
        }
        if (!port.hasAddress()) {
            throw new Fault.BadRequest("Port %s requires a FixedIP in order to be used.".formatted(id));
        }
    }

    private Map<UUID, Network> networks(List<NetworkRequest.Card> cards, Map<UUID, Port> ports) {
        var ids = Stream.concat(
                cards.stream().filter(card -> card.port() == null).map(card -> Objects.requireNonNull(card.network())),
                ports.values().stream().map(Port::networkId));
        return directory.networks(texts(ids)).stream().collect(Collectors.toMap(Network::id, identity()));
    }

    private static List<String> texts(Stream<UUID> ids) {
        return ids.distinct().map(UUID::toString).toList();
    }
}
