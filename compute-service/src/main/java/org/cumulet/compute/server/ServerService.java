package org.cumulet.compute.server;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.cumulet.api.json.Times;
import org.cumulet.compute.history.DeedKind;
import org.cumulet.compute.history.HistoryService;
import org.cumulet.events.Outbox;
import org.cumulet.events.Service;
import org.jspecify.annotations.Nullable;

/// The moves of servers, for those who make them come true. Each tells the world, in its own transaction or the
/// caller's, and may be made twice: the second time nothing happens.
///
/// A move answers false when the server is being deleted or gone (only [#deleted] still counts then): whoever made it
/// stops, and takes back what it did.
@Singleton
public class ServerService {

    private final ServerStore store;
    private final HistoryService history;
    private final Outbox outbox;
    private final Clock clock;

    ServerService(
            ServerStore store,
            HistoryService history,
            @Service("compute") Outbox outbox,
            @Service("compute") Clock clock) {
        this.store = store;
        this.history = history;
        this.outbox = outbox;
        this.clock = clock;
    }

    /// The server as it is now, whoever's it is, also when it is gone.
    @Transactional
    public Optional<Server> find(UUID id) {
        return store.findByIdOptional(id);
    }

    /// Several at once, in no order.
    @Transactional
    public List<Server> find(List<UUID> ids) {
        return store.all(ids);
    }

    /// Those that are on this host and not gone, whoever's they are.
    @Transactional
    public List<Server> on(UUID host) {
        return store.on(host);
    }

    /// What the servers of a project add up to, those in ERROR included: they hold their place until they are deleted.
    @Transactional
    public ServerUsage usage(String project) {
        return store.usage(project);
    }

    /// What the servers on each host add up to; hosts without servers are not there.
    @Transactional
    public Map<UUID, HostLoad> loads() {
        return store.loads();
    }

    /// The servers that were there between these moments, by project.
    ///
    /// @param project whose; null for everybody's
    @Transactional
    public List<ServerTime> between(@Nullable String project, Instant start, Instant end) {
        return store.between(project, start, end);
    }

    /// It has a place on this host.
    @Transactional
    public boolean scheduled(UUID id, HostRef host) {
        return move(id, (server, now) -> {
            if (server.state().isLaunching() && !server.host().equals(Optional.of(host))) {
                server.placeOn(host, now);
                outbox.publish(new ServerEvent.Scheduled(id, server.project(), host.id(), now));
            }
        });
    }

    /// These are its cards; what remains is to boot.
    @Transactional
    public boolean plugged(UUID id, List<Nic> nics) {
        return move(id, (server, now) -> {
            if (server.state().isLaunching()) {
                server.plug(nics, now);
            }
        });
    }

    /// Its guest runs: the launch is over.
    @Transactional
    public boolean active(UUID id) {
        return move(id, (server, now) -> {
            if (server.state().isLaunching()) {
                server.run(now);
                history.succeeded(DeedKind.CREATE, id, hostName(server));
                outbox.publish(new ServerEvent.Launched(
                        id, server.project(), server.host().orElseThrow().id(), now));
            }
        });
    }

    /// An action failed for good: ERROR, and this is why.
    @Transactional
    public boolean failed(UUID id, ServerFault why) {
        return move(id, (server, now) -> fail(server, why, now));
    }

    /// The launch failed for good, and what it took is given back: ERROR, on no host, and this is why.
    @Transactional
    public boolean launchFailed(UUID id, ServerFault why) {
        return move(id, (server, now) -> {
            fail(server, why, now);
            server.leaveHost();
        });
    }

    private void fail(Server server, ServerFault why, Instant now) {
        if (server.state().vm() != VmState.ERROR || server.state().task() != null) {
            server.fail(why, now);
            history.failed(server.id(), hostName(server), why.message());
            outbox.publish(new ServerEvent.Failed(server.id(), server.project(), why.message(), now));
        }
    }

    /// An action could not be done and the server is what it was before.
    @Transactional
    public boolean unchanged(UUID id, ServerFault why) {
        return move(id, (server, now) -> {
            server.move(server.state().resting(), now);
            history.failed(id, hostName(server), why.message());
        });
    }

    /// Its guest is shut down, by us or by itself.
    @Transactional
    public boolean stopped(UUID id) {
        return move(id, (server, now) -> {
            if (server.state().vm() != VmState.STOPPED) {
                server.stop(now);
                history.succeeded(DeedKind.STOP, id, hostName(server));
                outbox.publish(new ServerEvent.Stopped(id, server.project(), now));
            }
        });
    }

    /// Its guest runs again.
    @Transactional
    public boolean started(UUID id) {
        return move(id, (server, now) -> {
            if (server.state().vm() != VmState.ACTIVE) {
                server.run(now);
                history.succeeded(DeedKind.START, id, hostName(server));
                outbox.publish(new ServerEvent.Started(id, server.project(), now));
            }
        });
    }

    /// Its guest was restarted.
    @Transactional
    public boolean rebooted(UUID id) {
        return move(id, (server, now) -> {
            if (server.state().task() != null) {
                server.run(now);
                history.succeeded(DeedKind.REBOOT, id, hostName(server));
                outbox.publish(new ServerEvent.Rebooted(id, server.project(), now));
            }
        });
    }

    /// It is gone, and so is everything that was its own.
    @Transactional
    public void deleted(UUID id) {
        store.lock(id).filter(server -> server.state().vm() != VmState.DELETED).ifPresent(server -> {
            var now = now();
            server.delete(now);
            history.succeeded(DeedKind.DELETE, id, hostName(server));
            outbox.publish(new ServerEvent.Deleted(id, server.project(), now));
        });
    }

    private boolean move(UUID id, BiConsumer<Server, Instant> change) {
        var server = store.lock(id).filter(found -> !found.isLeaving());
        server.ifPresent(found -> change.accept(found, now()));
        return server.isPresent();
    }

    private static @Nullable String hostName(Server server) {
        return server.host().map(HostRef::name).orElse(null);
    }

    private Instant now() {
        return Times.now(clock);
    }
}
