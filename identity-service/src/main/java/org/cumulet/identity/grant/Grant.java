package org.cumulet.identity.grant;

/// A role that somebody holds somewhere.
///
/// @param inherited whether it is held on all projects below that place instead of on the place itself
public record Grant(Holder holder, Place place, String roleId, boolean inherited) {

    /// On the place itself.
    public Grant(Holder holder, Place place, String roleId) {
        this(holder, place, roleId, false);
    }
}
