package org.cumulet.compute.web;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/// An address of this version of IP.
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Ip.Check.class)
public @interface Ip {

    int value();

    String message() default "must be an IPv{value} address";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /// Reads the text; asks no name server.
    class Check implements ConstraintValidator<Ip, String> {

        private int version;

        @Override
        public void initialize(Ip asked) {
            version = asked.value();
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || isAddress(text, version);
        }

        public static boolean isAddress(String text, int version) {
            try {
                var length = InetAddress.ofLiteral(text).getAddress().length;
                return version == 4 ? length == 4 && text.matches("\\d+\\.\\d+\\.\\d+\\.\\d+") : length == 16;
            } catch (IllegalArgumentException e) {
                return false;
            }
        }
    }
}
