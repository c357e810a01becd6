package org.cumulet.identity.project;

/// A domain is about to go, in this transaction, with all that is in it.
public record DomainLeaving(String id) {}
