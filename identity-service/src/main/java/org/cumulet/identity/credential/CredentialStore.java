package org.cumulet.identity.credential;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.cumulet.api.page.Page;
import org.cumulet.identity.store.Conditions;
import org.cumulet.identity.store.Locks;
import org.cumulet.identity.store.Unique;
import org.cumulet.identity.wire.Listed;
import org.cumulet.identity.wire.Refusal;

/// The application credentials of all users.
@Singleton
class CredentialStore implements PanacheRepositoryBase<ApplicationCredential, String> {

    private final Locks locks;

    CredentialStore(Locks locks) {
        this.locks = locks;
    }

    ApplicationCredential add(ApplicationCredential credential) {
        Unique.orElse(
                () -> persistAndFlush(credential),
                () -> Refusal.duplicate("application_credential", "name " + credential.name()));
        return credential;
    }

    Optional<ApplicationCredential> find(String userId, String id) {
        return find("userId = ?1 and id = ?2", userId, id).firstResultOptional();
    }

    Optional<ApplicationCredential> findNamed(String userId, String name) {
        return find("userId = ?1 and name = ?2", userId, name).firstResultOptional();
    }

    /// Whether it is there, and stays so until the transaction ends.
    boolean isHeld(String id) {
        locks.share(id);
        return count("id", id) > 0;
    }

    /// Waits for those who hold it.
    void own(String id) {
        locks.own(id);
    }

    Page<ApplicationCredential> page(Conditions conditions) {
        return Page.of(
                find(conditions.jpql(), Sort.by("name", "id"), conditions.values())
                        .range(0, Listed.MOST)
                        .list(),
                Listed.MOST);
    }
}
