package org.cumulet.api.fault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DatabindException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Every exception leaves the house as a fault, in the dialect of the path it was asked at.
@Singleton
class FaultMappers {

    private static final Logger LOG = Logger.getLogger(FaultMappers.class);

    /// When to ask again what cannot be answered now.
    private static final int RETRY_SECONDS = 5;

    private final Dialects dialects;
    private final Faults faults;

    FaultMappers(Dialects dialects, Faults faults) {
        this.dialects = dialects;
        this.faults = faults;
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
        return fault(faults.of(violation), request, headers);
    }

    @ServerExceptionMapper({
        JsonProcessingException.class,
        DatabindException.class,
        JsonMappingException.class,
        MismatchedInputException.class
    })
    Response json(JsonProcessingException broken, ContainerRequestContext request, HttpHeaders headers) {
        return fault(faults.of(broken), request, headers);
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

    private Fault faultOf(WebApplicationException refused, int status) {
        if (refused.getCause() instanceof JsonProcessingException json) {
            return faults.of(json);
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
}
