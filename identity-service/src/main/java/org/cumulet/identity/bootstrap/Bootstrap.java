package org.cumulet.identity.bootstrap;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import org.cumulet.identity.signing.SigningService;

/// Sees to it, at every start, that there is what a cloud begins with.
@Singleton
class Bootstrap {

    private final BootstrapStore store;
    private final SigningService signing;
    private final FirstPeople people;
    private final FirstCatalog catalog;

    Bootstrap(BootstrapStore store, SigningService signing, FirstPeople people, FirstCatalog catalog) {
        this.store = store;
        this.signing = signing;
        this.people = people;
        this.catalog = catalog;
    }

    @Transactional
    void start(@Observes StartupEvent started) {
        store.lock();
        signing.prepare();
        people.ensure();
        catalog.ensure();
    }
}
