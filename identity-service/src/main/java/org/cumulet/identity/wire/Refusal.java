package org.cumulet.identity.wire;

import org.cumulet.api.fault.Fault;

/// Refusals in Keystone's words.
public final class Refusal {

    private Refusal() {}

    /// `Could not find user: 42.`
    public static Fault missing(String kind, String id) {
        return Fault.NotFound.saying("Could not find %s: %s.".formatted(kind, id));
    }

    /// A second one of this name in the domain.
    public static Fault duplicate(String kind, String name, String domainId) {
        return new Fault.Conflict(
                "Conflict occurred attempting to store %s - Duplicate entry found with name %s at domain ID %s."
                        .formatted(kind, name, domainId));
    }

    /// A second one where names are unique everywhere, or of an id.
    public static Fault duplicate(String kind, String what) {
        return new Fault.Conflict(
                "Conflict occurred attempting to store %s - Duplicate entry found with %s.".formatted(kind, what));
    }

    /// It is marked so that nobody changes it by mistake.
    public static Fault immutable(String kind, String id, String action) {
        return new Fault.Forbidden("Cannot %s immutable %s: %s. The resource option 'immutable' must be unset first."
                .formatted(action, kind, id));
    }
}
