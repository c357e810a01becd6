package org.cumulet.database.trove;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.cumulet.database.engine.Parameter;
import org.jspecify.annotations.Nullable;

/// A setting of a kind of server as Trove shows it: no instance has its own.
///
/// @param min of a number, where it has one
/// @param max of a number, where it has one
@JsonInclude(JsonInclude.Include.NON_NULL)
record ParameterView(
        String name,
        String type,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        boolean restartRequired,
        UUID datastoreVersionId) {

    record Many(@JsonProperty("configuration-parameters") List<ParameterView> parameters) {}

    /// What is set on the server of an instance; numbers as numbers.
    record Values(Map<String, Object> configuration) {}

    record OfInstance(Values instance) {}

    static ParameterView of(Parameter parameter, UUID version) {
        return new ParameterView(
                parameter.name(),
                parameter.type().name().toLowerCase(Locale.ROOT),
                parameter.least(),
                parameter.most(),
                parameter.restart(),
                version);
    }

    static Object value(Parameter parameter) {
        return switch (parameter.type()) {
            case INTEGER, FLOAT -> new BigDecimal(parameter.value());
            case BOOLEAN, STRING -> parameter.value();
        };
    }
}
