package org.cumulet.compute.listing;

import static org.cumulet.compute.server.ServerRule.DETAIL;
import static org.cumulet.compute.server.ServerRule.DETAIL_ALL;
import static org.cumulet.compute.server.ServerRule.LIST;
import static org.cumulet.compute.server.ServerRule.LIST_ALL;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MultivaluedMap;
import org.cumulet.api.page.Page;
import org.cumulet.api.page.PageQuery;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.compute.server.Server;
import org.cumulet.compute.server.ServerAccess;
import org.cumulet.compute.server.ServerQuery;
import org.cumulet.compute.server.ServerRule;

/// Lists of servers.
@Singleton
class ListService {

    private static final int MAX_PAGE = 1000;

    private final ServerAccess servers;
    private final CurrentCaller caller;

    ListService(ServerAccess servers, CurrentCaller caller) {
        this.servers = servers;
        this.caller = caller;
    }

    Page<Server> brief(MultivaluedMap<String, String> asked, PageQuery page) {
        return list(asked, page, LIST, LIST_ALL);
    }

    Page<Server> detailed(MultivaluedMap<String, String> asked, PageQuery page) {
        return list(asked, page, DETAIL, DETAIL_ALL);
    }

    private Page<Server> list(
            MultivaluedMap<String, String> asked, PageQuery page, ServerRule rule, ServerRule ofEverybody) {
        caller.must(rule);
        var query = ServerQuery.of(asked, caller.get().isAdmin());
        if (query.everybody()) {
            caller.must(ofEverybody);
        }
        return servers.list(query, page.marker(), page.limit(MAX_PAGE));
    }
}
