package org.cumulet.compute.quota;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.cumulet.api.fault.Fault;
import org.cumulet.compute.server.ServerFlavor;
import org.cumulet.compute.server.ServerService;

/// How much a project may have, and whether more fits.
@Singleton
public class QuotaService {

    private final QuotaStore store;
    private final QuotaSettings settings;
    private final ServerService servers;

    QuotaService(QuotaStore store, QuotaSettings settings, ServerService servers) {
        this.store = store;
        this.settings = settings;
        this.servers = servers;
    }

    /// Counting for this owner happens one after the other until the transaction ends.
    @Transactional(TxType.MANDATORY)
    public void lock(String owner) {
        store.lock(owner);
    }

    /// What a project may have.
    @Transactional
    public Limits limits(String project) {
        return defaults().with(store.of(project));
    }

    /// What a project without quotas of its own may have.
    @Transactional
    public Limits defaults() {
        var configured = Arrays.stream(QuotaKey.values()).collect(Collectors.toMap(Function.identity(), settings::of));
        return new Limits(configured).with(store.of(Quota.EVERYBODY));
    }

    /// How many servers of this flavor the project gets, between `min` and `max`; holds its lock from here on.
    ///
    /// @throws Fault.OverQuota when not even `min` fit
    @Transactional(TxType.MANDATORY)
    public int admit(String project, ServerFlavor flavor, int min, int max) {
        lock(project);
        var limits = limits(project);
        var use = use(project);
        var needs = List.of(
                new Need(QuotaKey.INSTANCES, 1, limits, use),
                new Need(QuotaKey.CORES, flavor.vcpus(), limits, use),
                new Need(QuotaKey.RAM, flavor.ram(), limits, use));
        var fit = needs.stream().mapToLong(Need::fit).min().orElse(max);
        if (fit < min) {
            throw overQuota(needs.stream().filter(need -> need.fit() < min).toList(), min);
        }
        return (int) Math.min(fit, max);
    }

    @Transactional
    Use use(String project) {
        return new Use(servers.usage(project));
    }

    @Transactional
    Limits set(String project, QuotaChange change) {
        lock(project);
        if (!change.force()) {
            var use = use(project);
            change.limits().forEach((key, limit) -> mustCover(key, limit, use.of(key)));
        }
        store.set(project, change.limits());
        return limits(project);
    }

    private static void mustCover(QuotaKey key, int limit, long used) {
        if (limit >= 0 && limit < used) {
            throw new Fault.BadRequest(
                    "Quota limit %d for %s must be greater than or equal to already used and reserved %d."
                            .formatted(limit, key.text(), used));
        }
    }

    /// What one server takes of something, of which there is so much.
    private record Need(QuotaKey key, int each, int limit, long used) {
        Need(QuotaKey key, int each, Limits limits, Use use) {
            this(key, each, limits.of(key), use.of(key));
        }

        long fit() {
            return limit < 0 || each == 0 ? Long.MAX_VALUE : Math.max(0, limit - used) / each;
        }
    }

    private static Fault.OverQuota overQuota(List<Need> over, int count) {
        var names = over.stream().map(need -> need.key().text()).collect(Collectors.joining(", "));
        return new Fault.OverQuota("Quota exceeded for %s: Requested %s, but already used %s of %s %s"
                .formatted(
                        names,
                        joined(over, need -> (long) need.each() * count),
                        joined(over, Need::used),
                        joined(over, Need::limit),
                        names));
    }

    private static String joined(List<Need> needs, ToLongFunction<Need> number) {
        return needs.stream()
                .map(need -> String.valueOf(number.applyAsLong(need)))
                .collect(Collectors.joining(", "));
    }
}
