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
import org.cumulet.identity.wire.Refusal;

/// Domains: made, shown, changed, deleted by those who may.
@Singleton
class DomainService {

    private final NodeService nodes;
    private final CurrentCaller caller;

    DomainService(NodeService nodes, CurrentCaller caller) {
        this.nodes = nodes;
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
        nodes.change(domain, change);
        return domain;
    }

    @Transactional
    void delete(String id) {
        nodes.remove(visible(id, DomainRule.DELETE, nodes.findDomainForChange(id)));
    }

    private Project visible(String id, DomainRule rule, Optional<Project> found) {
        caller.must(rule);
        return found.filter(domain -> caller.may(rule, domain.target()))
                .orElseThrow(() -> Refusal.missing("domain", id));
    }
}
