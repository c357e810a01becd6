package org.cumulet.inventory.host;

import java.time.Instant;
import java.util.UUID;

/// A host to look at, and the lease under which we do.
public record ProbeOrder(Host host, UUID lease, Instant begun) {}
