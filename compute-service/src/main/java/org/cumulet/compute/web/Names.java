package org.cumulet.compute.web;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE_USE;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What may be in a name. Control characters may not: names are shown on terminals.
public final class Names {

    /// Text of several lines, however long.
    public static final String LINES = "[^\\p{Cs}\\p{Cntrl}&&[^\\n\\r\\t]]*";

    private Names() {}

    /// Up to 255 printable characters without space at either end.
    @Pattern(regexp = "(?!\\s)[^\\p{Cs}\\p{Cntrl}\\u2028\\u2029]{1,255}(?<!\\s)")
    @ReportAsSingleViolation
    @Constraint(validatedBy = {})
    @Target({FIELD, PARAMETER, TYPE_USE})
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Printable {
        String message() default "must be 1 to 255 printable characters and neither begin nor end with whitespace";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    /// Text of several lines, up to 255 characters.
    @Size(max = 255)
    @Pattern(regexp = LINES)
    @ReportAsSingleViolation
    @Constraint(validatedBy = {})
    @Target({FIELD, PARAMETER, TYPE_USE})
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Text {
        String message() default "must be at most 255 characters, and no control characters";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    /// The key of a piece of metadata or of an extra spec.
    @Pattern(regexp = "[a-zA-Z0-9-_:. ]{1,255}")
    @ReportAsSingleViolation
    @Constraint(validatedBy = {})
    @Target({FIELD, PARAMETER, TYPE_USE})
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Key {
        String message() default "keys must be 1 to 255 letters, digits, space, '-', '_', ':' and '.'";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    /// A word servers are found by.
    @Pattern(regexp = "[^,/\\p{Cs}\\p{Cntrl}]{1,60}")
    @ReportAsSingleViolation
    @Constraint(validatedBy = {})
    @Target({FIELD, PARAMETER, TYPE_USE})
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Tag {
        String message() default "tags must be 1 to 60 characters without ',' and '/'";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    /// A guest's own name.
    @Pattern(regexp = "[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?")
    @ReportAsSingleViolation
    @Constraint(validatedBy = {})
    @Target({FIELD, PARAMETER, TYPE_USE})
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Host {
        String message() default "must be 1 to 63 letters, digits and '-', with a letter or digit at both ends";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    /// How a disk is divided.
    @Pattern(regexp = "AUTO|MANUAL")
    @ReportAsSingleViolation
    @Constraint(validatedBy = {})
    @Target({FIELD, PARAMETER, TYPE_USE})
    @Retention(RetentionPolicy.RUNTIME)
    public @interface DiskConfig {
        String message() default "must be AUTO or MANUAL";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }
}
