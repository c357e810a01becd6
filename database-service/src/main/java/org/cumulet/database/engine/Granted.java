package org.cumulet.database.engine;

import java.util.Set;

/// What a server grants an account that touches a database.
///
/// @param scope where it is granted
/// @param object the name or pattern it is granted on, as the server keeps it
public record Granted(Account account, Scope scope, String object, Set<String> privileges) {

    /// How far it reaches.
    public enum Scope {
        /// This database, whole.
        DATABASE,
        /// A part of this database.
        PART,
        /// More than this database: a pattern that matches others too, or the whole server.
        BEYOND
    }

    public Granted {
        privileges = Set.copyOf(privileges);
    }
}
