package org.cumulet.inventory.host;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What hosts must know of each other.
public record Neighbour(String name, @Nullable String address, List<HostRole> roles) {}
