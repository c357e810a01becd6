package org.cumulet.api.fault;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where a body broke a rule, in the words of whoever sent it: `server.min_count`, whatever we call it.
@Singleton
class WireNames {

    private final ObjectMapper json;

    WireNames(ObjectMapper json) {
        this.json = json;
    }

    /// @return empty when the rule is about no attribute of the body
    String of(ConstraintViolation<?> violation) {
        var words = new ArrayList<String>();
        var ofBean = violation.getExecutableParameters() == null;
        JavaType around = ofBean ? json.constructType(violation.getRootBeanClass()) : null;
        for (var node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.PARAMETER) {
                around = typeOf(violation.getExecutableParameters(), node.as(Path.ParameterNode.class));
            } else if (node.getKind() == ElementKind.PROPERTY) {
                var property = property(around, node.getName());
                words.add(property.map(BeanPropertyDefinition::getName).orElse(node.getName()));
                around = property.map(WireNames::inside).orElse(null);
            }
        }
        return String.join(".", words);
    }

    private @Nullable JavaType typeOf(Object @Nullable [] arguments, Path.ParameterNode node) {
        var argument = arguments == null ? null : arguments[node.getParameterIndex()];
        return argument == null ? null : json.constructType(argument.getClass());
    }

    private Optional<BeanPropertyDefinition> property(@Nullable JavaType type, String name) {
        return type == null
                ? Optional.empty()
                : json.getDeserializationConfig().introspect(type).findProperties().stream()
                        .filter(property -> property.getInternalName().equals(name))
                        .findFirst();
    }

    /// Of a list or map: what is in it.
    private static JavaType inside(BeanPropertyDefinition property) {
        var type = property.getPrimaryType();
        return type.isContainerType() ? type.getContentType() : type;
    }
}
