package org.cumulet.systemtests.cloud;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A story told with Debian's own `openstack` client. It is left out where that is not installed.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(WithStockClient.Installed.class)
public @interface WithStockClient {

    class Installed implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return Command.of("sh", "-c", "command -v openstack").run().succeeded()
                    ? ConditionEvaluationResult.enabled("The client is installed")
                    : ConditionEvaluationResult.disabled("LEFT OUT: the stock client is not installed: "
                            + "apt-get install --no-install-recommends python3-openstackclient");
        }
    }
}
