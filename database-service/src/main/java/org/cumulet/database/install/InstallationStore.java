package org.cumulet.database.install;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Where installations are kept.
@Singleton
class InstallationStore implements PanacheRepositoryBase<Installation, UUID> {

    Optional<Installation> named(String name) {
        return find("name", name).firstResultOptional();
    }

    List<Installation> all() {
        return list("order by created desc, id");
    }
}
