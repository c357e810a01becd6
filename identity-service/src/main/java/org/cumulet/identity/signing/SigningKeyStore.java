package org.cumulet.identity.signing;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.inject.Singleton;
import java.util.List;

/// The key pairs, newest first.
@Singleton
class SigningKeyStore implements PanacheRepositoryBase<SigningKey, String> {

    List<SigningKey> all() {
        return listAll(Sort.descending("createdAt"));
    }
}
