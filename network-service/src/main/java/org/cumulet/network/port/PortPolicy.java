package org.cumulet.network.port;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.cumulet.api.fault.Fault;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.auth.Target;
import org.cumulet.network.address.Mac;
import org.cumulet.network.ipam.AddressWish;
import org.cumulet.network.network.Network;

/// Which attributes of a port this caller may set, and which go together.
@Singleton
class PortPolicy {

    private final CurrentCaller caller;
    private final PortStore store;

    PortPolicy(CurrentCaller caller, PortStore store) {
        this.caller = caller;
        this.store = store;
    }

    void check(NewPort wish, Network network) {
        caller.must(PortRule.CREATE, Target.project(wish.projectId()));
        mustBeUsable(network, wish.projectId());
        if (wish.mac().isPresent()) {
            must(PortRule.MAC_ADDRESS, network);
        }
        if (wish.portSecurityEnabled()
                .filter(it -> it != network.portSecurityEnabled())
                .isPresent()) {
            must(PortRule.PORT_SECURITY, network);
        }
        if (wish.host().isPresent()) {
            caller.must(PortRule.BINDING);
        }
        if (!wish.profile().isEmpty()) {
            caller.must(PortRule.PROFILE);
        }
        checkAddresses(wish.fixedIps(), network);
        checkPairs(wish.pairs(), network);
        checkDevice(Optional.of(wish.deviceId()), Optional.of(wish.deviceOwner()), wish.projectId());
    }

    void check(Port port, PortChange change, Network network) {
        if (change.changesMac() && !change.mac().equals(Optional.of(port.mac()))) {
            must(PortRule.MAC_ADDRESS, network);
        }
        if (change.portSecurityEnabled()
                .filter(it -> it != port.portSecurityEnabled())
                .isPresent()) {
            must(PortRule.PORT_SECURITY, network);
        }
        if (change.movesHost() && !change.host().equals(port.host())) {
            caller.must(PortRule.BINDING);
        }
        if (change.profile().filter(it -> !it.equals(port.profile())).isPresent()) {
            caller.must(PortRule.PROFILE);
        }
        checkAddresses(change.fixedIps(), network);
        checkPairs(change.pairWishes().orElse(List.of()), network);
        checkDevice(
                change.deviceId().filter(it -> !it.equals(port.deviceId())),
                change.deviceOwner().filter(it -> !it.equals(port.deviceOwner())),
                port.projectId());
    }

    /// What is asked of filters of frames needs port security.
    static void checkSecurity(boolean portSecurity, boolean hasGroups, boolean hasPairs) {
        if (!portSecurity && hasGroups) {
            throw new Fault.BadRequest(
                            "Port security must be enabled and port must have an IP address in order to use security groups.")
                    .named("PortSecurityAndIPRequiredForSecurityGroups");
        }
        if (!portSecurity && hasPairs) {
            throw new Fault.Conflict("Port Security must be enabled in order to have allowed address pairs on a port.")
                    .named("AddressPairAndPortSecurityRequired");
        }
    }

    /// A machine's MAC stays while it is plugged in.
    static void checkBound(Port port, Mac mac) {
        if (port.host().isPresent() && !mac.equals(port.mac())) {
            throw new Fault.Conflict(
                            "Unable to complete operation on port %s, port is already bound, port type: bridge, old_mac %s, new_mac %s."
                                    .formatted(port.id(), port.mac(), mac))
                    .named("PortBound");
        }
    }

    /// Others' networks are for machines only where they are shared. A service that acts for a project is bound by
    /// what the project may.
    private void mustBeUsable(Network network, String project) {
        var usable = network.shared() || network.projectId().equals(project);
        if (!usable && caller.get().isService()) {
            throw new Fault.NotFound("Network", network.id());
        }
        if (!usable) {
            must(PortRule.CREATE, network);
        }
    }

    private void checkAddresses(Optional<List<AddressWish>> wishes, Network network) {
        if (wishes.stream()
                .flatMap(List::stream)
                .anyMatch(wish -> wish.address().isPresent())) {
            must(PortRule.FIXED_IPS, network);
        }
    }

    private void checkPairs(List<PortBody.PairWish> pairs, Network network) {
        if (!pairs.isEmpty()) {
            must(PortRule.ADDRESS_PAIRS, network);
        }
        if (pairs.stream().anyMatch(pair -> pair.range().prefix() == 0)) {
            caller.must(PortRule.ANY_ADDRESS);
        }
    }

    private void checkDevice(Optional<String> device, Optional<String> owner, String project) {
        if (owner.filter(it -> it.startsWith("network:")).isPresent()) {
            caller.must(PortRule.DEVICE_OWNER);
        }
        if (!caller.may(PortRule.DEVICE_ID)
                && device.filter(it -> !it.isEmpty() && store.isAnothers(it, project))
                        .isPresent()) {
            caller.must(PortRule.DEVICE_ID);
        }
    }

    private void must(PortRule rule, Network network) {
        caller.must(rule, Target.project(network.projectId()));
    }
}
