package org.cumulet.systemtests.hosts;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/// A story that takes the {@link TestHosts} as a parameter. It is left out where they cannot be made.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SharedTestHosts.class)
public @interface OnTestHosts {}
