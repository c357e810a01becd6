package org.cumulet.identity.mapping;

/// A mapping means something else from now on: who came in by it must come again.
public record MappingChanged(String id) {}
