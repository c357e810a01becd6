package org.cumulet.identity.token;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import org.cumulet.api.page.Page;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.identity.grant.HeldRolesService;
import org.cumulet.identity.grant.Place;
import org.cumulet.identity.project.Project;

/// What the caller could scope to.
@Singleton
class ScopesService {

    private final HeldRolesService held;
    private final CurrentCaller caller;

    ScopesService(HeldRolesService held, CurrentCaller caller) {
        this.held = held;
        this.caller = caller;
    }

    @Transactional
    Page<Project> projects() {
        caller.must(TokenRule.LIST_PROJECTS);
        return new Page<>(held.projectsOf(caller.get().userId()), false);
    }

    @Transactional
    Page<Project> domains() {
        caller.must(TokenRule.LIST_DOMAINS);
        return new Page<>(held.domainsOf(caller.get().userId()), false);
    }

    @Transactional
    boolean hasSystem() {
        caller.must(TokenRule.LIST_SYSTEM);
        return !held.rolesOf(caller.get().userId(), new Place.System()).isEmpty();
    }
}
