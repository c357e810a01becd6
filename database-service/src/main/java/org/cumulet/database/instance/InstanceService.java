package org.cumulet.database.instance;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.json.Times;
import org.cumulet.api.page.Page;
import org.cumulet.api.page.PageQuery;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.database.engine.Names;
import org.cumulet.database.quota.QuotaService;
import org.cumulet.database.server.DatabaseServer;
import org.cumulet.events.Outbox;
import org.cumulet.events.Service;
import org.jspecify.annotations.Nullable;

/// What can be done with instances as such. What is in them is not known here.
@Singleton
@Transactional
public class InstanceService {

    private static final int MAX_PAGE = 20;

    private final InstanceStore store;
    private final QuotaService quotas;
    private final CurrentCaller caller;
    private final Outbox outbox;
    private final Clock clock;

    InstanceService(
            InstanceStore store,
            QuotaService quotas,
            CurrentCaller caller,
            @Service("database") Outbox outbox,
            @Service("database") Clock clock) {
        this.store = store;
        this.quotas = quotas;
        this.caller = caller;
        this.outbox = outbox;
        this.clock = clock;
    }

    /// The project's share of this server, which begins with its first database.
    ///
    /// @throws Fault.Conflict while the share is being deleted
    public Instance at(String project, DatabaseServer server) {
        var instance = find(project, server.id())
                .orElseGet(() -> add(new Instance(project, server, server.name(), null, Times.now(clock))));
        mustNotGo(instance);
        return instance;
    }

    public Optional<Instance> find(String project, UUID server) {
        return store.of(project, server);
    }

    /// One that somebody asks for by name.
    ///
    /// @throws Fault.OverQuota when there are too many, or the volumes are too large together
    public Instance create(DatabaseServer server, String name, @Nullable Integer volumeGb) {
        caller.must(InstanceRule.CREATE);
        var quota = quotas.of(caller.project());
        QuotaService.mustFit("instances", 1, store.count(caller.project()), quota.instances());
        mustFit(volumeGb == null ? 0 : volumeGb);
        return add(new Instance(caller.project(), server, name, volumeGb, Times.now(clock)));
    }

    private Instance add(Instance instance) {
        store.persist(instance);
        outbox.publish(InstanceEvent.Created.of(instance));
        return instance;
    }

    private void mustFit(int gigabytes) {
        var project = caller.project();
        QuotaService.mustFit(
                "volumes", gigabytes, store.volume(project), quotas.of(project).volumes());
    }

    public Page<Instance> list(PageQuery query) {
        caller.must(InstanceRule.LIST);
        return page(caller.project(), query);
    }

    /// Those of one project, or of all.
    public Page<Instance> listAny(@Nullable String project, PageQuery query) {
        caller.must(InstanceRule.MANAGE);
        return page(project, query);
    }

    private Page<Instance> page(@Nullable String project, PageQuery query) {
        var limit = query.limit(MAX_PAGE);
        var marker = query.marker().map(InstanceService::marker).orElse(null);
        return Page.of(store.after(project, marker, limit + 1), limit);
    }

    private static UUID marker(String text) {
        return uuid(text).orElseThrow(() -> new Fault.BadRequest("Marker '%s' is no id.".formatted(Names.shown(text))));
    }

    public Instance show(String id) {
        caller.must(InstanceRule.SHOW);
        return found(id);
    }

    /// For whether root was enabled in it.
    public Instance rootOf(String id) {
        caller.must(InstanceRule.ROOT_SHOW);
        return found(id);
    }

    /// Of any project.
    public Instance showAny(String id) {
        caller.must(InstanceRule.MANAGE);
        return uuid(id).flatMap(store::findByIdOptional)
                .orElseThrow(() -> new Fault.NotFound("Instance", Names.shown(id)));
    }

    /// Of the caller's project; whether the caller may do what is to come is asked elsewhere.
    public Instance found(String id) {
        var project = caller.project();
        return uuid(id).flatMap(known -> store.withId(project, known))
                .orElseThrow(() -> new Fault.NotFound("Instance", Names.shown(id)));
    }

    /// One that may still be changed.
    public Instance open(String id) {
        var instance = found(id);
        mustNotGo(instance);
        return instance;
    }

    private static void mustNotGo(Instance instance) {
        if (instance.isGoing()) {
            throw new Fault.Unprocessable("Instance %s is being deleted.".formatted(instance.id()));
        }
    }

    public void rename(String id, String name) {
        caller.must(InstanceRule.UPDATE);
        open(id).rename(name, Times.now(clock));
    }

    public void resize(String id, int gigabytes) {
        caller.must(InstanceRule.RESIZE);
        var instance = open(id);
        var now = instance.volumeGb() == null ? 0 : instance.volumeGb();
        if (gigabytes <= now) {
            throw new Fault.BadRequest("The volume has %d GB: a new size must be larger.".formatted(now));
        }
        mustFit(gigabytes - now);
        instance.resize(gigabytes, Times.now(clock));
    }

    /// From now on it can be deleted whoever is connected.
    public void reset(String id) {
        caller.must(InstanceRule.RESET);
        open(id).move(InstanceState.ERROR, Times.now(clock));
    }

    public void rootEnabled(Instance instance) {
        var now = Times.now(clock);
        instance.enableRoot(caller.get().userId(), now);
        outbox.publish(new InstanceEvent.RootEnabled(
                instance.id(), instance.project(), instance.name(), instance.rootName(), now));
    }

    public void going(Instance instance) {
        instance.move(InstanceState.DELETING, Times.now(clock));
    }

    /// Nothing is in it any more: if it was to go, it is gone.
    public void emptied(String project, UUID server) {
        store.of(project, server).filter(Instance::isGoing).ifPresent(instance -> {
            store.delete(instance);
            outbox.publish(new InstanceEvent.Deleted(instance.id(), project, instance.name(), Times.now(clock)));
        });
    }

    public long count(String project) {
        return store.count(project);
    }

    public long volume(String project) {
        return store.volume(project);
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
