package org.cumulet.identity.grant;

/// A role that somebody holds somewhere.
public record Grant(Holder holder, Place place, String roleId) {}
