package org.cumulet.database.trove;

/// An address, and what it is to the thing that carries it.
record Link(String rel, String href) {}
