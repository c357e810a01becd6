package org.cumulet.saga;

/// A step with its name and its way back. An optional one that fails for good is noted, and the story goes on.
public record Chapter<D>(String name, Step<D> step, WayBack<D> wayBack, boolean optional) {}
