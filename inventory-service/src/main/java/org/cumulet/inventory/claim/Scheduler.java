package org.cumulet.inventory.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cumulet.inventory.host.HostState;

/// Finds a host for each of many claims: the one with the most memory free, so that servers spread. Remembers what it
/// has
/// given.
final class Scheduler {

    private static final Comparator<Candidate> MOST_FREE =
            Comparator.comparingLong(Candidate::freeMemory).reversed().thenComparing(Candidate::name);

    private final List<Candidate> hosts;
    private final Map<UUID, Set<UUID>> hostsOfConsumers;

    /// @param hostsOfConsumers where those are that claims are to be with, or apart from
    Scheduler(List<Candidate> hosts, Map<UUID, Set<UUID>> hostsOfConsumers) {
        this.hosts = hosts;
        this.hostsOfConsumers = new HashMap<>(hostsOfConsumers);
    }

    Decision decide(Claim claim) {
        var considered = hosts.stream().filter(host -> isMeant(claim, host)).toList();
        var wanted = claim.wanted();
        var fallen = new LinkedHashMap<Reason, Integer>();
        var tooSmall = new ArrayList<Candidate>();
        var fitting = new ArrayList<Candidate>();
        for (var host : considered) {
            var reason = unsuitable(claim, host);
            var lack = reason.isPresent() ? Optional.<String>empty() : host.misfit(wanted);
            reason.or(() -> lack.map(Reason::lacks))
                    .ifPresentOrElse(why -> fallen.merge(why, 1, Integer::sum), () -> fitting.add(host));
            lack.ifPresent(any -> tooSmall.add(host));
        }
        return fitting.stream()
                .min(MOST_FREE)
                .map(host -> grant(claim, wanted, host))
                .orElseGet(() -> Refusal.of(claim, considered.size(), fallen, tooSmall));
    }

    private static boolean isMeant(Claim claim, Candidate host) {
        return claim.host() == null
                || claim.host().equals(host.name())
                || claim.host().equals(host.id().toString());
    }

    private Optional<Reason> unsuitable(Claim claim, Candidate candidate) {
        var host = candidate.host();
        if (!host.runsServers()) {
            return Optional.of(Reason.ROLE);
        }
        if (host.state() != HostState.READY) {
            return Optional.of(Reason.NOT_READY);
        }
        if (!host.enabled()) {
            return Optional.of(Reason.DISABLED);
        }
        if (host.inMaintenance()) {
            return Optional.of(Reason.MAINTENANCE);
        }
        if (claim.availabilityZone() != null && !Objects.equals(claim.availabilityZone(), host.availabilityZone())) {
            return Optional.of(Reason.ZONE);
        }
        if (!claim.sameHostAs().stream().allMatch(other -> hostsOf(other).contains(host.id()))) {
            return Optional.of(Reason.AFFINITY);
        }
        return claim.differentHostThan().stream()
                        .anyMatch(other -> hostsOf(other).contains(host.id()))
                ? Optional.of(Reason.ANTI_AFFINITY)
                : Optional.empty();
    }

    private Set<UUID> hostsOf(UUID consumer) {
        return hostsOfConsumers.getOrDefault(consumer, Set.of());
    }

    private Decision grant(Claim claim, Map<String, Integer> wanted, Candidate host) {
        host.take(wanted);
        var mine = new HashSet<>(hostsOf(claim.consumerId()));
        mine.add(host.id());
        hostsOfConsumers.put(claim.consumerId(), mine);
        return new Decision.Granted(claim.consumerId(), host.id(), host.name(), false);
    }
}
