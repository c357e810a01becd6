package org.cumulet.inventory.host;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.json.Times;
import org.cumulet.api.page.Page;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.auth.Rule;
import org.cumulet.events.Outbox;
import org.cumulet.events.Service;
import org.cumulet.inventory.placement.provider.ProviderService;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/// Hosts: registered, changed, looked at, removed.
@ApplicationScoped
public class HostService {

    private static final String KIND = "Host";

    private final HostStore store;
    private final ProbeStore probes;
    private final ProviderService providers;
    private final CurrentCaller caller;
    private final Outbox outbox;
    private final Event<ProbeWanted> wanted;
    private final Clock clock;

    HostService(
            HostStore store,
            ProbeStore probes,
            ProviderService providers,
            CurrentCaller caller,
            @Service("inventory") Outbox outbox,
            Event<ProbeWanted> wanted,
            @Service("inventory") Clock clock) {
        this.store = store;
        this.probes = probes;
        this.providers = providers;
        this.caller = caller;
        this.outbox = outbox;
        this.wanted = wanted;
        this.clock = clock;
    }

    /// All of them, or none.
    @Transactional
    List<Host> register(List<NewHost> wishes) {
        caller.must(HostRule.CREATE);
        wishes.forEach(NewHost::check);
        refuseTakenNames(wishes.stream().map(NewHost::name).toList());
        var now = Times.now(clock);
        var hosts = wishes.stream().map(wish -> Host.of(wish, now)).toList();
        hosts.forEach(host -> providers.addManaged(host.id(), host.name()));
        store.persist(hosts);
        save();
        hosts.forEach(host -> providers.open(host.id(), host.isOpen()));
        outbox.publish(
                hosts.stream().map(host -> HostEvent.Registered.of(host, now)).toList());
        lookAt(hosts, now);
        return hosts;
    }

    private void lookAt(List<Host> hosts, Instant now) {
        probes.schedule(hosts.stream().map(Host::id).toList(), now);
        wanted.fire(new ProbeWanted());
    }

    private void refuseTakenNames(List<String> names) {
        var seen = new HashSet<String>();
        names.stream().filter(name -> !seen.add(name)).findFirst().ifPresent(twice -> {
            throw new Fault.BadRequest("Host name '%s' is given twice.".formatted(twice));
        });
        var taken = store.namesTaken(names);
        if (!taken.isEmpty()) {
            throw new Fault.Conflict("There is already a host named %s.".formatted(String.join(", ", taken)));
        }
    }

    /// The database has the last word on what is unique.
    private void save() {
        try {
            store.flush();
        } catch (ConstraintViolationException e) {
            throw new Fault.Conflict(conflict(String.valueOf(e.getConstraintName()))).because(e);
        }
    }

    private static String conflict(String constraint) {
        return switch (constraint) {
            case "host_reached_at" -> "There is already a host at this address and port.";
            case "host_this_machine" -> "This machine is registered as a host already.";
            default -> "There is already a host with this name.";
        };
    }

    @Transactional
    Page<Host> list(HostQuery query) {
        caller.must(HostRule.LIST);
        var limit = query.limit();
        var after = query.marker().map(this::nameOf).orElse(null);
        return Page.of(store.list(after, query, limit + 1), limit);
    }

    private String nameOf(String marker) {
        return find(marker)
                .map(Host::name)
                .orElseThrow(() -> new Fault.BadRequest("The marker is not the id of a host."));
    }

    @Transactional
    Host show(String id) {
        return named(id, HostRule.SHOW);
    }

    @Transactional
    Host change(String id, HostChange change) {
        caller.must(HostRule.UPDATE);
        var host = getLocked(id);
        change.check(host.kind());
        if (change.name() != null && !change.name().equals(host.name())) {
            refuseTakenNames(List.of(change.name()));
        }
        var now = Times.now(clock);
        var before = host.state();
        var anew = host.change(change, now);
        save();
        providers.renameManaged(host.id(), host.name());
        providers.open(host.id(), host.isOpen());
        outbox.publish(HostEvent.Changed.of(host, now));
        if (host.state() != before) {
            outbox.publish(HostEvent.StateChanged.of(host, before, now));
        }
        if (anew) {
            lookAt(List.of(host), now);
        }
        return host;
    }

    @Transactional
    Host probe(String id) {
        caller.must(HostRule.PROBE);
        return lookAt(getLocked(id));
    }

    private Host lookAt(Host host) {
        var now = Times.now(clock);
        var before = host.state();
        host.beginProbe(now);
        if (host.state() != before) {
            outbox.publish(HostEvent.StateChanged.of(host, before, now));
        }
        lookAt(List.of(host), now);
        return host;
    }

    /// No new servers from here on; those that are there stay.
    @Transactional
    Host beginMaintenance(String id, @Nullable String reason) {
        caller.must(HostRule.MAINTENANCE);
        var host = getLocked(id);
        host.beginMaintenance(reason, Times.now(clock));
        return tellChange(host);
    }

    @Transactional
    Host endMaintenance(String id) {
        caller.must(HostRule.MAINTENANCE);
        var host = getLocked(id);
        host.endMaintenance(Times.now(clock));
        return tellChange(host);
    }

    private Host tellChange(Host host) {
        providers.open(host.id(), host.isOpen());
        outbox.publish(HostEvent.Changed.of(host, host.updatedAt()));
        return host;
    }

    /// Believes in the key that a host shows first, where that was asked for and none is pinned yet.
    @Transactional
    Host believe(UUID id, String hostKey) {
        var host = getLocked(id.toString());
        if (host.hostKey() == null) {
            host.pin(hostKey, Times.now(clock));
        }
        return host;
    }

    /// The cloud's key is there now.
    @Transactional
    Host welcomed(UUID id) {
        return lookAt(getLocked(id.toString()));
    }

    /// A host, for those who do something with it and have a rule of their own for that.
    @Transactional
    public Host named(String id, Rule rule) {
        caller.must(rule);
        return get(id);
    }

    /// A host, for work that goes on by itself; empty where it is gone.
    @Transactional
    public Optional<Host> known(UUID id) {
        return store.findByIdOptional(id);
    }

    /// Hosts that commands can be run on, in the order of their names; who may know of them is the caller's care.
    @Transactional
    public List<Host> real() {
        return store.real();
    }

    /// The same hosts as [#real], without what was found on them.
    @Transactional
    public List<Neighbour> neighbours() {
        return store.neighbours();
    }

    @Transactional
    void delete(String id) {
        caller.must(HostRule.DELETE);
        var host = getLocked(id);
        providers.lockUnused(host.id(), "Host '%s'".formatted(host.name()));
        store.delete(host);
        store.flush();
        providers.removeManaged(host.id());
        outbox.publish(new HostEvent.Deleted(host.id(), host.name(), Times.now(clock)));
    }

    /// All hosts in the order of their names, for those who look for room.
    @Transactional
    public List<HostSummary> summaries() {
        return store.summaries();
    }

    /// What is read before the lock may be old after it.
    private Host getLocked(String id) {
        var host = get(id);
        probes.lock(host.id());
        store.getEntityManager().refresh(host);
        return host;
    }

    private Host get(String id) {
        return find(id).orElseThrow(() -> new Fault.NotFound(KIND, printable(id)));
    }

    private Optional<Host> find(String id) {
        return parse(id) instanceof UUID uuid ? store.findByIdOptional(uuid) : Optional.empty();
    }

    private static @Nullable UUID parse(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String printable(String id) {
        return id.substring(0, Math.min(id.length(), 64)).replaceAll("\\p{Cntrl}", "?");
    }
}
