package org.cumulet.compute.quota;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.Map;
import org.cumulet.api.fault.Fault;
import org.jspecify.annotations.Nullable;

/// What shall be allowed from now on.
///
/// @param force also below what is used already
record QuotaChange(Map<QuotaKey, Integer> limits, boolean force) {

    /// From the body of a request: numbers may come as strings.
    static QuotaChange of(@Nullable Map<String, JsonNode> asked) {
        if (asked == null) {
            throw new Fault.BadRequest("Invalid input: the set of quotas is missing");
        }
        var limits = new EnumMap<QuotaKey, Integer>(QuotaKey.class);
        var force = false;
        for (var entry : asked.entrySet()) {
            switch (entry.getKey()) {
                case "force" -> force = entry.getValue().asText().equalsIgnoreCase("true");
                case "tenant_id", "id" -> {}
                default -> limits.put(key(entry.getKey()), limit(entry.getKey(), entry.getValue()));
            }
        }
        return new QuotaChange(limits, force);
    }

    private static QuotaKey key(String name) {
        return QuotaKey.named(name)
                .orElseThrow(() -> new Fault.BadRequest(
                        "Additional properties are not allowed ('%s' was unexpected)".formatted(name)));
    }

    private static int limit(String name, JsonNode value) {
        if ((value.isIntegralNumber() || value.isTextual()) && value.asText().matches("-?\\d{1,10}")) {
            var number = Long.parseLong(value.asText());
            if (number >= -1 && number <= Integer.MAX_VALUE) {
                return (int) number;
            }
        }
        throw new Fault.BadRequest("Invalid input for field/attribute %s: a whole number from -1 to %d is expected."
                .formatted(name, Integer.MAX_VALUE));
    }
}
