package org.cumulet.identity.project;

import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.function.Function;
import org.cumulet.api.fault.Fault;
import org.cumulet.identity.project.Family.Relatives;
import org.cumulet.identity.wire.Given;
import org.cumulet.identity.wire.Refusal;
import org.jspecify.annotations.Nullable;

/// What the tree asks of its projects: no change of place, no more than so deep, nothing in use below what is not.
@Singleton
class ProjectTree {

    /// How many projects deep, below a domain.
    private static final int DEEPEST = 5;

    private final ProjectStore store;

    ProjectTree(ProjectStore store) {
        this.store = store;
    }

    /// Where a new project goes.
    Project parentFor(NewProject wish, String homeDomain) {
        if (wish.parentId() == null) {
            var domainId = Objects.requireNonNullElse(wish.domainId(), homeDomain);
            return store.findByIdOptional(domainId)
                    .filter(Project::isDomain)
                    .orElseThrow(() -> Refusal.missing("domain", domainId));
        }
        var parent = store.findByIdOptional(wish.parentId())
                .orElseThrow(() -> new Fault.BadRequest("Could not find project: %s.".formatted(wish.parentId())));
        if (wish.domainId() != null && !wish.domainId().equals(parent.domain())) {
            throw new Fault.BadRequest("Cannot create a project in domain %s below a parent of domain %s."
                    .formatted(wish.domainId(), parent.domain()));
        }
        return parent;
    }

    void mustHaveRoom(Project parent, NewProject wish) {
        if (store.ancestors(parent.id()).size() >= DEEPEST) {
            throw new Fault.Forbidden("Max hierarchy depth reached for %s branch.".formatted(parent.id()));
        }
        if (!parent.isEnabled() && !Boolean.FALSE.equals(wish.enabled())) {
            throw new Fault.Forbidden(
                    "Cannot create an enabled project below the disabled project %s.".formatted(parent.id()));
        }
    }

    void mustStayInPlace(Project project, ProjectChange change) {
        mustStay("domain_id", change.domainId(), project.domainId().orElse(null), Fault.BadRequest::new);
        mustStay("parent_id", change.parentId(), project.parentId().orElse(null), Fault.Forbidden::new);
        mustStay(
                "is_domain",
                new Given<>(change.isDomain() != null, change.isDomain()),
                project.isDomain(),
                Fault.BadRequest::new);
    }

    private static <T> void mustStay(String key, Given<T> wish, @Nullable T kept, Function<String, Fault> refusal) {
        if (wish.there() && !Objects.equals(wish.value(), kept)) {
            throw refusal.apply("Update of `%s` is not allowed.".formatted(key));
        }
    }

    void mustFit(Project project, ProjectChange change) {
        if (Boolean.FALSE.equals(change.enabled()) && store.hasEnabledChildren(project.id())) {
            throw new Fault.Forbidden(
                    "Cannot disable project %s since its subtree contains enabled projects.".formatted(project.id()));
        }
        if (Boolean.TRUE.equals(change.enabled())
                && store.ancestors(project.id()).stream().anyMatch(above -> !above.isEnabled())) {
            throw new Fault.Forbidden(
                    "Cannot enable project %s since it has disabled parents.".formatted(project.id()));
        }
    }

    void mustBeLeaf(Project project) {
        if (store.hasChildren(project.id())) {
            throw new Fault.Forbidden(
                    "Cannot delete the project %s since it is not a leaf in the hierarchy.".formatted(project.id()));
        }
    }

    Family family(Project project, FamilyQuery query) {
        return new Family(
                query.parents().map(shape -> Relatives.above(shape, store.ancestors(project.id()))),
                query.subtree().map(shape -> Relatives.below(shape, project.id(), store.descendants(project.id()))));
    }
}
