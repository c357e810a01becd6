package org.cumulet.identity.policyblob;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.inject.Singleton;
import org.cumulet.api.page.Page;
import org.cumulet.identity.store.Conditions;
import org.cumulet.identity.wire.Listed;

/// The policies.
@Singleton
class PolicyBlobStore implements PanacheRepositoryBase<PolicyBlob, String> {

    Page<PolicyBlob> page(Conditions conditions) {
        return Page.of(
                find(conditions.jpql(), Sort.by("id"), conditions.values())
                        .range(0, Listed.MOST)
                        .list(),
                Listed.MOST);
    }
}
