package org.cumulet.network.port;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cumulet.network.address.Mac;
import org.cumulet.network.ipam.AddressWish;
import org.cumulet.network.wire.Body;

/// What a caller wants to be different about a port.
///
/// @param changesMac also where no MAC is named: then it gets a new one
/// @param movesHost also where no host is named: then it is on none
record PortChange(
        Optional<String> name,
        Optional<String> description,
        Optional<Boolean> adminStateUp,
        boolean changesMac,
        Optional<Mac> mac,
        Optional<List<AddressWish>> fixedIps,
        Optional<String> deviceId,
        Optional<String> deviceOwner,
        Optional<String> dnsName,
        Optional<List<UUID>> securityGroups,
        Optional<Boolean> portSecurityEnabled,
        Optional<List<PortBody.PairWish>> pairWishes,
        List<DhcpOption.Wish> dhcpWishes,
        boolean movesHost,
        Optional<String> host,
        Optional<Map<String, Object>> profile) {

    static PortChange from(Body body) {
        PortBody.checkVnicType(body);
        var change = new PortChange(
                body.text("name", 255),
                body.text("description", 255),
                body.bool("admin_state_up"),
                body.has("mac_address"),
                PortBody.mac(body),
                PortBody.fixedIps(body),
                body.text("device_id", 255),
                PortBody.deviceOwner(body),
                PortBody.dnsName(body),
                body.uuids("security_groups"),
                body.bool("port_security_enabled"),
                PortBody.pairs(body),
                PortBody.dhcpOptions(body).orElse(List.of()),
                body.has("binding:host_id"),
                PortBody.host(body),
                PortBody.profile(body));
        var readOnly = new HashSet<>(NewPort.READ_ONLY);
        readOnly.addAll(List.of("project_id", "tenant_id", "network_id"));
        body.nothingElse(readOnly, "PUT");
        return change;
    }

    Optional<List<AddressPair>> pairs(Mac own) {
        return pairWishes.map(all -> all.stream()
                .map(pair -> AddressPair.of(pair.range(), pair.mac().orElse(own)))
                .toList());
    }

    /// Options by name: those named here replace those of before, or end them.
    List<DhcpOption> dhcpOptions(List<DhcpOption> before) {
        var options = new ArrayList<>(before);
        for (var wish : dhcpWishes) {
            options.removeIf(option -> option.optName().equals(wish.name()));
            wish.option().ifPresent(options::add);
        }
        return List.copyOf(options);
    }
}
