package org.cumulet.database.engine;

/// How a database is used now: its size in bytes and the connections that are open.
public record Use(long bytes, int connections) {}
