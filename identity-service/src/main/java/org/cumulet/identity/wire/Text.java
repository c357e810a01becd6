package org.cumulet.identity.wire;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Text that can be stored: characters that PostgreSQL keeps, and not too many of them. Also for whatever holds texts.
@Constraint(validatedBy = Text.Check.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER})
public @interface Text {

    /// How many characters at most, in all.
    int max() default 65_535;

    /// Whether it may consist of nothing but white space.
    boolean blank() default true;

    String message() default "must be text of at most {max} characters without NUL, not blank where one is needed";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Check implements ConstraintValidator<Text, Object> {

        private int max;
        private boolean blank;

        @Override
        public void initialize(Text rule) {
            max = rule.max();
            blank = rule.blank();
        }

        @Override
        public boolean isValid(@Nullable Object value, ConstraintValidatorContext context) {
            return length(value) <= max && (blank || !(value instanceof String text) || !text.isBlank());
        }

        /// Characters in all; beyond any limit where one of them cannot be stored.
        private static long length(@Nullable Object value) {
            return switch (value) {
                case String text -> isStorable(text) ? text.length() : Long.MAX_VALUE / 1_000_000;
                case Map<?, ?> map -> length(map.keySet()) + length(map.values());
                case Collection<?> all -> all.stream().mapToLong(Check::length).sum();
                case Given<?> given -> length(given.value());
                case null, default -> 1;
            };
        }

        private static boolean isStorable(String text) {
            return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
        }
    }
}
