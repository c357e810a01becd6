package org.cumulet.identity.usercredential;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.inject.Singleton;
import org.cumulet.api.page.Page;
import org.cumulet.identity.store.Conditions;
import org.cumulet.identity.store.Unique;
import org.cumulet.identity.wire.Listed;
import org.cumulet.identity.wire.Refusal;

/// The credentials of all users.
@Singleton
class UserCredentialStore implements PanacheRepositoryBase<UserCredential, String> {

    UserCredential add(UserCredential credential) {
        Unique.orElse(
                () -> persistAndFlush(credential), () -> Refusal.duplicate("credential", "ID " + credential.id()));
        return credential;
    }

    Page<UserCredential> page(Conditions conditions) {
        return Page.of(
                find(conditions.jpql(), Sort.by("userId", "id"), conditions.values())
                        .range(0, Listed.MOST)
                        .list(),
                Listed.MOST);
    }
}
