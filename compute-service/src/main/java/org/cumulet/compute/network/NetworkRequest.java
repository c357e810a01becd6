package org.cumulet.compute.network;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which networks a new server asks for.
public sealed interface NetworkRequest {

    /// The caller's only network, if there is one.
    record Any() implements NetworkRequest {}

    /// The caller's only network, and there must be one.
    record Auto() implements NetworkRequest {}

    /// No network at all.
    record None() implements NetworkRequest {}

    /// These, in this order.
    record These(List<Card> cards) implements NetworkRequest {
        public These {
            cards = List.copyOf(cards);
        }
    }

    /// A card by its network or by a port that exists already.
    record Card(
            @Nullable UUID network,
            @Nullable UUID port,
            @Nullable String fixedIp,
            @Nullable String tag) {}
}
