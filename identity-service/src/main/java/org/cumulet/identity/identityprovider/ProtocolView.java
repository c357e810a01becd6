package org.cumulet.identity.identityprovider;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.cumulet.api.page.Page;
import org.cumulet.identity.wire.Links;
import org.cumulet.identity.wire.Listed;

/// A protocol as the API shows it.
record ProtocolView(String id, String mappingId, Ways links) {

    record Ways(String self, String identityProvider) {}

    static ProtocolView of(Protocol protocol, Links links) {
        var provider = links.to("OS-FEDERATION", "identity_providers", protocol.providerId());
        return new ProtocolView(
                protocol.id(), protocol.mappingId(), new Ways(provider + "/protocols/" + protocol.id(), provider));
    }

    record One(ProtocolView protocol) {}

    record Many(List<ProtocolView> protocols, @JsonUnwrapped Listed listed) {

        static Many of(Page<Protocol> page, Links links) {
            return new Many(page.map(it -> ProtocolView.of(it, links)).items(), Listed.of(page, links));
        }
    }
}
