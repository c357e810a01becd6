package org.cumulet.identity.wire;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.cumulet.api.fault.Fault;
import org.jspecify.annotations.Nullable;

/// Instants as callers write them: with the Z of UTC or without, in years of four digits.
public final class Moment {

    private Moment() {}

    /// @throws Fault.BadRequest where it is none
    public static Optional<Instant> of(String attribute, @Nullable String text) {
        try {
            if (text != null && !text.matches("\\d{4}-.*")) {
                throw new DateTimeParseException("not a year of four digits", text, 0);
            }
            return Optional.ofNullable(text)
                    .map(it -> it.endsWith("Z")
                            ? Instant.parse(it)
                            : LocalDateTime.parse(it).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException e) {
            throw new Fault.BadRequest("Invalid input for attribute %s: not a time such as 2030-01-31T12:00:00Z."
                            .formatted(attribute))
                    .because(e);
        }
    }
}
