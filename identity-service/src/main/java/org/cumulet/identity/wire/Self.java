package org.cumulet.identity.wire;

/// `links` of one thing.
public record Self(String self) {}
