package org.cumulet.image.traits;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Who sees an image besides its owner.
public enum Visibility {
    /// Everybody, in every list.
    PUBLIC,
    /// Nobody.
    PRIVATE,
    /// Its members; in their lists once they accept.
    SHARED,
    /// Everybody who asks for it; in no list unless that asks for such.
    COMMUNITY;

    /// The name on the wire.
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Visibility> named(String wire) {
        return Stream.of(values()).filter(it -> it.wire().equals(wire)).findFirst();
    }
}
