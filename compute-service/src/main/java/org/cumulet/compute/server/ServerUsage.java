package org.cumulet.compute.server;

/// What the servers of a project add up to.
///
/// @param ram in MiB
public record ServerUsage(long servers, long vcpus, long ram) {}
