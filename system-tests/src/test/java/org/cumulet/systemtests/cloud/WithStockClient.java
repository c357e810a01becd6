package org.cumulet.systemtests.cloud;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/// A story told with Debian's own `openstack` client. It is left out where that is not installed.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(WithStockClient.Installed.class)
public @interface WithStockClient {

    /// The module of Python that has the commands.
    String value() default "openstackclient";

    class Installed implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            var module = AnnotationSupport.findAnnotation(context.getRequiredTestClass(), WithStockClient.class)
                    .orElseThrow()
                    .value();
            return Command.of("/usr/bin/python3", "-c", "import openstackclient, " + module)
                            .run()
                            .succeeded()
                    ? ConditionEvaluationResult.enabled("The client is installed")
                    : ConditionEvaluationResult.disabled("LEFT OUT: the stock client is not installed: "
                            + "apt-get install --no-install-recommends python3-"
                            + Stream.of("openstackclient", module).distinct().collect(Collectors.joining(" python3-")));
        }
    }
}
