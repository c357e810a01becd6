package org.cumulet.auth;

/// What a token is good for.
public sealed interface Scope {

    /// One project: normal work.
    record Project(String id, String name, String domainId, String domainName) implements Scope {}

    /// One domain: its users and projects.
    record Domain(String id, String name) implements Scope {}

    /// The whole deployment.
    record System() implements Scope {}

    /// Nothing but finding out what one may scope to.
    record Unscoped() implements Scope {}
}
