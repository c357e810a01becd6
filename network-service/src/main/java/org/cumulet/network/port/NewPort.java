package org.cumulet.network.port;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cumulet.auth.Caller;
import org.cumulet.network.address.Mac;
import org.cumulet.network.ipam.AddressWish;
import org.cumulet.network.wire.Body;
import org.cumulet.network.wire.Owner;

/// The port a caller wants.
record NewPort(
        String projectId,
        UUID networkId,
        String name,
        String description,
        boolean adminStateUp,
        Optional<Mac> mac,
        Optional<List<AddressWish>> fixedIps,
        String deviceId,
        String deviceOwner,
        String dnsName,
        Optional<List<UUID>> securityGroups,
        Optional<Boolean> portSecurityEnabled,
        List<PortBody.PairWish> pairs,
        List<DhcpOption> dhcpOptions,
        Optional<String> host,
        Map<String, Object> profile) {

    static final Set<String> READ_ONLY = Set.of(
            "id",
            "status",
            "tags",
            "dns_assignment",
            "binding:vif_type",
            "binding:vif_details",
            "revision_number",
            "created_at",
            "updated_at");

    static NewPort from(Body body, Caller caller) {
        PortBody.checkVnicType(body);
        var wish = new NewPort(
                Owner.of(body, caller),
                body.required("network_id", body.uuid("network_id")),
                body.text("name", 255).orElse(""),
                body.text("description", 255).orElse(""),
                body.bool("admin_state_up").orElse(true),
                PortBody.mac(body),
                PortBody.fixedIps(body),
                body.text("device_id", 255).orElse(""),
                PortBody.deviceOwner(body).orElse(""),
                PortBody.dnsName(body).orElse(""),
                body.uuids("security_groups"),
                body.bool("port_security_enabled"),
                PortBody.pairs(body).orElse(List.of()),
                PortBody.dhcpOptions(body).orElse(List.of()).stream()
                        .flatMap(option -> option.option().stream())
                        .toList(),
                PortBody.host(body),
                PortBody.profile(body).orElse(Map.of()));
        body.nothingElse(READ_ONLY, "POST");
        return wish;
    }

    /// The port by which a network gives out addresses.
    static NewPort forDhcp(String project, UUID network) {
        return new NewPort(
                project,
                network,
                "",
                "",
                true,
                Optional.empty(),
                Optional.of(List.of()),
                "dhcp-" + network,
                Port.DHCP,
                "",
                Optional.of(List.of()),
                Optional.of(false),
                List.of(),
                List.of(),
                Optional.empty(),
                Map.of());
    }

    List<AddressPair> pairs(Mac own) {
        return pairs.stream()
                .map(pair -> AddressPair.of(pair.range(), pair.mac().orElse(own)))
                .toList();
    }

    boolean isForTheNetwork() {
        return deviceOwner.startsWith("network:");
    }
}
