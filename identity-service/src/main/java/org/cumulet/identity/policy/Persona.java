package org.cumulet.identity.policy;

import org.cumulet.auth.Access;
import org.cumulet.auth.Caller;
import org.cumulet.auth.Roles;
import org.cumulet.auth.Scope;
import org.cumulet.auth.Target;

/// Who asks, in identity's eyes. The role `admin` counts everywhere when it is held on the system or, as it always was,
/// in any project; held on a domain it counts within that domain.
///
/// A target that names nothing asks whether the caller may do such a thing at all.
public enum Persona {
    /// Any valid token.
    ANYBODY(Access.ANYBODY) {
        @Override
        boolean holdsBeside(Caller caller, Target target) {
            return true;
        }
    },
    /// Any valid token that is good for something.
    SCOPED(Access.ANYBODY) {
        @Override
        boolean holdsBeside(Caller caller, Target target) {
            return !(caller.scope() instanceof Scope.Unscoped);
        }
    },
    ADMIN(Access.ADMIN) {
        @Override
        boolean holdsBeside(Caller caller, Target target) {
            return false;
        }
    },
    /// `reader` on the system.
    SYSTEM_READER(Access.SYSTEM_READER) {
        @Override
        boolean holdsBeside(Caller caller, Target target) {
            return reads(caller);
        }
    },
    /// `admin` on the domain that owns the thing.
    DOMAIN_ADMIN(Access.ADMIN) {
        @Override
        boolean holdsBeside(Caller caller, Target target) {
            return caller.has(Roles.ADMIN) && isInDomain(caller, target);
        }
    },
    /// `reader` on the system or on the domain that owns the thing.
    DOMAIN_READER(Access.SYSTEM_READER) {
        @Override
        boolean holdsBeside(Caller caller, Target target) {
            return reads(caller) || caller.has(Roles.READER) && isInDomain(caller, target);
        }
    },
    /// As above, or the domain is the one that the caller's token is for.
    DOMAIN_HOLDER(Access.SYSTEM_READER) {
        @Override
        boolean holdsBeside(Caller caller, Target target) {
            return reads(caller) || isInDomain(caller, target);
        }
    },
    /// As above, or the project that the caller's token is for belongs to the domain.
    DOMAIN_RESIDENT(Access.ANYBODY) {
        @Override
        boolean holdsBeside(Caller caller, Target target) {
            return DOMAIN_HOLDER.holdsBeside(caller, target)
                    || caller.scope() instanceof Scope.Project project
                            && (target.equals(Target.NONE) || project.domainId().equals(target.domainId()));
        }
    },
    /// As a reader of the domain, or the thing is the project that the caller's token is for.
    PROJECT_READER(Access.PROJECT_READER) {
        @Override
        boolean holdsBeside(Caller caller, Target target) {
            return DOMAIN_READER.holdsBeside(caller, target)
                    || caller.projectId()
                            .map(own -> target.projectId() == null || own.equals(target.projectId()))
                            .orElse(false);
        }
    },
    /// As a reader of the domain, or the user asks about itself.
    SELF_OR_READER(Access.SELF) {
        @Override
        boolean holdsBeside(Caller caller, Target target) {
            return DOMAIN_READER.holdsBeside(caller, target) || isSelf(caller, target);
        }
    },
    /// A reader of the system, or the user asks about what is its own alone.
    SELF_OR_SYSTEM_READER(Access.SELF) {
        @Override
        boolean holdsBeside(Caller caller, Target target) {
            return reads(caller) || isSelf(caller, target);
        }
    },
    SELF_OR_ADMIN(Access.SELF) {
        @Override
        boolean holdsBeside(Caller caller, Target target) {
            return isSelf(caller, target);
        }
    },
    /// One of our own services, or the user itself.
    SELF_OR_SERVICE(Access.SELF) {
        @Override
        boolean holdsBeside(Caller caller, Target target) {
            return caller.isService() || isSelf(caller, target);
        }
    },
    SELF_OR_SERVICE_OR_SYSTEM_READER(Access.SELF) {
        @Override
        boolean holdsBeside(Caller caller, Target target) {
            return reads(caller) || SELF_OR_SERVICE.holdsBeside(caller, target);
        }
    },
    /// The user itself, and nobody else whoever it is.
    SELF(Access.SELF) {
        @Override
        boolean holds(Caller caller, Target target) {
            return isSelf(caller, target);
        }

        @Override
        boolean holdsBeside(Caller caller, Target target) {
            return false;
        }
    };

    private final Access access;

    Persona(Access access) {
        this.access = access;
    }

    /// The nearest persona that all services know.
    Access access() {
        return access;
    }

    boolean holds(Caller caller, Target target) {
        return isAdmin(caller) || holdsBeside(caller, target);
    }

    /// Who else than an admin.
    abstract boolean holdsBeside(Caller caller, Target target);

    /// Admin of everything, not of one domain.
    public static boolean isAdmin(Caller caller) {
        return caller.has(Roles.ADMIN) && !(caller.scope() instanceof Scope.Domain);
    }

    private static boolean reads(Caller caller) {
        return caller.has(Roles.READER) && caller.scope() instanceof Scope.System;
    }

    private static boolean isInDomain(Caller caller, Target target) {
        return caller.scope() instanceof Scope.Domain(var id, var _)
                && (target.equals(Target.NONE) || id.equals(target.domainId()));
    }

    private static boolean isSelf(Caller caller, Target target) {
        return target.equals(Target.NONE) || caller.userId().equals(target.userId());
    }
}
