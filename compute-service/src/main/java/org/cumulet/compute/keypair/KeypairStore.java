package org.cumulet.compute.keypair;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/// Where keypairs are kept, by user.
@Singleton
class KeypairStore implements PanacheRepositoryBase<Keypair, Long> {

    Optional<Keypair> find(String user, String name) {
        return find("user = ?1 and name = ?2", user, name).firstResultOptional();
    }

    List<Keypair> after(String user, String name, int limit) {
        return find("user = ?1 and name > ?2 order by name", user, name)
                .range(0, limit - 1)
                .list();
    }

    long count(String user) {
        return count("user", user);
    }
}
