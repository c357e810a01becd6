package org.cumulet.inventory.drift;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import org.cumulet.inventory.InventorySettings;

/// What holds for which host, as preparations end. Joins the transaction of that.
@Singleton
public class Standards {

    private final StandardStore store;
    private final InventorySettings.Prepare settings;

    Standards(StandardStore store, InventorySettings settings) {
        this.store = store;
        this.settings = settings.prepare();
    }

    public void holds(UUID host, UUID preparation, Instant now) {
        var standard = store.findByIdOptional(host).orElseGet(() -> Standard.of(host));
        standard.holds(preparation, now, now.plus(settings.driftEvery()));
        store.persist(standard);
    }

    public void holdsNoMore(UUID host) {
        store.deleteById(host);
    }
}
