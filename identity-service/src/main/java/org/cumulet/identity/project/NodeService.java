package org.cumulet.identity.project;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.json.Times;
import org.cumulet.api.page.Page;
import org.cumulet.auth.Revocation.Kind;
import org.cumulet.events.Service;
import org.cumulet.events.Topics;
import org.cumulet.identity.policy.Reach;
import org.cumulet.identity.revocation.RevocationService;
import org.cumulet.identity.store.Conditions;
import org.cumulet.identity.store.Ids;
import org.cumulet.identity.store.News;
import org.cumulet.identity.wire.Options;
import org.cumulet.identity.wire.Refusal;

/// Projects and domains as the rest of identity needs them: it asks no rules, but keeps tokens and events true.
@Singleton
public class NodeService {

    private final ProjectStore store;
    private final RevocationService revocations;
    private final News news;
    private final Event<DomainLeaving> leaving;
    private final Clock clock;

    NodeService(
            ProjectStore store,
            RevocationService revocations,
            News news,
            Event<DomainLeaving> leaving,
            @Service("identity") Clock clock) {
        this.store = store;
        this.revocations = revocations;
        this.news = news;
        this.leaving = leaving;
        this.clock = clock;
    }

    void prepare(@Observes StartupEvent started, Topics topics) {
        topics.ensure(ProjectEvent.TOPIC, 1, true);
    }

    @Transactional(MANDATORY)
    public Project addProject(Project parent, NewProject wish) {
        var project = store.add(Project.below(parent, wish));
        news.tell(new ProjectEvent.Created(
                project.id(), project.name(), project.domain(), project.isEnabled(), Times.now(clock)));
        return project;
    }

    @Transactional(MANDATORY)
    public Project addDomain(NewProject wish) {
        return addDomain(Ids.fresh(), wish);
    }

    @Transactional(MANDATORY)
    public Project addDomain(String id, NewProject wish) {
        return store.add(Project.domain(id, wish));
    }

    /// Where it is disabled, its tokens die.
    @Transactional(MANDATORY)
    public void change(Project node, ProjectChange change) {
        if (node.isImmutable() && !Options.unlocks(change.options())) {
            throw Refusal.immutable(kind(node), node.id(), "update");
        }
        if (node.isDomain() && Boolean.FALSE.equals(change.enabled())) {
            mustNotBeTheFirst(node, "disabled");
        }
        var wasEnabled = node.isEnabled();
        node.change(change);
        store.save(node);
        if (wasEnabled && !node.isEnabled()) {
            revoke(node);
        }
        if (!node.isDomain()) {
            news.tell(new ProjectEvent.Updated(
                    node.id(), node.name(), node.domain(), node.isEnabled(), Times.now(clock)));
        }
    }

    @Transactional(MANDATORY)
    public void tag(Project node, List<String> tags) {
        change(node, ProjectChange.ofTags(tags));
    }

    /// With all that is in it. A domain must be disabled before.
    @Transactional(MANDATORY)
    public void remove(Project node) {
        if (node.isImmutable()) {
            throw Refusal.immutable(kind(node), node.id(), "delete");
        }
        if (node.isDomain()) {
            mustNotBeTheFirst(node, "deleted");
            mustBeDisabled(node);
            leaving.fire(new DomainLeaving(node.id()));
        }
        var gone = node.isDomain() ? store.inDomain(node.id()) : List.of(node);
        gone.forEach(project -> news.tell(new ProjectEvent.Deleted(project.id(), Times.now(clock))));
        revoke(node);
        store.remove(node);
    }

    private static void mustNotBeTheFirst(Project domain, String what) {
        if (domain.id().equals(Reach.DEFAULT_DOMAIN)) {
            throw new Fault.Forbidden(
                    "The domain default holds the services of this cloud and cannot be %s.".formatted(what));
        }
    }

    private static void mustBeDisabled(Project domain) {
        if (domain.isEnabled()) {
            throw new Fault.Forbidden("Cannot delete a domain that is enabled, please disable it first.");
        }
    }

    /// A project or domain.
    @Transactional
    public Optional<Project> find(String id) {
        return store.findByIdOptional(id);
    }

    /// A project or domain that nobody else changes until the transaction ends.
    @Transactional(MANDATORY)
    public Optional<Project> findForChange(String id) {
        return store.findForChange(id);
    }

    /// A domain that nobody else changes until the transaction ends.
    @Transactional(MANDATORY)
    public Optional<Project> findDomainForChange(String id) {
        return store.findForChange(id).filter(Project::isDomain);
    }

    @Transactional
    public Optional<Project> findDomain(String id) {
        return store.findByIdOptional(id).filter(Project::isDomain);
    }

    @Transactional
    public void mustHaveDomain(String id) {
        if (findDomain(id).isEmpty()) {
            throw Refusal.missing("domain", id);
        }
    }

    @Transactional
    public Page<Project> pageOfDomains(Conditions conditions) {
        return store.page(conditions.is("isDomain", true));
    }

    @Transactional
    public Optional<Project> findDomainNamed(String name) {
        return store.findDomain(name);
    }

    @Transactional
    public Optional<Project> findProject(String id) {
        return store.findByIdOptional(id).filter(node -> !node.isDomain());
    }

    @Transactional
    public Optional<Project> findProjectNamed(String domainId, String name) {
        return store.findProject(domainId, name);
    }

    /// One that is in use, and its domain too; both stay so until the transaction ends. The domain is held first, as by
    /// whoever deletes one with all that is in it.
    @Transactional(MANDATORY)
    public Optional<Project> hold(String id) {
        return store.domainOf(id)
                .filter(domain -> domain.equals(id) || held(domain).isPresent())
                .flatMap(_ -> held(id));
    }

    private Optional<Project> held(String id) {
        return store.findHeld(id).filter(Project::isEnabled);
    }

    /// Those of these projects and domains that are in use.
    @Transactional
    public List<Project> enabled(Collection<String> ids) {
        return ids.isEmpty() ? List.of() : store.enabled(ids);
    }

    @Transactional
    public List<Project> of(Collection<String> ids) {
        return ids.isEmpty() ? List.of() : store.list("id in ?1", ids);
    }

    private void revoke(Project node) {
        revocations.revoke(node.isDomain() ? Kind.DOMAIN : Kind.PROJECT, node.id());
    }

    private static String kind(Project node) {
        return node.isDomain() ? "domain" : "project";
    }
}
