package org.cumulet.identity.assignment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cumulet.api.page.Page;
import org.cumulet.identity.assignment.Names.Named;
import org.cumulet.identity.wire.Links;
import org.cumulet.identity.wire.Listed;
import org.jspecify.annotations.Nullable;

/// An assignment as the API shows it.
@JsonInclude(JsonInclude.Include.NON_NULL)
record AssignmentView(
        Named role,
        Map<String, Object> scope,
        @Nullable Named user,
        @Nullable Named group,
        Origin links) {

    /// The grant it comes from, the membership by which a group's came to the user, and the rule by which the role was
    /// implied.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Origin(
            String assignment,
            @Nullable String membership,
            @Nullable String priorRole) {}

    static AssignmentView of(Assignment assignment, Names names, Links links) {
        var userId = assignment.userId();
        var groupId = assignment.groupId();
        return new AssignmentView(
                names.role(assignment.roleId()),
                scope(assignment, names),
                userId == null ? null : names.user(userId),
                userId != null || groupId == null ? null : names.group(groupId),
                origin(assignment, links));
    }

    private static Map<String, Object> scope(Assignment assignment, Names names) {
        var node = assignment.node();
        if (node == null) {
            return Map.of("system", Map.of("all", true));
        }
        var scope = new LinkedHashMap<String, Object>();
        if (assignment.place().equals("DOMAIN")) {
            scope.put("domain", names.domain(node));
        } else {
            scope.put("project", names.project(node));
        }
        if (assignment.inherited()) {
            scope.put("OS-INHERIT:inherited_to", "projects");
        }
        return scope;
    }

    private static Origin origin(Assignment assignment, Links links) {
        var userId = assignment.userId();
        var groupId = assignment.groupId();
        var node = assignment.originId();
        var place = node == null ? "system" : (assignment.origin().equals("DOMAIN") ? "domains/" : "projects/") + node;
        var holder = groupId == null ? "users/" + userId : "groups/" + groupId;
        return new Origin(
                assignment.inherited()
                        ? links.to(
                                "OS-INHERIT", place, holder, "roles", assignment.grantedId(), "inherited_to_projects")
                        : links.to(place, holder, "roles", assignment.grantedId()),
                userId != null && groupId != null ? links.to("groups", groupId, "users", userId) : null,
                assignment.isImplied()
                        ? links.to("prior_role", assignment.roleId(), "implies", assignment.grantedId())
                        : null);
    }

    record Many(
            List<AssignmentView> roleAssignments,
            @JsonUnwrapped Listed listed) {

        static Many of(Page<Assignment> page, Names names, Links links) {
            return new Many(page.map(it -> AssignmentView.of(it, names, links)).items(), Listed.of(page, links));
        }
    }
}
