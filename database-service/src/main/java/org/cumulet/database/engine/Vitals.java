package org.cumulet.database.engine;

/// How a server is.
///
/// @param version as it says itself
/// @param bytes size of all its databases
/// @param connections open now
/// @param maxConnections that it admits
public record Vitals(String version, long bytes, int connections, int maxConnections) {}
