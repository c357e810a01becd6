package org.cumulet.network.ipam;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.cumulet.api.fault.Fault;
import org.cumulet.network.address.Ip;
import org.cumulet.network.address.IpRange;
import org.cumulet.network.subnet.Subnet;

/// The giving out of addresses within one transaction that holds the networks' locks. Nothing is stored before
/// [#store].
public final class Allocation {

    private static final int MOST = 5;

    private final AddressStore store;
    private final Map<UUID, List<Subnet>> subnets;
    private final Map<UUID, Walk> walks = new HashMap<>();
    private final Map<UUID, Ip> cursors = new HashMap<>();
    private final List<FixedIp> given = new ArrayList<>();

    Allocation(AddressStore store, Map<UUID, List<Subnet>> subnets) {
        this.store = store;
        this.subnets = subnets;
    }

    /// Gives a port what it asks for; one address of each version where it does not say.
    public List<FixedIp> give(UUID port, UUID network, Optional<List<AddressWish>> wishes) {
        var choices = subnets.getOrDefault(network, List.of());
        var all = wishes.map(asked -> asked(network, choices, asked)).orElseGet(() -> usual(network, choices));
        var addresses = new ArrayList<FixedIp>();
        for (var i = 0; i < all.size(); i++) {
            addresses.add(
                    new FixedIp(port, network, all.get(i).subnet(), all.get(i).address(), i));
        }
        given.addAll(addresses);
        return addresses;
    }

    /// The last address that is given out by itself, or any other: for the network's own use.
    public Optional<FixedIp> giveLast(UUID port, Subnet subnet, int position) {
        var walk = walk(subnet);
        var last = subnet.pools().stream()
                .map(pool -> pool.end())
                .max(Ip::compareTo)
                .filter(address -> isFree(subnet, address))
                .or(walk::next);
        last.ifPresent(walk::skip);
        var fixed = last.map(address -> new FixedIp(port, subnet.networkId(), subnet.id(), address, position));
        fixed.ifPresent(given::add);
        return fixed;
    }

    /// Stores what was given out. The ports must be stored by now.
    public void store() {
        store.persist(given);
        cursors.forEach(store::move);
    }

    private record Choice(UUID subnet, Ip address) {}

    private List<Choice> usual(UUID network, List<Subnet> choices) {
        return Stream.of(4, 6)
                .map(version -> choices.stream()
                        .filter(subnet -> subnet.ipVersion() == version)
                        .toList())
                .filter(some -> !some.isEmpty())
                .map(some -> some.stream()
                        .flatMap(subnet -> next(subnet).stream())
                        .findFirst()
                        .orElseThrow(() -> exhausted(network)))
                .toList();
    }

    private List<Choice> asked(UUID network, List<Subnet> choices, List<AddressWish> wishes) {
        if (wishes.size() > MOST) {
            throw invalid("Exceeded maximum amount of fixed ips per port");
        }
        var all = new ArrayList<Choice>();
        // certain addresses first, so that none of them is given to a wish for any
        wishes.stream()
                .filter(wish -> wish.address().isPresent())
                .map(wish ->
                        certain(network, choices, wish.subnet(), wish.address().orElseThrow()))
                .forEach(all::add);
        wishes.stream()
                .filter(wish -> wish.address().isEmpty())
                .map(wish -> next(subnet(network, choices, wish.subnet().orElseThrow()))
                        .orElseThrow(() -> exhausted(network)))
                .forEach(all::add);
        if (new HashSet<>(all).size() < all.size()) {
            throw invalid("Duplicate IP addresses for network %s".formatted(network));
        }
        return all;
    }

    private Choice certain(UUID network, List<Subnet> choices, Optional<UUID> subnetId, Ip address) {
        var subnet = subnetId.map(id -> subnet(network, choices, id))
                .or(() -> choices.stream()
                        .filter(it -> it.cidr().contains(address))
                        .findFirst())
                .orElseThrow(() -> new Fault.BadRequest(
                                "IP address %s is not a valid IP for any of the subnets on the specified network."
                                        .formatted(address))
                        .named("InvalidIpForNetwork"));
        if (!subnet.cidr().hosts().contains(address)) {
            throw new Fault.BadRequest("IP address %s is not a valid IP for the specified subnet.".formatted(address))
                    .named("InvalidIpForSubnet");
        }
        if (!isFree(subnet, address)) {
            throw new Fault.Conflict("Unable to complete operation for network %s. The IP address %s is in use."
                            .formatted(network, address))
                    .named("IpAddressInUse");
        }
        walk(subnet).skip(address);
        return new Choice(subnet.id(), address);
    }

    private Optional<Choice> next(Subnet subnet) {
        var address = walk(subnet).next();
        address.ifPresent(it -> cursors.put(subnet.id(), it));
        return address.map(it -> new Choice(subnet.id(), it));
    }

    private boolean isFree(Subnet subnet, Ip address) {
        return !walk(subnet).isTaken(address)
                && store.used(subnet.id(), new IpRange(address, address)).isEmpty();
    }

    private Walk walk(Subnet subnet) {
        return walks.computeIfAbsent(
                subnet.id(),
                id -> new Walk(
                        subnet.pools(), store.cursor(id).map(AddressCursor::address), range -> store.used(id, range)));
    }

    private static Subnet subnet(UUID network, List<Subnet> choices, UUID id) {
        return choices.stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        invalid("Failed to create port on network %s, because fixed_ips included invalid subnet %s"
                                .formatted(network, id)));
    }

    private static Fault exhausted(UUID network) {
        return new Fault.Conflict("No more IP addresses available on network %s.".formatted(network))
                .named("IpAddressGenerationFailure");
    }

    private static Fault invalid(String reason) {
        return new Fault.BadRequest("Invalid input for operation: %s.".formatted(reason)).named("InvalidInput");
    }
}
