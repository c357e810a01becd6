package org.cumulet.database.trove;

import jakarta.inject.Singleton;
import java.util.List;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.database.DatabaseLinks;

/// Addresses below the caller's project.
@Singleton
class TroveLinks {

    private final DatabaseLinks links;
    private final CurrentCaller caller;

    TroveLinks(DatabaseLinks links, CurrentCaller caller) {
        this.links = links;
        this.caller = caller;
    }

    List<Link> self(String... path) {
        return List.of(new Link("self", to(path)));
    }

    /// Where a list goes on.
    List<Link> next(boolean more, String list, String marker) {
        return more ? List.of(new Link("next", to(list) + "?marker=" + marker)) : List.of();
    }

    private String to(String... path) {
        return links.to("v1.0", caller.project(), String.join("/", path));
    }
}
