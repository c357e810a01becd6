package org.cumulet.inventory.fact;

import org.jspecify.annotations.Nullable;

/// How a look at a host ended.
public sealed interface Findings {

    /// Servers can run there.
    record Works(
            Hypervisor hypervisor,
            Capacity capacity,
            @Nullable Facts facts) implements Findings {}

    /// It answers, but servers cannot run there.
    record DoesNotWork(String why, @Nullable Facts facts) implements Findings {}

    /// It does not answer.
    record Silent(String why) implements Findings {}

    /// It is not the host we know, or does not want us.
    record Refuses(String why) implements Findings {}
}
