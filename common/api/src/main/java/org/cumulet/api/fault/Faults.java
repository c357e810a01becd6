package org.cumulet.api.fault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What is wrong with what somebody sent, in words.
@Singleton
public class Faults {

    private final WireNames names;

    Faults(WireNames names) {
        this.names = names;
    }

    /// What a body is that has not the shape that was asked for.
    public Fault of(ConstraintViolationException violation) {
        return new Fault.BadRequest("Invalid input: "
                + violation.getConstraintViolations().stream()
                        .map(this::sentence)
                        .sorted()
                        .collect(Collectors.joining("; ")));
    }

    /// What a body is that cannot be read.
    public Fault of(JsonProcessingException broken) {
        return switch (broken) {
            case UnrecognizedPropertyException unknown ->
                new Fault.BadRequest("Additional properties are not allowed ('%s' was unexpected)%s"
                        .formatted(unknown.getPropertyName(), at(unknown, 1)));
            case JsonMappingException mismatch when mismatch.getCause() instanceof Fault fault -> fault;
            case JsonMappingException mismatch ->
                new Fault.BadRequest("Invalid input%s: %s".formatted(at(mismatch, 0), complaint(mismatch)));
            default -> new Fault.BadRequest("Malformed JSON: " + firstSentence(broken));
        };
    }

    /// Where in the body: ` for attribute server.min_count`; without the last `less` elements.
    private static String at(JsonMappingException broken, int less) {
        var path = broken.getPath().stream()
                .limit(Math.max(0, broken.getPath().size() - less))
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
        return path.isEmpty() ? "" : " for attribute " + path;
    }

    /// What was expected, and where Jackson alone knows it, its own words without the names of our classes.
    private static String complaint(JsonMappingException broken) {
        return switch (broken) {
            case JsonMappingException range
            when range.getCause() instanceof InputCoercionException -> "the number is out of range";
            case MismatchedInputException mismatch
            when expected(mismatch.getTargetType()) != null ->
                "%s is expected".formatted(expected(mismatch.getTargetType()));
            default -> firstSentence(broken);
        };
    }

    private static @Nullable String expected(@Nullable Class<?> type) {
        if (type == null || type.isEnum()) {
            return null;
        }
        if (type == String.class) {
            return "a string";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (type == Integer.class || type == int.class || type == Long.class || type == long.class) {
            return "a whole number";
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        return type.isRecord() || Map.class.isAssignableFrom(type) ? "an object" : null;
    }

    private static String firstSentence(JsonProcessingException broken) {
        var text =
                String.valueOf(broken.getOriginalMessage()).lines().findFirst().orElse("unreadable");
        return text.replaceFirst("^Cannot deserialize value of type [^:]*: ", "")
                .replaceAll("`?(?:[a-z]+\\.)+[A-Z][\\w.$<>\\[\\]]*`?", "value")
                .replaceAll("\\(.*", "")
                .strip();
    }

    private String sentence(ConstraintViolation<?> violation) {
        return "%s %s".formatted(names.of(violation), violation.getMessage()).strip();
    }
}
