package org.cumulet.systemtests.sweep;

import java.util.List;

/// One method on one path.
///
/// @param keys the keys on top of its body, such as `server`
public record Operation(String method, String path, boolean takesBody, List<String> keys) {

    /// The path with this in the place of every parameter.
    public String at(String id) {
        return path.replaceAll("\\{[^}]*}", id);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
