package org.cumulet.once;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The id of what an answer is about: `{"server": {"id": "…"}}`, or `{"id": "…"}`.
public final class AnsweredId {

    private AnsweredId() {}

    public static Optional<String> of(@Nullable JsonNode answer) {
        if (answer == null || !answer.isObject()) {
            return Optional.empty();
        }
        return idOf(answer)
                .or(() -> answer.properties().stream()
                        .map(member -> idOf(member.getValue()))
                        .flatMap(Optional::stream)
                        .findFirst());
    }

    private static Optional<String> idOf(JsonNode thing) {
        var id = thing.path("id");
        return id.isTextual() || id.isIntegralNumber() ? Optional.of(id.asText()) : Optional.empty();
    }
}
