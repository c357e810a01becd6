package org.cumulet.identity.endpointfilter;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.page.Page;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.identity.endpoint.Endpoint;
import org.cumulet.identity.endpoint.EndpointService;
import org.cumulet.identity.endpointfilter.EndpointFilterStore.Kind;
import org.cumulet.identity.endpointfilter.EndpointFilterStore.Named;
import org.cumulet.identity.endpointgroup.EndpointGroup;
import org.cumulet.identity.endpointgroup.EndpointGroupService;
import org.cumulet.identity.project.NodeService;
import org.cumulet.identity.project.Project;
import org.cumulet.identity.wire.Refusal;

/// Endpoints named for projects, one by one or by group. A project for which nothing is named has all of them.
@Singleton
public class EndpointFilterService {

    private final EndpointFilterStore store;
    private final EndpointService endpoints;
    private final EndpointGroupService groups;
    private final NodeService nodes;
    private final CurrentCaller caller;

    EndpointFilterService(
            EndpointFilterStore store,
            EndpointService endpoints,
            EndpointGroupService groups,
            NodeService nodes,
            CurrentCaller caller) {
        this.store = store;
        this.endpoints = endpoints;
        this.groups = groups;
        this.nodes = nodes;
        this.caller = caller;
    }

    @Transactional
    void add(String projectId, String endpointId) {
        mustKnow(EndpointFilterRule.ADD, projectId, endpointId);
        store.put(Kind.ENDPOINT, projectId, endpointId);
    }

    @Transactional
    void mustExist(String projectId, String endpointId) {
        mustKnow(EndpointFilterRule.CHECK, projectId, endpointId);
        if (!store.contains(Kind.ENDPOINT, projectId, endpointId)) {
            throw notNamed("Endpoint", endpointId, projectId);
        }
    }

    @Transactional
    void remove(String projectId, String endpointId) {
        mustKnow(EndpointFilterRule.REMOVE, projectId, endpointId);
        if (!store.remove(Kind.ENDPOINT, projectId, endpointId)) {
            throw notNamed("Endpoint", endpointId, projectId);
        }
    }

    @Transactional
    Page<Endpoint> endpointsOf(String projectId) {
        caller.must(EndpointFilterRule.LIST);
        mustHaveProject(projectId);
        var named = store.of(projectId);
        return new Page<>(named.isEmpty() ? List.of() : named(endpoints.all(), named), false);
    }

    @Transactional
    Page<Project> projectsOf(String endpointId) {
        caller.must(EndpointFilterRule.LIST_PROJECTS);
        endpoints.get(endpointId);
        return new Page<>(nodes.of(store.projectsOf(Kind.ENDPOINT, endpointId)), false);
    }

    @Transactional
    void addGroup(String groupId, String projectId) {
        mustKnowGroup(EndpointFilterRule.ADD_GROUP, projectId, groupId);
        store.put(Kind.GROUP, projectId, groupId);
    }

    @Transactional
    void mustExistGroup(String groupId, String projectId) {
        mustKnowGroup(EndpointFilterRule.GET_GROUP, projectId, groupId);
        if (!store.contains(Kind.GROUP, projectId, groupId)) {
            throw notNamed("Endpoint group", groupId, projectId);
        }
    }

    @Transactional
    void removeGroup(String groupId, String projectId) {
        mustKnowGroup(EndpointFilterRule.REMOVE_GROUP, projectId, groupId);
        if (!store.remove(Kind.GROUP, projectId, groupId)) {
            throw notNamed("Endpoint group", groupId, projectId);
        }
    }

    @Transactional
    Page<EndpointGroup> groupsOf(String projectId) {
        caller.must(EndpointFilterRule.LIST_GROUPS);
        mustHaveProject(projectId);
        return new Page<>(groupsIn(store.of(projectId)), false);
    }

    @Transactional
    Page<Project> projectsOfGroup(String groupId) {
        caller.must(EndpointFilterRule.LIST_GROUP_PROJECTS);
        groups.get(groupId);
        return new Page<>(nodes.of(store.projectsOf(Kind.GROUP, groupId)), false);
    }

    /// Those of the endpoints that the project's catalog has.
    @Transactional
    public List<Endpoint> visible(String projectId, List<Endpoint> all) {
        var named = store.of(projectId);
        return named.isEmpty() ? all : named(all, named);
    }

    private List<Endpoint> named(List<Endpoint> all, List<Named> named) {
        var one = named.stream().map(Named::endpointId).filter(Objects::nonNull).collect(Collectors.toSet());
        var many = groupsIn(named);
        return all.stream()
                .filter(it -> one.contains(it.id()) || many.stream().anyMatch(group -> group.contains(it)))
                .toList();
    }

    private List<EndpointGroup> groupsIn(List<Named> named) {
        return groups.of(
                named.stream().map(Named::groupId).filter(Objects::nonNull).collect(Collectors.toSet()));
    }

    private void mustKnow(EndpointFilterRule rule, String projectId, String endpointId) {
        caller.must(rule);
        endpoints.get(endpointId);
        mustHaveProject(projectId);
    }

    private void mustKnowGroup(EndpointFilterRule rule, String projectId, String groupId) {
        caller.must(rule);
        groups.get(groupId);
        mustHaveProject(projectId);
    }

    private void mustHaveProject(String id) {
        if (nodes.find(id).isEmpty()) {
            throw Refusal.missing("project", id);
        }
    }

    private static Fault notNamed(String what, String id, String projectId) {
        return Fault.NotFound.saying("%s %s not found in project %s.".formatted(what, id, projectId));
    }
}
