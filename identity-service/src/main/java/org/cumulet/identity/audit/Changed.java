package org.cumulet.identity.audit;

/// Somebody has changed something in this process; what is remembered of how things are may be wrong now.
public record Changed() {}
