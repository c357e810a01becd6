package org.cumulet.inventory.host;

/// There are hosts to look at now: told within this process, so that nobody waits for the next round.
public record ProbeWanted() {}
