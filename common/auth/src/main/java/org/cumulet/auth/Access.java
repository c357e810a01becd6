package org.cumulet.auth;

/// The least privilege that suffices: the personas of OpenStack's default policies.
public enum Access {
    /// Any valid token.
    ANYBODY {
        @Override
        boolean holds(Caller caller, Target target) {
            return true;
        }
    },
    /// `reader` in the project that owns the thing.
    PROJECT_READER {
        @Override
        boolean holds(Caller caller, Target target) {
            return caller.isAdmin() || caller.has(Roles.READER) && isInProject(caller, target);
        }
    },
    /// `member` in the project that owns the thing.
    PROJECT_MEMBER {
        @Override
        boolean holds(Caller caller, Target target) {
            return caller.isAdmin() || caller.has(Roles.MEMBER) && isInProject(caller, target);
        }
    },
    /// The user whose thing it is.
    SELF {
        @Override
        boolean holds(Caller caller, Target target) {
            return caller.isAdmin() || caller.userId().equals(target.userId());
        }
    },
    /// An administrator of the cloud.
    ADMIN {
        @Override
        boolean holds(Caller caller, Target target) {
            return caller.isAdmin();
        }
    },
    /// An administrator of the cloud, or `reader` on the system.
    SYSTEM_READER {
        @Override
        boolean holds(Caller caller, Target target) {
            return caller.isAdmin() || caller.has(Roles.READER) && caller.scope() instanceof Scope.System;
        }
    },
    /// One of our own services.
    SERVICE {
        @Override
        boolean holds(Caller caller, Target target) {
            return caller.isService();
        }
    };

    abstract boolean holds(Caller caller, Target target);

    private static boolean isInProject(Caller caller, Target target) {
        return caller.projectId()
                .map(own -> target.projectId() == null || own.equals(target.projectId()))
                .orElse(false);
    }
}
