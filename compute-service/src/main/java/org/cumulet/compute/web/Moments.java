package org.cumulet.compute.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/// Moments as callers write them: ISO 8601, with or without a zone, UTC where none is given.
public final class Moments {

    private Moments() {}

    /// @throws IllegalArgumentException when this is no moment
    public static Instant parse(String text) {
        var iso = text.strip().replace(' ', 'T');
        if (!iso.matches("\\d{4}-.*")) {
            throw new IllegalArgumentException(text);
        }
        try {
            if (iso.length() == "2026-01-01".length()) {
                return LocalDate.parse(iso).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            return iso.matches(".*(Z|[+-]\\d\\d:?\\d\\d)")
                    ? OffsetDateTime.parse(iso.replaceAll("([+-]\\d\\d)(\\d\\d)$", "$1:$2"))
                            .toInstant()
                    : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
