package org.cumulet.compute.change;

import static org.cumulet.compute.server.ServerRule.DELETE;
import static org.cumulet.compute.server.ServerRule.FORCE_DELETE;
import static org.cumulet.compute.server.ServerRule.READ_CONSOLE;
import static org.cumulet.compute.server.ServerRule.REBOOT;
import static org.cumulet.compute.server.ServerRule.START;
import static org.cumulet.compute.server.ServerRule.STOP;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.function.Consumer;
import org.cumulet.api.fault.Fault;
import org.cumulet.compute.history.DeedKind;
import org.cumulet.compute.history.HistoryService;
import org.cumulet.compute.server.Launcher;
import org.cumulet.compute.server.Server;
import org.cumulet.compute.server.ServerAccess;
import org.cumulet.compute.server.ServerAction;
import org.cumulet.compute.server.ServerEvent;
import org.cumulet.compute.server.ServerRule;
import org.cumulet.compute.server.TaskState;
import org.cumulet.events.Outbox;
import org.cumulet.events.Service;

/// On, off, once more, away: the task is shown and the work begun in one transaction.
@Singleton
class PowerService {

    private final ServerAccess servers;
    private final Launcher launcher;
    private final HistoryService history;
    private final Outbox outbox;

    PowerService(ServerAccess servers, Launcher launcher, HistoryService history, @Service("compute") Outbox outbox) {
        this.servers = servers;
        this.launcher = launcher;
        this.history = history;
        this.outbox = outbox;
    }

    @Transactional
    void start(String id) {
        begin(id, START, ServerAction.START, TaskState.POWERING_ON, DeedKind.START, launcher::start);
    }

    @Transactional
    void stop(String id) {
        begin(id, STOP, ServerAction.STOP, TaskState.POWERING_OFF, DeedKind.STOP, launcher::stop);
    }

    @Transactional
    void reboot(String id, boolean hard) {
        begin(
                id,
                REBOOT,
                hard ? ServerAction.REBOOT_HARD : ServerAction.REBOOT_SOFT,
                hard ? TaskState.REBOOTING_HARD : TaskState.REBOOTING,
                DeedKind.REBOOT,
                server -> launcher.reboot(server, hard));
    }

    @Transactional
    void delete(String id) {
        delete(id, DELETE);
    }

    @Transactional
    void forceDelete(String id) {
        delete(id, FORCE_DELETE);
    }

    /// What the guest said last.
    String console(String id, int lines) {
        var server = servers.read(id, READ_CONSOLE);
        if (server.host().isEmpty()) {
            throw new Fault.Conflict("Instance %s is not ready".formatted(server.id()));
        }
        return launcher.console(server, lines);
    }

    /// Accepted from every state; a second time nothing is begun, since a deletion does not give up.
    private void delete(String id, ServerRule rule) {
        servers.change(id, rule, (server, now) -> {
            if (!server.isLeaving()) {
                server.begin(ServerAction.DELETE, TaskState.DELETING, now);
                history.begun(DeedKind.DELETE, server.project(), List.of(server.id()));
                launcher.delete(server);
                outbox.publish(new ServerEvent.DeletionRequested(server.id(), server.project(), now));
            }
        });
    }

    private void begin(
            String id, ServerRule rule, ServerAction action, TaskState task, DeedKind deed, Consumer<Server> work) {
        servers.change(id, rule, (server, now) -> {
            server.begin(action, task, now);
            history.begun(deed, server.project(), List.of(server.id()));
            work.accept(server);
        });
    }
}
