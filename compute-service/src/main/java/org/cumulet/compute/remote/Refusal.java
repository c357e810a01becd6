package org.cumulet.compute.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.function.Supplier;
import org.cumulet.api.fault.Fault;
import org.cumulet.saga.Retry;
import org.cumulet.saga.StepFailed;

/// What another service's refusal means: try again later, or give up and say why.
public final class Refusal {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<Integer> PASSING = List.of(401, 408, 412, 425, 429);

    private Refusal() {}

    /// @param what what cannot be done without the answer: "The network cannot be plugged"
    public static <T> T orSay(String what, Supplier<T> question) {
        try {
            return question.get();
        } catch (WebApplicationException e) {
            throw of(what, e);
        } catch (ProcessingException | Fault.Unavailable e) {
            throw new Retry(what + " now", e);
        }
    }

    public static boolean isNotFound(WebApplicationException e) {
        return e.getResponse().getStatus() == 404;
    }

    private static RuntimeException of(String what, WebApplicationException e) {
        var status = e.getResponse().getStatus();
        var said = message(e);
        return status >= 500 || PASSING.contains(status)
                ? new Retry(what + " now", "%d: %s".formatted(status, said), e)
                : new StepFailed("%s: %s".formatted(what, said), "%d".formatted(status), e);
    }

    /// The message in whatever dialect it came.
    private static String message(WebApplicationException e) {
        try {
            var body = JSON.readTree(e.getResponse().readEntity(String.class));
            return message(body);
        } catch (JsonProcessingException | RuntimeException unreadable) {
            return String.valueOf(e.getMessage());
        }
    }

    private static String message(JsonNode body) {
        for (var path : List.of("/error/message", "/NeutronError/message", "/message", "/errors/0/detail")) {
            if (body.at(path).isTextual()) {
                return body.at(path).asText();
            }
        }
        return "it says no more";
    }
}
