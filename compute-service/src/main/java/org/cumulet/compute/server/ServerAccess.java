package org.cumulet.compute.server;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.json.Times;
import org.cumulet.api.page.Page;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.auth.Rule;
import org.cumulet.events.Service;
import org.jspecify.annotations.Nullable;

/// Servers as the caller may see and change them: those of its project; an admin's are all.
@Singleton
public class ServerAccess {

    private static final int MOST = 500;

    private final ServerStore store;
    private final CurrentCaller caller;
    private final Clock clock;

    ServerAccess(ServerStore store, CurrentCaller caller, @Service("compute") Clock clock) {
        this.store = store;
        this.caller = caller;
        this.clock = clock;
    }

    /// @param marker id of the last server of the page before
    @Transactional
    public Page<Server> list(ServerQuery query, Optional<String> marker, int limit) {
        var project = query.everybody() ? null : caller.project();
        var after = marker.map(id -> parsed(id)
                        .flatMap(store::findByIdOptional)
                        .filter(server -> project == null || server.project().equals(project))
                        .orElseThrow(() -> new Fault.BadRequest("marker [%s] not found".formatted(id))))
                .map(Server::id)
                .orElse(null);
        return store.page(project, query, after, limit);
    }

    @Transactional
    public Server read(String id, Rule rule) {
        caller.must(rule);
        return parsed(id)
                .flatMap(store::findByIdOptional)
                .filter(isPresent().and(this::isSeen))
                .orElseThrow(() -> missing(id));
    }

    /// Those of them that are there, in no order; at most 500.
    @Transactional
    public List<Server> readAll(Collection<String> ids, Rule rule) {
        caller.must(rule);
        if (ids.size() > MOST) {
            throw new Fault.BadRequest("At most %d servers can be asked for at once.".formatted(MOST));
        }
        var known =
                ids.stream().map(ServerAccess::parsed).flatMap(Optional::stream).toList();
        return store.all(known).stream().filter(isPresent().and(this::isSeen)).toList();
    }

    /// Also when it is gone: its history can be read.
    @Transactional
    public Server recall(String id, Rule rule) {
        caller.must(rule);
        return parsed(id).flatMap(store::findByIdOptional).filter(this::isSeen).orElseThrow(() -> missing(id));
    }

    /// Changes the server in the caller's transaction, unless it is locked against this caller.
    ///
    /// @throws Fault.Conflict when it is locked
    @Transactional(TxType.MANDATORY)
    public Server change(String id, Rule rule, BiConsumer<Server, Instant> change) {
        return changeLocked(id, rule, (server, now) -> {
            if (server.lock().isPresent() && !caller.get().isAdmin()) {
                throw new Fault.Conflict("Instance %s is locked".formatted(server.id()));
            }
            change.accept(server, now);
        });
    }

    /// The same where a lock does not hinder: what is about the lock itself.
    @Transactional(TxType.MANDATORY)
    public Server changeLocked(String id, Rule rule, BiConsumer<Server, Instant> change) {
        caller.must(rule);
        var server = parsed(id)
                .flatMap(store::lock)
                .filter(isPresent().and(this::isSeen))
                .orElseThrow(() -> missing(id));
        change.accept(server, Times.now(clock));
        return server;
    }

    private static Predicate<Server> isPresent() {
        return server -> server.terminated().isEmpty();
    }

    private boolean isSeen(Server server) {
        return caller.get().isAdmin()
                || caller.get().projectId().filter(server.project()::equals).isPresent();
    }

    /// Clients try names as ids first: what is no id is simply not found.
    private static Optional<UUID> parsed(String id) {
        try {
            return id.length() == 36 ? Optional.of(UUID.fromString(id)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Fault.NotFound missing(@Nullable String id) {
        return new Fault.NotFound("Instance", String.valueOf(id));
    }
}
