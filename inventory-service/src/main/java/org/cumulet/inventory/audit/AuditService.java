package org.cumulet.inventory.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.inventory.audit.AuditView.ClaimOf;
import org.cumulet.inventory.audit.AuditView.Kind;
import org.cumulet.inventory.audit.AuditView.Violation;
import org.cumulet.inventory.host.HostService;
import org.cumulet.inventory.host.HostSummary;
import org.cumulet.inventory.placement.provider.ProviderService;
import org.cumulet.inventory.server.Servers;
import org.jspecify.annotations.Nullable;

/// Holds what is claimed against what there is.
@ApplicationScoped
class AuditService {

    private final Claims claims;
    private final Servers servers;
    private final HostService hosts;
    private final ProviderService providers;
    private final CurrentCaller caller;

    AuditService(Claims claims, Servers servers, HostService hosts, ProviderService providers, CurrentCaller caller) {
        this.claims = claims;
        this.servers = servers;
        this.hosts = hosts;
        this.providers = providers;
        this.caller = caller;
    }

    /// @param servers null where compute was not asked, for a reason
    record Audit(
            Map<UUID, ClaimOf> claims,
            List<Violation> violations,
            @Nullable Integer servers,
            @Nullable String notCompared) {}

    /// Claims come and go while we look: only what is wrong before and after we have asked compute is wrong.
    Audit audit() {
        caller.must(AuditRule.SHOW);
        var before = claims.all();
        var violations = new ArrayList<>(overfull());
        try {
            var known = servers.all();
            var after = claims.all();
            violations.addAll(withoutServer(before, after, known));
            violations.addAll(withoutClaim(before, after, known));
            return new Audit(after, violations, known.size(), null);
        } catch (Servers.NobodyAnswers e) {
            return new Audit(before, violations, null, e.getMessage());
        }
    }

    private static List<Violation> withoutServer(
            Map<UUID, ClaimOf> before, Map<UUID, ClaimOf> after, Map<UUID, Servers.Server> known) {
        return after.values().stream()
                .filter(claim -> before.containsKey(claim.consumerId()))
                .filter(claim -> !known.containsKey(claim.consumerId()))
                .map(claim -> new Violation(
                        Kind.CLAIM_WITHOUT_SERVER,
                        claim.consumerId(),
                        host(claim),
                        "It holds %s but there is no such server.".formatted(claim.allocations())))
                .toList();
    }

    private static @Nullable String host(ClaimOf claim) {
        return claim.allocations().isEmpty()
                ? null
                : claim.allocations().getFirst().host();
    }

    private static List<Violation> withoutClaim(
            Map<UUID, ClaimOf> before, Map<UUID, ClaimOf> after, Map<UUID, Servers.Server> known) {
        return known.values().stream()
                .filter(server -> server.host() != null && !server.leaving())
                .filter(server -> !isClaimed(server, before.get(server.id())))
                .filter(server -> !isClaimed(server, after.get(server.id())))
                .map(server -> new Violation(
                        Kind.SERVER_WITHOUT_CLAIM,
                        server.id(),
                        server.host(),
                        "The server is on host %s but holds nothing there.".formatted(server.host())))
                .toList();
    }

    private static boolean isClaimed(Servers.Server server, @Nullable ClaimOf claim) {
        return claim != null
                && claim.allocations().stream()
                        .anyMatch(part -> String.valueOf(server.host()).equals(part.host()));
    }

    private List<Violation> overfull() {
        var names = hosts.summaries().stream().collect(Collectors.toMap(HostSummary::id, HostSummary::name));
        var violations = new ArrayList<Violation>();
        for (var room : providers.rooms()) {
            room.inventories().forEach((name, inventory) -> {
                if (room.used(name) > inventory.capacity()) {
                    violations.add(new Violation(
                            Kind.HOST_OVERFULL,
                            null,
                            names.get(room.provider()),
                            "%d %s are given away, and there are %d."
                                    .formatted(room.used(name), name, inventory.capacity())));
                }
            });
        }
        return violations;
    }
}
