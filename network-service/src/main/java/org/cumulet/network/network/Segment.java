package org.cumulet.network.network;

import org.jspecify.annotations.Nullable;

/// What carries a network between hosts.
///
/// @param physicalNetwork which physical network, for a flat one
/// @param id the number on the wire, for VXLAN
public record Segment(
        NetworkType type,
        @Nullable String physicalNetwork,
        @Nullable Integer id) {

    static Segment flat(String physicalNetwork) {
        return new Segment(NetworkType.FLAT, physicalNetwork, null);
    }

    static Segment vxlan(int id) {
        return new Segment(NetworkType.VXLAN, null, id);
    }
}
