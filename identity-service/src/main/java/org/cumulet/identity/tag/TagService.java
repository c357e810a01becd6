package org.cumulet.identity.tag;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cumulet.api.fault.Fault;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.identity.project.NewProject;
import org.cumulet.identity.project.NodeService;
import org.cumulet.identity.project.Project;
import org.cumulet.identity.wire.Refusal;

/// The tags of a project, one by one or all at once.
@Singleton
class TagService {

    private final NodeService nodes;
    private final CurrentCaller caller;

    TagService(NodeService nodes, CurrentCaller caller) {
        this.nodes = nodes;
        this.caller = caller;
    }

    @Transactional
    List<String> list(String id) {
        return visible(id, TagRule.LIST, nodes.find(id)).tags();
    }

    @Transactional
    void mustExist(String id, String tag) {
        mustHave(visible(id, TagRule.GET, nodes.find(id)), tag);
    }

    @Transactional
    List<String> replace(String id, List<String> tags) {
        var project = visible(id, TagRule.UPDATE_ALL, nodes.findForChange(id));
        nodes.tag(project, tags);
        return project.tags();
    }

    @Transactional
    void clear(String id) {
        nodes.tag(visible(id, TagRule.DELETE_ALL, nodes.findForChange(id)), List.of());
    }

    @Transactional
    void add(String id, String tag) {
        var project = visible(id, TagRule.CREATE, nodes.findForChange(id));
        var all = Stream.concat(project.tags().stream(), Stream.of(tag))
                .distinct()
                .toList();
        if (all.size() > NewProject.MOST_TAGS) {
            throw new Fault.BadRequest("A project has at most %d tags.".formatted(NewProject.MOST_TAGS));
        }
        nodes.tag(project, all);
    }

    @Transactional
    void remove(String id, String tag) {
        var project = visible(id, TagRule.DELETE, nodes.findForChange(id));
        mustHave(project, tag);
        nodes.tag(project, project.tags().stream().filter(it -> !it.equals(tag)).toList());
    }

    private static void mustHave(Project project, String tag) {
        if (!project.tags().contains(tag)) {
            throw Refusal.missing("project tag", tag);
        }
    }

    private Project visible(String id, TagRule rule, Optional<Project> found) {
        caller.must(rule);
        return found.filter(project -> caller.may(rule, project.target()))
                .orElseThrow(() -> Refusal.missing("project", id));
    }
}
