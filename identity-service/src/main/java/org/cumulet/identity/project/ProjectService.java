package org.cumulet.identity.project;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.page.Page;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.auth.Target;
import org.cumulet.identity.policy.Reach;
import org.cumulet.identity.wire.Refusal;

/// Projects: made, shown, changed, deleted by those who may.
@Singleton
class ProjectService {

    private final ProjectStore store;
    private final ProjectTree tree;
    private final NodeService nodes;
    private final CurrentCaller caller;

    ProjectService(ProjectStore store, ProjectTree tree, NodeService nodes, CurrentCaller caller) {
        this.store = store;
        this.tree = tree;
        this.nodes = nodes;
        this.caller = caller;
    }

    @Transactional
    Project create(NewProject wish) {
        if (Boolean.TRUE.equals(wish.isDomain())) {
            return createDomain(wish);
        }
        caller.must(ProjectRule.CREATE);
        var parent = tree.parentFor(wish, Reach.home(caller.get()));
        caller.must(ProjectRule.CREATE, Target.domain(parent.domain()));
        tree.mustHaveRoom(parent, wish);
        return nodes.addProject(parent, wish);
    }

    private Project createDomain(NewProject wish) {
        caller.must(ProjectRule.CREATE_DOMAIN);
        if (wish.domainId() != null || wish.parentId() != null) {
            throw new Fault.BadRequest("A domain belongs to no other domain or project.");
        }
        return nodes.addDomain(wish);
    }

    @Transactional
    Page<Project> list(ProjectQuery query) {
        caller.must(ProjectRule.LIST);
        return store.page(query.conditions().is("domainId", Reach.only(caller.get())));
    }

    @Transactional
    Project show(String id) {
        return visible(id, ProjectRule.GET, store.findByIdOptional(id));
    }

    /// What is above and below a project; for those who may see the whole domain.
    @Transactional
    Family family(Project project, FamilyQuery query) {
        if (query.isEmpty()) {
            return Family.NONE;
        }
        caller.must(ProjectRule.LIST, project.target());
        return tree.family(project, query);
    }

    @Transactional
    Project change(String id, ProjectChange change) {
        var project = visible(id, ProjectRule.UPDATE, store.findForChange(id));
        if (project.isDomain()) {
            caller.must(ProjectRule.UPDATE_DOMAIN);
        } else {
            tree.mustFit(project, change);
        }
        tree.mustStayInPlace(project, change);
        nodes.change(project, change);
        return project;
    }

    @Transactional
    void delete(String id) {
        var project = visible(id, ProjectRule.DELETE, store.findForChange(id));
        if (project.isDomain()) {
            caller.must(ProjectRule.DELETE_DOMAIN);
        } else {
            tree.mustBeLeaf(project);
        }
        nodes.remove(project);
    }

    private Project visible(String id, ProjectRule rule, Optional<Project> found) {
        caller.must(rule);
        return found.filter(project -> caller.may(rule, project.target()))
                .orElseThrow(() -> Refusal.missing("project", id));
    }
}
