package org.cumulet.network.host;

import java.time.Instant;

/// How a host follows the records.
///
/// @param alive whether it did so when it was last asked
/// @param heardOf when it was last asked
/// @param since when it first had something of ours
public record HostHealth(String host, boolean alive, Instant heardOf, Instant since) {}
