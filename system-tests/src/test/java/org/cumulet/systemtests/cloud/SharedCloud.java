package org.cumulet.systemtests.cloud;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/// Starts the cloud of a shape for the first story that asks for it and stops it after the last story of all.
class SharedCloud implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Cloud.class;
    }

    @Override
    public Cloud resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var shape = AnnotationSupport.findAnnotation(context.getRequiredTestClass(), InTheCloud.class)
                .orElseThrow()
                .value();
        var name = shape.name().toLowerCase().replace('_', '-');
        return context.getRoot()
                .getStore(Namespace.create(SharedCloud.class))
                .computeIfAbsent(shape, _ -> Cloud.fresh(name, shape), Cloud.class);
    }
}
