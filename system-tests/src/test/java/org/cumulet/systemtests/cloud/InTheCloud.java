package org.cumulet.systemtests.cloud;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/// A story that takes the running {@link Cloud} of this shape as a parameter. It is started once, for all stories.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SharedCloud.class)
public @interface InTheCloud {
    Shape value() default Shape.ONE_PROCESS;
}
