package org.cumulet.compute.server;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where a server may go.
///
/// @param zone availability zone asked for
/// @param host the one host an admin asked for, by name
/// @param sameHost only where one of these servers is
/// @param differentHost only where none of these servers is
public record Placement(@Nullable String zone, @Nullable String host, List<UUID> sameHost, List<UUID> differentHost) {

    public static final Placement ANYWHERE = new Placement(null, null, List.of(), List.of());

    public Placement {
        sameHost = List.copyOf(sameHost);
        differentHost = List.copyOf(differentHost);
    }
}
