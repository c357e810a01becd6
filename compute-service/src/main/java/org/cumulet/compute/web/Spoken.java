package org.cumulet.compute.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.RecordComponent;
import org.cumulet.api.version.Since;
import org.cumulet.api.version.Until;
import org.jspecify.annotations.Nullable;

/// A request whose components have versions (`@Since`, `@Until`): one that does not exist at the version spoken is an
/// unknown key.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Spoken.Check.class)
public @interface Spoken {

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /// Looks at every component that is there.
    class Check implements ConstraintValidator<Spoken, Record> {

        @Override
        public boolean isValid(@Nullable Record request, ConstraintValidatorContext context) {
            if (request == null) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            var valid = true;
            for (var component : request.getClass().getRecordComponents()) {
                if (!isKnown(component) && value(component, request) != null) {
                    context.buildConstraintViolationWithTemplate(
                                    "Additional properties are not allowed ('%s' was unexpected)"
                                            .formatted(name(component)))
                            .addConstraintViolation();
                    valid = false;
                }
            }
            return valid;
        }

        private static boolean isKnown(RecordComponent component) {
            return EndpointVersions.holds(component.getAnnotation(Since.class), component.getAnnotation(Until.class));
        }

        private static @Nullable Object value(RecordComponent component, Record request) {
            try {
                var accessor = component.getAccessor();
                accessor.setAccessible(true);
                return accessor.invoke(request);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("A record that cannot be read", e);
            }
        }

        private static String name(RecordComponent component) {
            var named = component.getAccessor().getAnnotation(JsonProperty.class);
            return named == null ? SnakeCaseStrategy.INSTANCE.translate(component.getName()) : named.value();
        }
    }
}
