package org.cumulet.api.fault;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/// Finds the dialect of a path; where nobody owns the path, the plain one.
@Singleton
public class Dialects {

    private static final Dialect PLAIN = new PlainDialect(Set.of());

    private final List<Dialect> known;

    Dialects(@All List<Dialect> known) {
        this.known = known;
    }

    /// @param path the request's path, with its leading slash
    public Dialect of(String path) {
        for (var dialect : known) {
            if (dialect.paths().stream().anyMatch(prefix -> isBelow(path, prefix))) {
                return dialect;
            }
        }
        return PLAIN;
    }

    private static boolean isBelow(String path, String prefix) {
        return path.startsWith(prefix) && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
    }
}
