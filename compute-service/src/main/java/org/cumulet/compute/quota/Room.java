package org.cumulet.compute.quota;

import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.cumulet.api.fault.Fault;
import org.cumulet.compute.server.ServerFlavor;

/// What is left of a project's quota, while nobody else counts for it.
public final class Room {

    private final Limits limits;
    private Use use;

    Room(Limits limits, Use use) {
        this.limits = limits;
        this.use = use;
    }

    /// How many servers of this flavor the project gets, between `min` and `max`; they count from here on.
    ///
    /// @throws Fault.OverQuota when not even `min` fit
    public int take(ServerFlavor flavor, int min, int max) {
        var needs = List.of(
                new Need(QuotaKey.INSTANCES, 1, limits, use),
                new Need(QuotaKey.CORES, flavor.vcpus(), limits, use),
                new Need(QuotaKey.RAM, flavor.ram(), limits, use));
        var fit = needs.stream().mapToLong(Need::fit).min().orElse(max);
        if (fit < min) {
            throw overQuota(needs.stream().filter(need -> need.fit() < min).toList(), min);
        }
        var count = (int) Math.min(fit, max);
        use = use.and(flavor, count);
        return count;
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
