package org.cumulet.network.quota;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.cumulet.api.fault.Fault;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.auth.Target;
import org.cumulet.network.wire.Locks;

/// How much projects may have, counted from what they have.
@ApplicationScoped
public class QuotaService {

    /// What a project may have of a thing and what it has.
    record Use(int limit, long used) {}

    private final CurrentCaller caller;
    private final LimitStore store;
    private final Locks locks;

    QuotaService(CurrentCaller caller, LimitStore store, Locks locks) {
        this.caller = caller;
        this.store = store;
        this.locks = locks;
    }

    /// Makes sure that so much more fits. Until the transaction ends nobody else can take of the project's quota.
    ///
    /// @throws Fault.OverQuota when it does not fit
    public void take(String project, Map<Quota, Long> wanted) {
        locks.projects(Set.of(project));
        var limits = limits(project);
        var complaints = new ArrayList<String>();
        var names = new ArrayList<String>();
        wanted.forEach((quota, more) -> {
            var limit = limits.getOrDefault(quota, Limit.NONE);
            var used = store.used(project, quota);
            if (limit != Limit.NONE && used + more > limit) {
                names.add("'" + quota.api() + "'");
                complaints.add("%s: asked for %d, %d of %d in use".formatted(quota.api(), more, used, limit));
            }
        });
        if (!names.isEmpty()) {
            throw new Fault.OverQuota("Quota exceeded for resources: [%s]. %s."
                    .formatted(
                            names.stream().collect(joining(", ")),
                            complaints.stream().collect(joining("; "))));
        }
    }

    @Transactional
    Map<String, Map<Quota, Integer>> projectsWithTheirOwn() {
        caller.must(QuotaRule.LIST);
        return store.everybodys().stream()
                .collect(groupingBy(Limit::projectId, TreeMap::new, toMap(Limit::quota, Limit::amount)))
                .entrySet()
                .stream()
                .collect(toMap(Map.Entry::getKey, own -> merged(own.getValue()), (a, _) -> a, TreeMap::new));
    }

    @Transactional
    Map<Quota, Integer> show(String project) {
        caller.must(QuotaRule.GET, Target.project(project));
        return limits(project);
    }

    Map<Quota, Integer> defaults(String project) {
        caller.must(QuotaRule.GET, Target.project(project));
        return merged(Map.of());
    }

    @Transactional
    Map<Quota, Use> details(String project) {
        caller.must(QuotaRule.GET, Target.project(project));
        var details = new EnumMap<Quota, Use>(Quota.class);
        limits(project).forEach((quota, limit) -> details.put(quota, new Use(limit, store.used(project, quota))));
        return details;
    }

    @Transactional
    Map<Quota, Integer> change(String project, Map<Quota, Integer> amounts) {
        caller.must(QuotaRule.UPDATE);
        locks.projects(Set.of(project));
        amounts.forEach((quota, amount) -> store.of(project, quota)
                .ifPresentOrElse(it -> it.set(amount), () -> store.persist(new Limit(project, quota, amount))));
        return limits(project);
    }

    @Transactional
    void reset(String project) {
        caller.must(QuotaRule.DELETE);
        var own = store.of(project);
        if (own.isEmpty()) {
            throw Fault.NotFound.saying("Quota for tenant %s could not be found.".formatted(project))
                    .named("TenantQuotaNotFound");
        }
        own.forEach(store::delete);
    }

    private Map<Quota, Integer> limits(String project) {
        return merged(store.of(project).stream().collect(toMap(Limit::quota, Limit::amount)));
    }

    private static Map<Quota, Integer> merged(Map<Quota, Integer> own) {
        var all = new EnumMap<Quota, Integer>(Quota.class);
        List.of(Quota.values()).forEach(quota -> all.put(quota, own.getOrDefault(quota, quota.usual())));
        return all;
    }
}
