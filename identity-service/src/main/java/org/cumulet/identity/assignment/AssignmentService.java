package org.cumulet.identity.assignment;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import org.cumulet.api.page.Page;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.identity.policy.Reach;

/// The list of all grants, as far as the caller reaches.
@Singleton
class AssignmentService {

    private static final String IN_DOMAIN = "project_id in (select id from project where :%s in (id, domain_id))";

    private final AssignmentStore store;
    private final CurrentCaller caller;

    AssignmentService(AssignmentStore store, CurrentCaller caller) {
        this.store = store;
        this.caller = caller;
    }

    @Transactional
    Page<Assignment> list(AssignmentQuery query) {
        var conditions = query.conditions();
        caller.must(AssignmentRule.LIST);
        if (query.isWithSubtree()) {
            caller.must(AssignmentRule.LIST_TREE);
        }
        var domain = Reach.only(caller.get());
        if (domain != null) {
            conditions.add(IN_DOMAIN, domain);
        }
        return store.page(conditions, query.isEffective());
    }
}
