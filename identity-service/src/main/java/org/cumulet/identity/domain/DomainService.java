package org.cumulet.identity.domain;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.page.Page;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.identity.policy.Reach;
import org.cumulet.identity.project.NewProject;
import org.cumulet.identity.project.NodeService;
import org.cumulet.identity.project.Project;
import org.cumulet.identity.project.ProjectChange;
import org.cumulet.identity.user.AccountService;
import org.cumulet.identity.wire.Refusal;

/// Domains: made, shown, changed, deleted by those who may.
@Singleton
class DomainService {

    private final NodeService nodes;
    private final AccountService users;
    private final CurrentCaller caller;

    DomainService(NodeService nodes, AccountService users, CurrentCaller caller) {
        this.nodes = nodes;
        this.users = users;
        this.caller = caller;
    }

    @Transactional
    Project create(NewProject wish) {
        caller.must(DomainRule.CREATE);
        if (wish.domainId() != null || wish.parentId() != null) {
            throw new Fault.BadRequest("A domain belongs to no other domain or project.");
        }
        return nodes.addDomain(wish);
    }

    @Transactional
    Page<Project> list(DomainQuery query) {
        caller.must(DomainRule.LIST);
        return nodes.pageOfDomains(query.conditions().is("id", Reach.only(caller.get())));
    }

    @Transactional
    Project show(String id) {
        return visible(id, DomainRule.GET, nodes.findDomain(id));
    }

    @Transactional
    Project change(String id, ProjectChange change) {
        var domain = visible(id, DomainRule.UPDATE, nodes.findDomainForChange(id));
        if (change.domainId().value() != null || change.parentId().value() != null) {
            throw new Fault.BadRequest("A domain belongs to no other domain or project.");
        }
        if (Boolean.FALSE.equals(change.enabled())) {
            mustNotBeTheFirst(domain, "disabled");
        }
        nodes.change(domain, change);
        return domain;
    }

    @Transactional
    void delete(String id) {
        var domain = visible(id, DomainRule.DELETE, nodes.findDomainForChange(id));
        mustNotBeTheFirst(domain, "deleted");
        if (domain.isEnabled()) {
            throw new Fault.Forbidden("Cannot delete a domain that is enabled, please disable it first.");
        }
        users.leave(domain);
        nodes.remove(domain);
    }

    private Project visible(String id, DomainRule rule, Optional<Project> found) {
        caller.must(rule);
        return found.filter(domain -> caller.may(rule, domain.target()))
                .orElseThrow(() -> Refusal.missing("domain", id));
    }

    private static void mustNotBeTheFirst(Project domain, String what) {
        if (domain.id().equals(Reach.DEFAULT_DOMAIN)) {
            throw new Fault.Forbidden(
                    "The domain default holds the services of this cloud and cannot be %s.".formatted(what));
        }
    }
}
