package org.cumulet.compute.history;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.json.Times;
import org.cumulet.api.page.Page;
import org.cumulet.api.request.RequestId;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.events.Service;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/// Writes down what callers do to servers, in the transaction that does it, and how it ends.
@Singleton
public class HistoryService {

    private final DeedStore store;
    private final CurrentCaller caller;
    private final Clock clock;

    HistoryService(DeedStore store, CurrentCaller caller, @Service("compute") Clock clock) {
        this.store = store;
        this.caller = caller;
        this.clock = clock;
    }

    /// The caller does this to these servers of a project.
    @Transactional(TxType.MANDATORY)
    public void begun(DeedKind kind, String project, Collection<UUID> servers) {
        var now = Times.now(clock);
        var request = MDC.get("request_id") instanceof String id ? id : RequestId.fresh();
        var user = caller.get().userId();
        store.persist(servers.stream().map(server -> new Deed(server, request, kind, user, project, now)));
    }

    /// Done at once.
    @Transactional(TxType.MANDATORY)
    public void done(DeedKind kind, String project, UUID server) {
        begun(kind, project, List.of(server));
        succeeded(kind, server, null);
    }

    /// What was begun of this kind is done; anything else that was under way is not any more.
    @Transactional(TxType.MANDATORY)
    public void succeeded(DeedKind kind, UUID server, @Nullable String host) {
        var now = Times.now(clock);
        store.open(server).forEach(deed -> {
            if (deed.kind() == kind) {
                deed.end(Deed.Result.SUCCESS, host, null, now);
            } else {
                deed.end(Deed.Result.ERROR, host, "Overtaken by: " + kind.text(), now);
            }
        });
    }

    /// Whatever was under way failed, and this is why.
    @Transactional(TxType.MANDATORY)
    public void failed(UUID server, @Nullable String host, String why) {
        var now = Times.now(clock);
        store.open(server).forEach(deed -> deed.end(Deed.Result.ERROR, host, why, now));
    }

    /// Newest first.
    @Transactional
    public Page<Deed> list(
            UUID server, @Nullable Instant since, @Nullable Instant before, Optional<String> marker, int limit) {
        var after = marker.map(request -> store.find(server, request)
                        .orElseThrow(() -> new Fault.BadRequest("marker [%s] not found".formatted(request))))
                .map(Deed::id)
                .orElse(null);
        return store.page(server, since, before, after, limit);
    }

    @Transactional
    public Deed find(UUID server, String request) {
        return store.find(server, request)
                .orElseThrow(() -> Fault.NotFound.saying(
                        "Action for request_id %s on instance %s not found".formatted(request, server)));
    }
}
