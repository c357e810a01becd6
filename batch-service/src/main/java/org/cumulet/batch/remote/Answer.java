package org.cumulet.batch.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a service answered.
///
/// @param body where it is JSON; else missing
/// @param requestId as the service says
public record Answer(int status, JsonNode body, String requestId) {

    private static final int LONGEST = 2000;

    static Answer of(int status, @Nullable JsonNode body, String requestId) {
        return new Answer(status, body == null ? MissingNode.getInstance() : body, requestId);
    }

    /// What it says of one of many: `{"status": 202, …}`.
    public Answer of(JsonNode part) {
        return new Answer(part.path("status").asInt(500), part, requestId);
    }

    public boolean isSuccess() {
        return status < 400;
    }

    /// What a refusal says, in whichever dialect; or its status.
    public String message() {
        var text = text(body)
                .or(() -> body.properties().stream()
                        .map(member -> text(member.getValue()))
                        .flatMap(Optional::stream)
                        .findFirst())
                .orElse("HTTP status " + status);
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    private static Optional<String> text(JsonNode node) {
        var message = node.path("message");
        return message.isTextual() ? Optional.of(message.asText()) : Optional.empty();
    }
}
