package org.cumulet.systemtests.sweep;

import java.util.List;
import java.util.stream.Stream;

/// One method on one path.
///
/// @param objects the keys on top of its body that hold objects, such as `server`, as far as its description says
public record Operation(String method, String path, boolean takesBody, List<String> objects) {

    /// What its body holds. The network service describes its bodies as any JSON, so there it is the thing in the path.
    Stream<String> keys() {
        return path.startsWith("/network/") ? Stream.of(thing()) : objects.stream();
    }

    /// `network` of `/network/v2.0/networks/{id}`.
    private String thing() {
        var segments = path.replaceAll("/\\{[^}]*}$", "").split("/");
        return segments[segments.length - 1].replace('-', '_').replaceAll("s$", "");
    }

    /// The path with this in the place of every parameter.
    public String at(String id) {
        return path.replaceAll("\\{[^}]*}", id);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
