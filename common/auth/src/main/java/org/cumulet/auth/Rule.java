package org.cumulet.auth;

/// Who may do one thing. Implemented by one enum per resource, by the rule names operators already know.
public interface Rule {

    /// The rule's name in OpenStack's policies: `os_compute_api:servers:create`.
    String rule();

    /// The persona it asks for.
    Access access();

    /// True when this caller may do it to this target.
    default boolean allows(Caller caller, Target target) {
        return access().holds(caller, target);
    }
}
