package org.cumulet.identity.limit;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.page.Page;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.auth.Scope;
import org.cumulet.auth.Target;
import org.cumulet.identity.limit.LimitView.Model;
import org.cumulet.identity.policy.Persona;
import org.cumulet.identity.project.NodeService;
import org.cumulet.identity.project.Project;
import org.cumulet.identity.registeredlimit.RegisteredLimitService;
import org.cumulet.identity.store.Conditions;
import org.cumulet.identity.wire.Refusal;

/// Limits: those it is about may know them, admins make and change them.
@Singleton
class LimitService {

    private final LimitStore store;
    private final RegisteredLimitService registered;
    private final NodeService nodes;
    private final CurrentCaller caller;

    LimitService(LimitStore store, RegisteredLimitService registered, NodeService nodes, CurrentCaller caller) {
        this.store = store;
        this.registered = registered;
        this.nodes = nodes;
        this.caller = caller;
    }

    Model model() {
        caller.must(LimitRule.MODEL);
        return Model.FLAT;
    }

    /// All of them or none.
    @Transactional
    Page<Limit> create(List<NewLimit> wishes) {
        caller.must(LimitRule.CREATE);
        return new Page<>(wishes.stream().map(this::create).toList(), false);
    }

    private Limit create(NewLimit wish) {
        if ((wish.projectId() == null) == (wish.domainId() == null)) {
            throw new Fault.BadRequest("A limit is for a project or for a domain: name one of them.");
        }
        if (wish.projectId() != null && nodes.findProject(wish.projectId()).isEmpty()) {
            throw new Fault.BadRequest("Could not find project: %s.".formatted(wish.projectId()));
        }
        if (wish.domainId() != null && nodes.findDomain(wish.domainId()).isEmpty()) {
            throw new Fault.BadRequest("Could not find domain: %s.".formatted(wish.domainId()));
        }
        return registered
                .find(wish.serviceId(), wish.regionId(), wish.resourceName())
                .map(it -> store.add(new Limit(wish, it)))
                .orElseThrow(() -> new Fault.Forbidden(
                        "There is no registered limit of %s for this service and region; register one first."
                                .formatted(wish.resourceName())));
    }

    @Transactional
    Page<Limit> list(LimitQuery query) {
        caller.must(LimitRule.LIST);
        return store.page(query.conditions().and(reach()));
    }

    @Transactional
    Limit show(String id) {
        caller.must(LimitRule.GET);
        return store.findByIdOptional(id)
                .filter(it -> caller.may(LimitRule.GET, target(it)))
                .orElseThrow(() -> Refusal.missing("limit", id));
    }

    @Transactional
    Limit change(String id, LimitChange change) {
        caller.must(LimitRule.UPDATE);
        var limit = get(id);
        limit.change(change);
        return limit;
    }

    @Transactional
    void delete(String id) {
        caller.must(LimitRule.DELETE);
        store.delete(get(id));
    }

    /// Those of the caller's own scope; all of them for who runs the cloud.
    private Conditions reach() {
        var all = new Conditions();
        if (Persona.isAdmin(caller.get())) {
            return all;
        }
        return switch (caller.get().scope()) {
            case Scope.System _ -> all;
            case Scope.Project project -> all.is("projectId", project.id());
            case Scope.Domain(var id, var _) ->
                all.add(":%s in (domainId, (select p.domainId from Project p where p.id = projectId))", id);
            case Scope.Unscoped _ -> all.is("id", "");
        };
    }

    private Target target(Limit limit) {
        return limit.projectId()
                .flatMap(nodes::findProject)
                .map(Project::target)
                .orElseGet(() -> Target.domain(limit.domainId().orElseThrow()));
    }

    private Limit get(String id) {
        return store.findByIdOptional(id).orElseThrow(() -> Refusal.missing("limit", id));
    }
}
