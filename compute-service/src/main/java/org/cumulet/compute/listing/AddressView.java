package org.cumulet.compute.listing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cumulet.compute.server.Nic;
import org.cumulet.compute.server.Server;
import org.jspecify.annotations.Nullable;

/// One address of a server.
///
/// @param mac left out where only addresses are asked for, like `type`
public record AddressView(
        String addr,
        int version,

        @JsonProperty("OS-EXT-IPS-MAC:mac_addr") @JsonInclude(Include.NON_NULL) @Nullable
        String mac,

        @JsonProperty("OS-EXT-IPS:type") @JsonInclude(Include.NON_NULL) @Nullable
        String type) {

    /// By network, each in the order of the cards.
    static Map<String, List<AddressView>> full(Server server) {
        return byNetwork(server, (nic, ip) -> new AddressView(ip.address(), ip.version(), nic.mac(), "fixed"));
    }

    static Map<String, List<AddressView>> brief(Server server) {
        return byNetwork(server, (_, ip) -> new AddressView(ip.address(), ip.version(), null, null));
    }

    private interface Form {
        AddressView of(Nic nic, Nic.FixedIp ip);
    }

    private static Map<String, List<AddressView>> byNetwork(Server server, Form form) {
        var networks = new LinkedHashMap<String, List<AddressView>>();
        for (var nic : server.nics()) {
            var addresses = networks.computeIfAbsent(nic.networkName(), _ -> new ArrayList<>());
            nic.fixedIps().forEach(ip -> addresses.add(form.of(nic, ip)));
        }
        return networks;
    }
}
