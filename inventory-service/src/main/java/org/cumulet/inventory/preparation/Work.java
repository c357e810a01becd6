package org.cumulet.inventory.preparation;

import jakarta.inject.Singleton;
import org.cumulet.events.Service;
import org.cumulet.saga.Sagas;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Hears of workflows to carry on.
@Singleton
public class Work {

    private final Sagas sagas;

    Work(@Service("inventory") Sagas sagas) {
        this.sagas = sagas;
    }

    @Incoming("inventorywork")
    public void hear(String saga) {
        sagas.heard(saga);
    }
}
