package org.cumulet.database.many;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.json.Times;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.database.database.DatabaseService;
import org.cumulet.database.database.DatabaseService.Declared;
import org.cumulet.database.database.NewDatabase;
import org.cumulet.events.Service;

/// Requests for many databases: one transaction, whatever is wrong with some of them.
@Singleton
class ManyService {

    private final RequestStore store;
    private final DatabaseService databases;
    private final CurrentCaller caller;
    private final Clock clock;

    ManyService(RequestStore store, DatabaseService databases, CurrentCaller caller, @Service("database") Clock clock) {
        this.store = store;
        this.databases = databases;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    RequestView.One declare(List<NewDatabase> wishes) {
        var declared = databases.declareAll(wishes);
        var id = UUID.randomUUID();
        var now = Times.now(clock);
        for (int i = 0; i < declared.size(); i++) {
            store.persist(new RequestItem(id, i, caller.project(), declared.get(i), now));
        }
        return RequestView.of(id, declared);
    }

    @Transactional
    RequestView.One show(String id) {
        databases.mustMayList();
        var items = store.items(caller.project(), uuid(id));
        if (items.isEmpty()) {
            throw new Fault.NotFound("Request", id);
        }
        var views = databases.views(items.stream()
                .map(RequestItem::database)
                .filter(Objects::nonNull)
                .toList());
        return RequestView.of(
                uuid(id),
                items.stream()
                        .map(item -> new Declared(
                                item.name(),
                                item.database(),
                                item.database() == null ? null : views.get(item.database()),
                                item.refusal()))
                        .toList());
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new Fault.NotFound("Request", id.substring(0, Math.min(id.length(), 80))).because(e);
        }
    }
}
