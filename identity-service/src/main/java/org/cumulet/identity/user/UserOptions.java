package org.cumulet.identity.user;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Options that hold here. Others would promise what is not done, so they are refused. A null takes one away.
@Constraint(validatedBy = UserOptions.Check.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER})
@interface UserOptions {

    /// Sets of methods, of which a login must show one in full; none, none.
    String FACTORS = "multi_factor_auth_rules";

    /// Whether that is asked; true where it is not said.
    String FACTORS_ENABLED = "multi_factor_auth_enabled";

    /// What such a set may name.
    Set<String> METHODS = Set.of("password", "token", "totp", "application_credential");

    String message() default "has a key that is not supported or a value of another kind than the key has";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Check implements ConstraintValidator<UserOptions, Map<String, Object>> {

        private static final Set<String> SWITCHES = Set.of(
                "lock_password",
                "ignore_change_password_upon_first_use",
                "ignore_password_expiry",
                "ignore_lockout_failure_attempts",
                "ignore_user_inactivity",
                FACTORS_ENABLED);

        @Override
        public boolean isValid(@Nullable Map<String, Object> options, ConstraintValidatorContext context) {
            return options == null || options.entrySet().stream().allMatch(Check::isValid);
        }

        private static boolean isValid(Map.Entry<String, Object> option) {
            return SWITCHES.contains(option.getKey())
                    ? option.getValue() == null || option.getValue() instanceof Boolean
                    : option.getKey().equals(FACTORS) && (option.getValue() == null || isFactors(option.getValue()));
        }

        /// Sets of methods, none of them empty.
        private static boolean isFactors(Object value) {
            return value instanceof List<?> rules
                    && rules.stream()
                            .allMatch(rule -> rule instanceof List<?> methods
                                    && !methods.isEmpty()
                                    && METHODS.containsAll(methods));
        }
    }
}
