package org.cumulet.identity.usercredential;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.inject.Singleton;
import java.util.List;
import org.cumulet.api.page.Page;
import org.cumulet.identity.store.Conditions;
import org.cumulet.identity.store.Unique;
import org.cumulet.identity.wire.Listed;
import org.cumulet.identity.wire.Refusal;

/// The credentials of all users.
@Singleton
class UserCredentialStore implements PanacheRepositoryBase<UserCredential, String> {

    List<UserCredential> of(String userId, String type) {
        return list("userId = ?1 and type = ?2", userId, type);
    }

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
