package org.cumulet.inventory.preflight;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.cumulet.inventory.host.Host;

/// What was found on a host.
///
/// @param state of all checks the worst
record Report(UUID hostId, String host, Check.State state, Instant at, List<Check> checks) {

    static Report of(Host host, Instant at, List<Check> checks) {
        var states = checks.stream().map(Check::state).toList();
        var worst = states.contains(Check.State.FAILED)
                ? Check.State.FAILED
                : states.contains(Check.State.WARNING) ? Check.State.WARNING : Check.State.OK;
        return new Report(host.id(), host.name(), worst, at, checks);
    }

    record One(Report preflight) {}
}
