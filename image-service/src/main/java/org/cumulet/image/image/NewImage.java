package org.cumulet.image.image;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.cumulet.api.fault.Fault;
import org.jspecify.annotations.Nullable;

/// A wish for an image.
///
/// @param id if its id is not to be chosen by us
/// @param said everything else
record NewImage(Optional<UUID> id, Map<String, Object> said) {

    private static final Pattern ID = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    static NewImage of(@Nullable Map<String, Object> body) {
        if (body == null) {
            throw new Fault.BadRequest("Body expected in request.");
        }
        var said = new LinkedHashMap<>(body);
        if (!said.containsKey("id")) {
            return new NewImage(Optional.empty(), said);
        }
        var id = said.remove("id");
        return new NewImage(
                Optional.of(id(String.valueOf(id))
                        .orElseThrow(() -> new Fault.BadRequest("Invalid input for attribute id: it is not a UUID."))),
                said);
    }

    /// The id that this text is, if it is one.
    static Optional<UUID> id(String text) {
        return ID.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}
