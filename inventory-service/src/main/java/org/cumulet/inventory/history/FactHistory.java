package org.cumulet.inventory.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.cumulet.api.page.Page;
import org.cumulet.inventory.fact.Facts;
import org.jspecify.annotations.Nullable;

/// What has changed on a host from one look to the next.
@ApplicationScoped
public class FactHistory {

    private final FactChangeStore store;

    FactHistory(FactChangeStore store) {
        this.store = store;
    }

    /// Remembers what differs; the first look at a host differs from nothing.
    public List<FactChange> remember(UUID host, @Nullable Facts before, @Nullable Facts after, Instant now) {
        if (before == null || after == null) {
            return List.of();
        }
        var changes = FactDifference.between(before, after);
        if (!changes.isEmpty()) {
            store.add(host, changes, now);
        }
        return changes;
    }

    @Transactional
    Page<FactChangeStore.Kept> list(UUID host, @Nullable Long before, int limit) {
        return Page.of(store.list(host, before, limit + 1), limit);
    }
}
