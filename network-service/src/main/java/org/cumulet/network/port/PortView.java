package org.cumulet.network.port;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cumulet.api.json.Times;
import org.cumulet.network.address.Ip;
import org.cumulet.network.address.Mac;
import org.cumulet.network.ipam.FixedIp;
import org.jspecify.annotations.Nullable;

/// A port as the API shows it.
record PortView(
        UUID id,
        String name,
        String tenantId,
        String projectId,
        UUID networkId,
        String description,
        boolean adminStateUp,
        String status,
        Mac macAddress,
        List<Address> fixedIps,
        String deviceId,
        String deviceOwner,
        List<UUID> securityGroups,
        boolean portSecurityEnabled,
        List<AddressPair> allowedAddressPairs,
        List<DhcpOption> extraDhcpOpts,
        String dnsName,
        List<Assignment> dnsAssignment,
        @JsonProperty("binding:vnic_type") String vnicType,
        @JsonUnwrapped @Nullable Binding binding,
        List<String> tags,
        int revisionNumber,
        String createdAt,
        String updatedAt) {

    private static final String DOMAIN = "openstacklocal.";

    /// An address and the subnet it is of.
    record Address(UUID subnetId, Ip ipAddress) {}

    /// What the machine is called at one of its addresses.
    record Assignment(String hostname, Ip ipAddress, String fqdn) {}

    /// Where the port is, for administrators.
    record Binding(
            @JsonProperty("binding:host_id") String host,
            @JsonProperty("binding:profile") Map<String, Object> profile,
            @JsonProperty("binding:vif_type") String vifType,
            @JsonProperty("binding:vif_details") Map<String, Object> vifDetails) {

        static Binding of(Port port) {
            return port.host()
                    .map(host -> new Binding(host, port.profile(), "bridge", details(port)))
                    .orElseGet(() -> new Binding("", port.profile(), "unbound", Map.of()));
        }

        private static Map<String, Object> details(Port port) {
            return Map.of(
                    "bridge", HostNames.bridge(port.networkId()),
                    "tap", HostNames.tap(port.id()),
                    "connectivity", "l2",
                    "port_filter", port.portSecurityEnabled());
        }
    }

    /// A port with what is kept elsewhere about it.
    ///
    /// @param dnsDomain of its network; empty for the usual one
    record Whole(Port port, List<FixedIp> addresses, List<UUID> groups, String dnsDomain) {}

    static PortView of(Whole whole, boolean withBinding) {
        var port = whole.port();
        return new PortView(
                port.id(),
                port.name(),
                port.projectId(),
                port.projectId(),
                port.networkId(),
                port.description(),
                port.adminStateUp(),
                port.status(),
                port.mac(),
                whole.addresses().stream()
                        .map(fixed -> new Address(fixed.subnetId(), fixed.address()))
                        .toList(),
                port.deviceId(),
                port.deviceOwner(),
                whole.groups(),
                port.portSecurityEnabled(),
                port.addressPairs(),
                port.dhcpOptions(),
                port.dnsName(),
                whole.addresses().stream()
                        .map(fixed -> assignment(port, fixed.address(), whole.dnsDomain()))
                        .toList(),
                port.vnicType(),
                withBinding ? Binding.of(port) : null,
                port.tags(),
                port.revision(),
                Times.SECONDS_Z.of(port.createdAt()),
                Times.SECONDS_Z.of(port.updatedAt()));
    }

    private static Assignment assignment(Port port, Ip address, String domain) {
        var name = port.hostname(address);
        return new Assignment(name, address, name + "." + (domain.isEmpty() ? DOMAIN : domain));
    }
}
