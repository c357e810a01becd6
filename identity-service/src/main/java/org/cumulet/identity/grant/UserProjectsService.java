package org.cumulet.identity.grant;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import org.cumulet.api.page.Page;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.identity.project.Project;
import org.cumulet.identity.user.AccountService;
import org.cumulet.identity.wire.Refusal;

/// The projects of a user, for those who may know them; by its own unscoped token the user finds out what it may
/// scope to.
@Singleton
class UserProjectsService {

    private final HeldRolesService roles;
    private final AccountService accounts;
    private final CurrentCaller caller;

    UserProjectsService(HeldRolesService roles, AccountService accounts, CurrentCaller caller) {
        this.roles = roles;
        this.accounts = accounts;
        this.caller = caller;
    }

    @Transactional
    Page<Project> list(String userId) {
        caller.must(GrantRule.LIST_PROJECTS);
        if (accounts.find(userId)
                .filter(user -> caller.may(GrantRule.LIST_PROJECTS, user.target()))
                .isEmpty()) {
            throw Refusal.missing("user", userId);
        }
        return new Page<>(roles.projectsOf(userId), false);
    }
}
