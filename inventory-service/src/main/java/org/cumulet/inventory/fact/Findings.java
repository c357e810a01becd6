package org.cumulet.inventory.fact;

import org.jspecify.annotations.Nullable;

/// How a look at a host ended.
public sealed interface Findings {

    /// Servers can run there.
    record Works(
            Hypervisor hypervisor,
            Capacity capacity,
            @Nullable Facts facts) implements Findings {}

    /// It answers; servers are not to run there.
    record Answers(Facts facts) implements Findings {}

    /// It answers, but servers cannot run there.
    record DoesNotWork(String why, @Nullable Facts facts) implements Findings {}

    /// It does not answer.
    record Silent(String why) implements Findings {}

    /// It does not let us in.
    record Refuses(String why) implements Findings {}

    /// It shows another host key than the pinned one: it may be another machine.
    record ShowsAnotherKey(String why, String offered) implements Findings {}
}
