package org.cumulet.identity.grant;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import org.cumulet.identity.project.NodeService;
import org.cumulet.identity.project.Project;
import org.cumulet.identity.role.Role;
import org.cumulet.identity.role.RoleEvent;
import org.cumulet.identity.user.AccountService;

/// What users hold in effect: directly, through groups, from above, and by implication.
@Singleton
public class HeldRolesService {

    private final GrantStore store;
    private final NodeService nodes;
    private final AccountService accounts;

    HeldRolesService(GrantStore store, NodeService nodes, AccountService accounts) {
        this.store = store;
        this.nodes = nodes;
        this.accounts = accounts;
    }

    @Transactional
    public List<Role> rolesOf(String userId, Place place) {
        return store.rolesHeld(userId, place);
    }

    /// Projects in use where the user holds any role.
    @Transactional
    public List<Project> projectsOf(String userId) {
        return nodes.enabled(store.projectsOf(userId));
    }

    /// Domains in use where the user holds any role.
    @Transactional
    public List<Project> domainsOf(String userId) {
        return nodes.enabled(store.domainsOf(userId));
    }

    /// A role, whoever gives it.
    @Transactional(MANDATORY)
    public void give(Grant grant) {
        store.put(grant);
    }

    void leave(@Observes RoleEvent.Leaving role) {
        accounts.endTokens(store.holdersOf(role.id()));
    }

    void narrow(@Observes RoleEvent.Narrowing role) {
        accounts.endTokens(store.holdersOf(role.id()));
    }
}
