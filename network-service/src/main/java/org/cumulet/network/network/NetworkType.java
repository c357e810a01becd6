package org.cumulet.network.network;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// How the frames of a network travel between hosts.
public enum NetworkType {
    /// On a physical network as they are.
    FLAT,
    /// In UDP, told apart by a number.
    VXLAN;

    /// As the API says it.
    public String api() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<NetworkType> parse(String text) {
        return Stream.of(values()).filter(type -> type.api().equals(text)).findFirst();
    }
}
