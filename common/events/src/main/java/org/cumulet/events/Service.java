package org.cumulet.events;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Whose outbox, consumer memory or workflows: the service's name, so that several live in one process.
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
@Target({FIELD, METHOD, PARAMETER, TYPE})
public @interface Service {

    String value();

    /// The qualifier as a value, for looking up by name.
    final class Named extends AnnotationLiteral<Service> implements Service {

        private final String value;

        public Named(String value) {
            this.value = value;
        }

        @Override
        public String value() {
            return value;
        }
    }
}
