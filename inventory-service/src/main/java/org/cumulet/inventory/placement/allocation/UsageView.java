package org.cumulet.inventory.placement.allocation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cumulet.api.version.Microversion;
import org.cumulet.inventory.placement.PlacementVersions;

/// What a project uses, as the API shows it: by class, from 1.38 on by type of consumer and class.
record UsageView(Map<String, ?> usages) {

    private static final String CONSUMERS = "consumer_count";

    static UsageView of(UsageQuery query, List<AllocationStore.Use> uses, List<AllocationStore.Count> counts) {
        return new UsageView(
                Microversion.atLeast(PlacementVersions.CONSUMER_TYPE) ? byType(query, uses, counts) : summed(uses));
    }

    private static Map<String, Long> summed(List<AllocationStore.Use> uses) {
        var sums = new TreeMap<String, Long>();
        uses.forEach(use -> sums.merge(use.resourceClass(), use.amount(), Long::sum));
        return sums;
    }

    private static Map<String, Map<String, Long>> byType(
            UsageQuery query, List<AllocationStore.Use> uses, List<AllocationStore.Count> counts) {
        var types = new TreeMap<String, Map<String, Long>>();
        for (var count : counts) {
            add(query, count.type(), CONSUMERS, count.consumers(), types);
        }
        for (var use : uses) {
            add(query, use.type(), use.resourceClass(), use.amount(), types);
        }
        return types;
    }

    private static void add(
            UsageQuery query, String type, String what, long amount, Map<String, Map<String, Long>> types) {
        var all = UsageQuery.ALL.equals(query.type());
        if (query.type() == null || all || query.type().equals(type)) {
            types.computeIfAbsent(all ? UsageQuery.ALL : type, name -> new TreeMap<>())
                    .merge(what, amount, Long::sum);
        }
    }
}
