package org.cumulet.database.engine;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A setting of a server that is a number, a switch or one of some words. Those that are texts tell of files, addresses
/// and passwords, and are the operators' own.
///
/// @param name as the server writes it
/// @param least of a number, where it has one
/// @param most of a number, where it has one
/// @param restart whether the server must be restarted for another value
/// @param value as it is now
public record Parameter(
        String name,
        Type type,
        @Nullable BigDecimal least,
        @Nullable BigDecimal most,
        boolean restart,
        String value) {

    public enum Type {
        INTEGER,
        FLOAT,
        BOOLEAN,
        STRING
    }

    static @Nullable BigDecimal number(@Nullable String text) {
        return text == null || text.isBlank() ? null : new BigDecimal(text);
    }
}
