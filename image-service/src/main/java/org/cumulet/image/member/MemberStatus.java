package org.cumulet.image.member;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What a project answers to an offer.
enum MemberStatus {
    /// Nothing yet.
    PENDING,
    /// It wants to see the image in its lists.
    ACCEPTED,
    /// It does not.
    REJECTED;

    /// The name on the wire.
    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<MemberStatus> named(String wire) {
        return Stream.of(values()).filter(it -> it.wire().equals(wire)).findFirst();
    }
}
