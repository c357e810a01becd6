package org.cumulet.auth;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a check string of an operator asks. A target that names nothing asks whether the caller may do such a thing at
/// all, so whatever asks about the target holds then.
sealed interface Check {

    boolean holds(Caller caller, Target target);

    /// Whether it asks about the target.
    default boolean isAboutTarget() {
        return false;
    }

    /// The rule as the code has it.
    record AsItWas(Rule rule) implements Check {
        @Override
        public boolean holds(Caller caller, Target target) {
            return rule.allows(caller, target);
        }

        @Override
        public boolean isAboutTarget() {
            return true;
        }
    }

    record Always(boolean answer) implements Check {
        @Override
        public boolean holds(Caller caller, Target target) {
            return answer;
        }
    }

    record HasRole(String role) implements Check {
        @Override
        public boolean holds(Caller caller, Target target) {
            return caller.has(role);
        }
    }

    record OnSystem() implements Check {
        @Override
        public boolean holds(Caller caller, Target target) {
            return caller.scope() instanceof Scope.System;
        }
    }

    /// Something of the caller is a certain text.
    record Is(Function<Caller, @Nullable String> mine, String text) implements Check {
        @Override
        public boolean holds(Caller caller, Target target) {
            return text.equals(mine.apply(caller));
        }
    }

    /// Something of the caller is something of the target.
    record Same(Function<Caller, @Nullable String> mine, Function<Target, @Nullable String> its) implements Check {
        @Override
        public boolean holds(Caller caller, Target target) {
            var own = mine.apply(caller);
            return own != null && (target.equals(Target.NONE) || own.equals(its.apply(target)));
        }

        @Override
        public boolean isAboutTarget() {
            return true;
        }
    }

    /// The target has no such thing.
    record Missing(Function<Target, @Nullable String> its) implements Check {
        @Override
        public boolean holds(Caller caller, Target target) {
            return Objects.isNull(its.apply(target));
        }

        @Override
        public boolean isAboutTarget() {
            return true;
        }
    }

    record Not(Check inner) implements Check {
        @Override
        public boolean holds(Caller caller, Target target) {
            return inner.isAboutTarget() && target.equals(Target.NONE) || !inner.holds(caller, target);
        }

        @Override
        public boolean isAboutTarget() {
            return inner.isAboutTarget();
        }
    }

    record All(List<Check> parts) implements Check {
        @Override
        public boolean holds(Caller caller, Target target) {
            return parts.stream().allMatch(it -> it.holds(caller, target));
        }

        @Override
        public boolean isAboutTarget() {
            return parts.stream().anyMatch(Check::isAboutTarget);
        }
    }

    record Any(List<Check> parts) implements Check {
        @Override
        public boolean holds(Caller caller, Target target) {
            return parts.stream().anyMatch(it -> it.holds(caller, target));
        }

        @Override
        public boolean isAboutTarget() {
            return parts.stream().anyMatch(Check::isAboutTarget);
        }
    }
}
