package org.cumulet.identity.user;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Options that are kept word for word: those that hold here, and those that except a user from rules we do not have.
/// Others would promise what is not done, so they are refused. A null takes one away.
@Constraint(validatedBy = UserOptions.Check.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER})
@interface UserOptions {

    String message() default "has a key that is not supported or a value that is not a boolean";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Check implements ConstraintValidator<UserOptions, Map<String, Object>> {

        private static final Set<String> KNOWN = Set.of(
                "lock_password",
                "ignore_change_password_upon_first_use",
                "ignore_password_expiry",
                "ignore_lockout_failure_attempts",
                "ignore_user_inactivity");

        @Override
        public boolean isValid(@Nullable Map<String, Object> options, ConstraintValidatorContext context) {
            return options == null
                    || KNOWN.containsAll(options.keySet())
                            && options.values().stream().allMatch(it -> it == null || it instanceof Boolean);
        }
    }
}
