package org.cumulet.network.network;

import java.util.Optional;
import org.cumulet.api.fault.Fault;
import org.cumulet.network.wire.Body;

/// What an administrator says about how a network travels. Everything may be left to us.
record SegmentWish(Optional<NetworkType> type, Optional<String> physicalNetwork, Optional<Integer> id) {

    private static final int LARGEST_VXLAN = (1 << 24) - 1;

    static SegmentWish from(Body body) {
        return new SegmentWish(
                body.textOrNull("provider:network_type", 32).map(SegmentWish::type),
                body.textOrNull("provider:physical_network", 64),
                body.integerOrNull("provider:segmentation_id", 1, LARGEST_VXLAN));
    }

    boolean isEmpty() {
        return type.isEmpty() && physicalNetwork.isEmpty() && id.isEmpty();
    }

    /// The wish without contradictions: VXLAN unless something else was said.
    SegmentWish checked() {
        if (type.isEmpty() && !isEmpty()) {
            throw invalid("network_type required");
        }
        if (is(NetworkType.FLAT) && (physicalNetwork.isEmpty() || id.isPresent())) {
            throw invalid("a flat provider network needs physical_network and no segmentation_id");
        }
        if (is(NetworkType.VXLAN) && physicalNetwork.isPresent()) {
            throw invalid("provider:physical_network specified for vxlan network");
        }
        return this;
    }

    boolean is(NetworkType asked) {
        return type.filter(asked::equals).isPresent();
    }

    static Fault invalid(String reason) {
        return new Fault.BadRequest("Invalid input for operation: %s.".formatted(reason)).named("InvalidInput");
    }

    private static NetworkType type(String text) {
        return NetworkType.parse(text)
                .orElseThrow(() -> invalid("network_type value '%s' not supported".formatted(text)));
    }
}
