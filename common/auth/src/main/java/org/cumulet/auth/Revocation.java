package org.cumulet.auth;

import java.time.Instant;

/// Tokens of one thing that were issued at or before an instant are dead.
///
/// @param kind of what
/// @param id which one
/// @param notBefore tokens issued at this instant or earlier are dead
public record Revocation(Kind kind, String id, Instant notBefore) {

    public static final String TOPIC = "identity.revocation";

    /// What a token may die with.
    public enum Kind {
        /// One token, by an audit id of its own.
        TOKEN,
        /// A login and all tokens made from it, by the first audit id.
        CHAIN,
        USER,
        PROJECT,
        DOMAIN,
        APPLICATION_CREDENTIAL,
        TRUST,
        /// All logins that an identity provider outside vouched for.
        IDENTITY_PROVIDER
    }

    /// The record's key on the topic: the newest instant per key is all that counts.
    public String key() {
        return kind.name() + ":" + id;
    }
}
