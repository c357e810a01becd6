package org.cumulet.inventory.placement;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.cumulet.api.fault.Fault;

/// UUIDs as callers write them, with dashes or without.
public final class Ids {

    private static final Pattern FORM = Pattern.compile(
            "([0-9a-fA-F]{8})-?([0-9a-fA-F]{4})-?([0-9a-fA-F]{4})-?([0-9a-fA-F]{4})-?([0-9a-fA-F]{12})");

    private Ids() {}

    public static Optional<UUID> parse(String text) {
        var match = FORM.matcher(text);
        return match.matches() ? Optional.of(UUID.fromString(match.replaceFirst("$1-$2-$3-$4-$5"))) : Optional.empty();
    }

    /// @throws Fault.BadRequest when it is none
    public static UUID read(String text, String what) {
        return parse(text)
                .orElseThrow(() ->
                        new Fault.BadRequest("Invalid %s: '%s' is not a 'uuid'".formatted(what, Printable.of(text))));
    }
}
