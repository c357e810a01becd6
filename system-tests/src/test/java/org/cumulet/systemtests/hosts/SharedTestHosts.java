package org.cumulet.systemtests.hosts;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Two test hosts for every story that asks for them; they go down after the last story of all.
class SharedTestHosts implements ExecutionCondition, ParameterResolver {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        var missing = TestHosts.missing();
        return missing.isEmpty()
                ? ConditionEvaluationResult.enabled("Test hosts can be made here")
                : ConditionEvaluationResult.disabled("LEFT OUT: test hosts cannot be made here: " + missing);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestHosts.class;
    }

    @Override
    public TestHosts resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(SharedTestHosts.class))
                .computeIfAbsent(TestHosts.class, _ -> up(), TestHosts.class);
    }

    private static TestHosts up() {
        try {
            return TestHosts.up(2);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
