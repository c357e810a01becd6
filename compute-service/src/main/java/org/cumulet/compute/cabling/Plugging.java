package org.cumulet.compute.cabling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cumulet.compute.cabling.Network.Plugged;
import org.cumulet.compute.cabling.NetworkClient.Many;
import org.cumulet.compute.cabling.NetworkClient.NewPort;
import org.cumulet.compute.cabling.NetworkClient.One;
import org.cumulet.compute.cabling.NetworkClient.Port;
import org.cumulet.compute.cabling.NetworkClient.PortBinding;
import org.cumulet.compute.cabling.NetworkClient.Wanted;
import org.cumulet.compute.hypervisor.Guest.Card;
import org.cumulet.compute.remote.Refusal;
import org.cumulet.compute.server.NetworkWish;
import org.cumulet.compute.server.Nic;
import org.cumulet.compute.server.Nic.FixedIp;
import org.cumulet.compute.server.SecurityGroupWish;
import org.cumulet.saga.Coalescer.Outcome;
import org.cumulet.saga.StepFailed;

/// Plugs several servers in at once: finds the ports they have already, takes those they were given, makes the others
/// in one call.
final class Plugging {

    private static final String WHAT = "The network cannot be plugged";
    private static final String OWNER = "compute:nova";
    private static final int IDS_IN_A_LINE = 50;

    private final NetworkClient network;
    private final Map<UUID, List<Port>> existing = new HashMap<>();

    /// A server and its ports, as far as there are any.
    private record Plan(PlugWish wish, List<Optional<Port>> ports) {

        Stream<NewPort> missing() {
            return IntStream.range(0, ports.size())
                    .filter(i -> ports.get(i).isEmpty())
                    .mapToObj(i -> newPort(wish, wish.networks().get(i)));
        }
    }

    Plugging(NetworkClient network) {
        this.network = network;
    }

    List<Outcome<Plugged>> plug(List<PlugWish> wishes) {
        try {
            return plugTogether(wishes);
        } catch (StepFailed refused) {
            return wishes.size() == 1 ? List.of(new Outcome.Refusal<>(refused)) : plugEach(wishes);
        }
    }

    /// A wish that cannot be granted is nobody else's business.
    private List<Outcome<Plugged>> plugEach(List<PlugWish> wishes) {
        return wishes.stream()
                .flatMap(wish -> new Plugging(network).plug(List.of(wish)).stream())
                .toList();
    }

    private List<Outcome<Plugged>> plugTogether(List<PlugWish> wishes) {
        findExisting(wishes);
        var plans = wishes.stream().map(this::plan).toList();
        var made = make(plans.stream().flatMap(Plan::missing).toList()).iterator();
        return plans.stream()
                .<Outcome<Plugged>>map(plan -> new Outcome.Answer<>(plugged(plan, made)))
                .toList();
    }

    private void findExisting(List<PlugWish> wishes) {
        for (int from = 0; from < wishes.size(); from += IDS_IN_A_LINE) {
            var some = wishes.subList(from, Math.min(from + IDS_IN_A_LINE, wishes.size()));
            var servers = some.stream().map(PlugWish::server).toList();
            for (var port : Refusal.orSay(WHAT, () -> network.ports(servers)).ports()) {
                existing.computeIfAbsent(UUID.fromString(port.deviceId()), _ -> new ArrayList<>())
                        .add(port);
            }
        }
    }

    private Plan plan(PlugWish wish) {
        return new Plan(
                wish,
                wish.networks().stream()
                        .map(one -> one.port() == null ? existing(wish, one) : Optional.of(take(wish, one.port())))
                        .toList());
    }

    private Optional<Port> existing(PlugWish wish, NetworkWish one) {
        var candidates = existing.getOrDefault(wish.server(), List.of());
        var found = candidates.stream()
                .filter(port -> port.networkId().equals(one.network()))
                .filter(port -> !wish.given().contains(port.id()))
                .filter(port -> one.fixedIp() == null || hasAddress(port, one.fixedIp()))
                .findFirst();
        found.ifPresent(candidates::remove);
        return found;
    }

    private static boolean hasAddress(Port port, String address) {
        return port.fixedIps().stream().anyMatch(fixed -> address.equals(fixed.ipAddress()));
    }

    private Port take(PlugWish wish, UUID id) {
        var port = Refusal.orSay(WHAT, () -> network.port(id)).port();
        if (!port.deviceId().isEmpty() && !port.deviceId().equals(wish.server().toString())) {
            throw new StepFailed("Port %s is still in use".formatted(id));
        }
        var binding = new PortBinding(
                wish.server().toString(), OWNER, wish.host().id().toString());
        return Refusal.orSay(WHAT, () -> network.bind(id, new One<>(binding))).port();
    }

    /// Frees ports that were given to a server, as far as they are still that server's.
    void letGo(UUID server, List<UUID> given) {
        network.ports(List.of(server)).ports().stream()
                .filter(port -> given.contains(port.id()))
                .forEach(port -> network.bind(port.id(), new One<>(new PortBinding("", "", ""))));
    }

    private List<Port> make(List<NewPort> missing) {
        return missing.isEmpty()
                ? List.of()
                : Refusal.orSay(WHAT, () -> network.create(new Many<>(missing))).ports();
    }

    private static NewPort newPort(PlugWish wish, NetworkWish one) {
        return new NewPort(
                one.network(),
                wish.project(),
                wish.server().toString(),
                OWNER,
                wish.host().id().toString(),
                one.fixedIp() == null ? List.of() : List.of(new Wanted(one.fixedIp())),
                wish.securityGroups().stream().map(SecurityGroupWish::id).toList());
    }

    /// @param made the ports that were missing, in the order in which they were
    private static Plugged plugged(Plan plan, Iterator<Port> made) {
        var nics = new ArrayList<Nic>();
        var cards = new ArrayList<Card>();
        for (int i = 0; i < plan.ports().size(); i++) {
            var port = plan.ports().get(i).orElseGet(made::next);
            nics.add(nic(port, plan.wish().networks().get(i)));
            cards.add(card(port));
        }
        return new Plugged(nics, cards);
    }

    private static Nic nic(Port port, NetworkWish wish) {
        var addresses = port.fixedIps().stream()
                .map(fixed -> new FixedIp(fixed.ipAddress(), fixed.subnetId()))
                .toList();
        return new Nic(
                port.id(),
                port.networkId(),
                wish.name(),
                port.macAddress(),
                addresses,
                wish.port() == null,
                wish.tag());
    }

    private static Card card(Port port) {
        var details = port.details();
        if (details == null || details.bridge() == null || details.tap() == null) {
            throw new StepFailed("Port %s is bound to no host".formatted(port.id()));
        }
        return new Card(port.macAddress(), details.bridge(), details.tap());
    }
}
