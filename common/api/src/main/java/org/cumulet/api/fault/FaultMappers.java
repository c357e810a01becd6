package org.cumulet.api.fault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.DatabindException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/// Every exception leaves the house as a fault, in the dialect of the path it was asked at.
@Singleton
class FaultMappers {

    private static final Logger LOG = Logger.getLogger(FaultMappers.class);

    /// When to ask again what cannot be answered now.
    private static final int RETRY_SECONDS = 5;

    private final Dialects dialects;
    private final WireNames names;

    FaultMappers(Dialects dialects, WireNames names) {
        this.dialects = dialects;
        this.names = names;
    }

    @ServerExceptionMapper
    Response fault(Fault fault, ContainerRequestContext request, HttpHeaders headers) {
        if (fault.status() >= 500) {
            LOG.errorf(
                    fault,
                    "%s %s failed",
                    request.getMethod(),
                    request.getUriInfo().getPath());
        }
        var path = request.getUriInfo().getRequestUri().getPath();
        var spoken = dialects.of(path).speak(fault, headers);
        var answer = Response.status(spoken.status()).type(spoken.mediaType()).entity(spoken.body());
        spoken.headers().forEach(answer::header);
        if (spoken.status() == Response.Status.SERVICE_UNAVAILABLE.getStatusCode()) {
            answer.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        return answer.build();
    }

    @ServerExceptionMapper
    Response validation(ConstraintViolationException violation, ContainerRequestContext request, HttpHeaders headers) {
        var text = violation.getConstraintViolations().stream()
                .map(this::sentence)
                .sorted()
                .collect(Collectors.joining("; "));
        return fault(new Fault.BadRequest("Invalid input: " + text), request, headers);
    }

    @ServerExceptionMapper({
        JsonProcessingException.class,
        DatabindException.class,
        JsonMappingException.class,
        MismatchedInputException.class
    })
    Response json(JsonProcessingException broken, ContainerRequestContext request, HttpHeaders headers) {
        return fault(faultOf(broken), request, headers);
    }

    /// The HTTP layer's own refusals: unknown path, method, media type, broken body.
    @ServerExceptionMapper
    Response http(WebApplicationException refused, ContainerRequestContext request, HttpHeaders headers) {
        var status = refused.getResponse().getStatus();
        if (status < 400) {
            return refused.getResponse();
        }
        return fault(faultOf(refused, status), request, headers);
    }

    @ServerExceptionMapper
    Response defect(Throwable defect, ContainerRequestContext request, HttpHeaders headers) {
        return fault(DatabaseAway.behind(defect).orElseGet(() -> new Fault.Internal(defect)), request, headers);
    }

    private static Fault faultOf(WebApplicationException refused, int status) {
        if (refused.getCause() instanceof JsonProcessingException json) {
            return faultOf(json);
        }
        return switch (status) {
            case 400 -> new Fault.BadRequest("The server could not comply with the request since it is malformed.");
            case 404 -> Fault.NotFound.saying("The resource could not be found.");
            case 405 -> new Fault.NotAllowed("The method is not allowed for the requested resource.");
            case 406 -> new Fault.NotAcceptable("The resource is not available in a form that the request accepts.");
            case 413 -> new Fault.TooLarge("Request is too large.");
            case 415 -> new Fault.BadMediaType("The content type of the request is not supported.");
            case 500 -> new Fault.Internal(refused);
            default -> new Fault.Other(status, PlainDialect.title(status));
        };
    }

    private static Fault faultOf(JsonProcessingException broken) {
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
