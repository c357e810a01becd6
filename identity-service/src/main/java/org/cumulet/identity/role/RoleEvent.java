package org.cumulet.identity.role;

/// What the rest of identity must know about a role.
public sealed interface RoleEvent {

    /// It is about to go, in this transaction, and who holds it loses it.
    record Leaving(String id) implements RoleEvent {}

    /// It is about to imply less, in this transaction, and who holds it loses something.
    record Narrowing(String id) implements RoleEvent {}
}
