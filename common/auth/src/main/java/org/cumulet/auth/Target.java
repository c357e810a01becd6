package org.cumulet.auth;

import org.jspecify.annotations.Nullable;

/// What an action is aimed at, as far as rules ask: the owner of the thing.
public record Target(
        @Nullable String projectId,
        @Nullable String domainId,
        @Nullable String userId) {

    /// Nothing in particular: the caller's own scope.
    public static final Target NONE = new Target(null, null, null);

    public static Target project(String id) {
        return new Target(id, null, null);
    }

    public static Target domain(String id) {
        return new Target(null, id, null);
    }

    public static Target user(String id) {
        return new Target(null, null, id);
    }
}
