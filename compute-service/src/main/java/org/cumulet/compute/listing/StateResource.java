package org.cumulet.compute.listing;

import static org.cumulet.compute.server.ServerRule.SHOW;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.cumulet.compute.server.Server;
import org.cumulet.compute.server.ServerAccess;
import org.cumulet.compute.server.ServerFault;
import org.jspecify.annotations.Nullable;

/// `/v2.1/server-states?id=…&id=…`: what many servers are doing, and nothing else of them. Those that are not there
/// are left out.
@Path("/compute/v2.1/server-states")
@RunOnVirtualThread
class StateResource {

    private final ServerAccess servers;

    StateResource(ServerAccess servers) {
        this.servers = servers;
    }

    @GET
    public States list(@QueryParam("id") List<String> ids) {
        return new States(servers.readAll(ids, SHOW).stream().map(State::of).toList());
    }

    record States(List<State> servers) {}

    /// @param task what is being done to it
    /// @param fault why it is in ERROR
    record State(
            UUID id,
            String status,
            @Nullable String task,
            @JsonInclude(Include.NON_NULL) @Nullable String fault) {

        static State of(Server server) {
            var state = server.state();
            return new State(
                    server.id(),
                    state.status(),
                    state.task() == null ? null : state.task().name().toLowerCase(Locale.ROOT),
                    server.fault().map(ServerFault::message).orElse(null));
        }
    }
}
