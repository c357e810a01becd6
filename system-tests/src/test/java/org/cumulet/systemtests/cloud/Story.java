package org.cumulet.systemtests.cloud;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.opentest4j.TestAbortedException;

/// A test class whose methods are the steps of one story: told in order, and not beyond the first step that fails.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(Story.EndsAtTheFirstFailure.class)
public @interface Story {

    class EndsAtTheFirstFailure implements BeforeTestExecutionCallback, AfterTestExecutionCallback {

        private static final Namespace NAMESPACE = Namespace.create(EndsAtTheFirstFailure.class);

        @Override
        public void beforeTestExecution(ExtensionContext step) {
            var failed = story(step).get(step.getRequiredTestClass(), String.class);
            if (failed != null) {
                throw new TestAbortedException("The story ended at " + failed);
            }
        }

        @Override
        public void afterTestExecution(ExtensionContext step) {
            if (step.getExecutionException().isPresent()) {
                story(step).computeIfAbsent(step.getRequiredTestClass(), _ -> step.getDisplayName());
            }
        }

        private static ExtensionContext.Store story(ExtensionContext step) {
            return step.getParent().orElseThrow().getStore(NAMESPACE);
        }
    }
}
