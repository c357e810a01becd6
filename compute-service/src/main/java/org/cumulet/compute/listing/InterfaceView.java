package org.cumulet.compute.listing;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;
import org.cumulet.api.version.Since;
import org.cumulet.compute.server.Nic;
import org.jspecify.annotations.Nullable;

/// A card of a server as the API shows it.
record InterfaceView(
        UUID portId,
        UUID netId,
        String macAddr,
        String portState,
        List<Address> fixedIps,
        @Since("2.70") @Nullable String tag) {

    record One(@JsonProperty("interfaceAttachment") InterfaceView attachment) {}

    record Many(@JsonProperty("interfaceAttachments") List<InterfaceView> attachments) {}

    record Address(String ipAddress, UUID subnetId) {}

    static InterfaceView of(Nic nic) {
        var addresses = nic.fixedIps().stream()
                .map(ip -> new Address(ip.address(), ip.subnet()))
                .toList();
        return new InterfaceView(nic.port(), nic.network(), nic.mac(), "ACTIVE", addresses, nic.tag());
    }
}
