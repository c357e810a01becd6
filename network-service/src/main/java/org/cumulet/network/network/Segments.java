package org.cumulet.network.network;

import jakarta.inject.Singleton;
import org.cumulet.api.fault.Fault;
import org.cumulet.network.wire.Locks;

/// Gives every network a segment of its own.
@Singleton
class Segments {

    private final NetworkStore store;
    private final NetworkSettings settings;
    private final Locks locks;

    Segments(NetworkStore store, NetworkSettings settings, Locks locks) {
        this.store = store;
        this.settings = settings;
        this.locks = locks;
    }

    /// Must be followed by the storing of the network before the next one is taken.
    Segment take(SegmentWish wish) {
        locks.segments();
        return wish.checked().is(NetworkType.FLAT)
                ? flat(wish.physicalNetwork().orElseThrow())
                : Segment.vxlan(wish.id().map(this::vxlan).orElseGet(this::anyVxlan));
    }

    private Segment flat(String physicalNetwork) {
        if (!settings.flat().containsKey(physicalNetwork)) {
            throw SegmentWish.invalid(
                    "physical_network '%s' unknown for flat provider network".formatted(physicalNetwork));
        }
        if (store.isTaken(physicalNetwork)) {
            throw new Fault.Conflict("Unable to create the flat network. Physical network %s is in use."
                            .formatted(physicalNetwork))
                    .named("FlatNetworkInUse");
        }
        return Segment.flat(physicalNetwork);
    }

    private int vxlan(int id) {
        if (store.isTaken(id)) {
            throw new Fault.Conflict("Unable to create the network. The tunnel ID %d is in use.".formatted(id))
                    .named("TunnelIdInUse");
        }
        return id;
    }

    private int anyVxlan() {
        var range = settings.vxlan();
        return store.freeVxlan(range.first(), range.last())
                .orElseThrow(() -> new Fault.Unavailable(
                                "Unable to create the network. No tenant network is available for allocation.")
                        .named("NoNetworkAvailable"));
    }
}
