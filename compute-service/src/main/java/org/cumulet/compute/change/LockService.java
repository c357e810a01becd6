package org.cumulet.compute.change;

import static org.cumulet.compute.server.ServerRule.LOCK;
import static org.cumulet.compute.server.ServerRule.RESET_STATE;
import static org.cumulet.compute.server.ServerRule.UNLOCK;
import static org.cumulet.compute.server.ServerRule.UNLOCK_OF_ANOTHER;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Locale;
import org.cumulet.api.fault.Fault;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.compute.history.DeedKind;
import org.cumulet.compute.history.HistoryService;
import org.cumulet.compute.server.Server;
import org.cumulet.compute.server.ServerAccess;
import org.cumulet.compute.server.ServerEvent;
import org.cumulet.compute.server.VmState;
import org.cumulet.events.Outbox;
import org.cumulet.events.Service;
import org.jspecify.annotations.Nullable;

/// What is done to the row alone: locks, and what an admin says is the truth.
@Singleton
class LockService {

    private final ServerAccess servers;
    private final HistoryService history;
    private final CurrentCaller caller;
    private final Outbox outbox;

    LockService(ServerAccess servers, HistoryService history, CurrentCaller caller, @Service("compute") Outbox outbox) {
        this.servers = servers;
        this.history = history;
        this.caller = caller;
        this.outbox = outbox;
    }

    @Transactional
    void lock(String id, @Nullable String reason) {
        servers.changeLocked(id, LOCK, (server, now) -> {
            var own = caller.get().projectId().filter(server.project()::equals).isPresent();
            server.lock(own ? Server.Lock.OWNER : Server.Lock.ADMIN, reason, now);
            history.done(DeedKind.LOCK, server.project(), server.id());
        });
    }

    @Transactional
    void unlock(String id) {
        servers.changeLocked(id, UNLOCK, (server, now) -> {
            if (server.lock().filter(Server.Lock.ADMIN::equals).isPresent()) {
                caller.must(UNLOCK_OF_ANOTHER);
            }
            server.unlock(now);
            history.done(DeedKind.UNLOCK, server.project(), server.id());
        });
    }

    @Transactional
    void reset(String id, VmState truth) {
        servers.changeLocked(id, RESET_STATE, (server, now) -> {
            if (server.isLeaving()) {
                throw new Fault.Conflict("Instance %s is being deleted".formatted(server.id()));
            }
            server.reset(truth, now);
            outbox.publish(new ServerEvent.StateReset(
                    server.id(), server.project(), truth.name().toLowerCase(Locale.ROOT), now));
        });
    }
}
