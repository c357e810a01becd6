package org.cumulet.compute.quota;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/// How much of everything somebody may have. A negative number means without limit.
public record Limits(Map<QuotaKey, Integer> all) {

    public Limits {
        all = new EnumMap<>(all);
    }

    public int of(QuotaKey key) {
        return Objects.requireNonNull(all.get(key), "every key has a limit");
    }

    Limits with(Iterable<Quota> quotas) {
        var changed = new EnumMap<>(all);
        quotas.forEach(quota -> changed.put(quota.key(), quota.limit()));
        return new Limits(changed);
    }
}
