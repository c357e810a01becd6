package org.cumulet.inventory.audit;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cumulet.events.Service;
import org.cumulet.inventory.audit.AuditView.ClaimOf;
import org.cumulet.inventory.audit.AuditView.Part;
import org.cumulet.inventory.host.HostService;
import org.cumulet.inventory.host.HostSummary;
import org.cumulet.inventory.placement.allocation.AllocationService;
import org.cumulet.inventory.placement.allocation.Consumer;
import org.cumulet.inventory.placement.allocation.Held;

/// What is claimed, all of it.
@Singleton
class Claims {

    private static final int PAGE = 1000;

    private final AllocationService allocations;
    private final HostService hosts;
    private final Clock clock;

    Claims(AllocationService allocations, HostService hosts, @Service("inventory") Clock clock) {
        this.allocations = allocations;
        this.hosts = hosts;
        this.clock = clock;
    }

    Map<UUID, ClaimOf> all() {
        var now = clock.instant();
        var names = hosts.summaries().stream().collect(Collectors.toMap(HostSummary::id, HostSummary::name));
        var claims = new LinkedHashMap<UUID, ClaimOf>();
        UUID last = null;
        Map<Consumer, List<Held>> page;
        do {
            page = allocations.page(last, PAGE);
            for (var entry : page.entrySet()) {
                last = entry.getKey().id();
                claims.put(last, claim(entry.getKey(), entry.getValue(), names, now));
            }
        } while (page.size() == PAGE);
        return claims;
    }

    private static ClaimOf claim(Consumer consumer, List<Held> held, Map<UUID, String> names, Instant now) {
        var byHost = new LinkedHashMap<UUID, Map<String, Integer>>();
        held.forEach(each -> byHost.computeIfAbsent(each.provider(), id -> new TreeMap<>())
                .put(each.resourceClass(), each.amount()));
        var parts = new ArrayList<Part>();
        byHost.forEach((id, resources) -> parts.add(new Part(id, names.get(id), resources)));
        return new ClaimOf(
                consumer.id(),
                consumer.project(),
                consumer.user(),
                consumer.createdAt(),
                Duration.between(consumer.createdAt(), now).toSeconds(),
                parts);
    }
}
