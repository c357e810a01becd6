package org.cumulet.compute.scheduling;

import java.util.UUID;
import org.cumulet.compute.server.Placement;

/// The place a server needs.
///
/// @param memory in MiB
/// @param disk in GiB
public record PlaceWish(
        UUID server, String project, String user, int vcpus, int memory, int disk, Placement placement) {}
