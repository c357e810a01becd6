package org.cumulet.batch.work;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an item sends.
///
/// @param headers those that it may choose itself
public record Contents(
        Map<String, String> headers, @Nullable JsonNode body) {

    public static final Contents NOTHING = new Contents(Map.of(), null);
}
