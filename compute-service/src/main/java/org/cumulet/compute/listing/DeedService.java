package org.cumulet.compute.listing;

import static org.cumulet.compute.server.ServerRule.LIST_DEEDS;
import static org.cumulet.compute.server.ServerRule.SEE_EVENTS;
import static org.cumulet.compute.server.ServerRule.SHOW_DEED;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.cumulet.api.page.Page;
import org.cumulet.api.version.Microversion;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.compute.history.Deed;
import org.cumulet.compute.history.HistoryService;
import org.cumulet.compute.server.ServerAccess;
import org.cumulet.compute.server.ServerRule;
import org.cumulet.compute.web.ComputeVersions;

/// What was done to a server, for those who may know.
@Singleton
class DeedService {

    private static final int MAX_PAGE = 1000;

    private final HistoryService history;
    private final ServerAccess servers;
    private final CurrentCaller caller;

    DeedService(HistoryService history, ServerAccess servers, CurrentCaller caller) {
        this.history = history;
        this.servers = servers;
        this.caller = caller;
    }

    Page<Deed> list(String server, DeedQuery query) {
        var id = known(server, LIST_DEEDS);
        return Microversion.atLeast(ComputeVersions.ACTION_PAGES)
                ? history.list(id, query.since(), query.before(), query.marker(), query.limit(MAX_PAGE))
                : history.list(id, null, null, Optional.empty(), MAX_PAGE);
    }

    DeedView show(String server, String request) {
        var deed = history.find(known(server, SHOW_DEED), request);
        if (caller.may(SEE_EVENTS)) {
            return DeedView.withEvents(deed, true);
        }
        return Microversion.atLeast(ComputeVersions.ACTION_EVENTS)
                ? DeedView.withEvents(deed, false)
                : DeedView.of(deed);
    }

    /// Lately also of those that are gone.
    private UUID known(String server, ServerRule rule) {
        return Microversion.atLeast(ComputeVersions.HISTORY_OF_THE_GONE)
                ? servers.recall(server, rule).id()
                : servers.read(server, rule).id();
    }
}
