package org.cumulet.identity.assignment;

import org.jspecify.annotations.Nullable;

/// A grant as the list shows it: who holds which role where, and how it came to that.
///
/// @param place `PROJECT`, `DOMAIN` or `SYSTEM`
/// @param node the project or domain
/// @param userId who holds it; null for a group
/// @param groupId the group it was given to, if it was
/// @param roleId what is held
/// @param grantedId what was given: the same, or a role that implies it
/// @param origin `PROJECT` or `DOMAIN` where it was given, which is elsewhere when it is inherited
/// @param originId the project or domain where it was given
/// @param inherited whether it was given on all that is below a place
record Assignment(
        String place,
        @Nullable String node,
        @Nullable String userId,
        @Nullable String groupId,
        String roleId,
        String grantedId,
        String origin,
        @Nullable String originId,
        boolean inherited) {

    boolean isImplied() {
        return !roleId.equals(grantedId);
    }
}
