package org.cumulet.identity.assignment;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.Objects;
import java.util.stream.Stream;
import org.cumulet.api.fault.Fault;
import org.cumulet.identity.store.Conditions;
import org.cumulet.identity.wire.Flags;
import org.jspecify.annotations.Nullable;

/// What the list of assignments may be asked for.
public class AssignmentQuery {

    @Context
    @SuppressWarnings("NullAway.Init") // set by the HTTP layer
    UriInfo uri;

    @QueryParam("user.id")
    @Nullable
    String user;

    @QueryParam("group.id")
    @Nullable
    String group;

    @QueryParam("role.id")
    @Nullable
    String role;

    @QueryParam("scope.project.id")
    @Nullable
    String project;

    @QueryParam("scope.domain.id")
    @Nullable
    String domain;

    @QueryParam("scope.system")
    @Nullable
    String system;

    @QueryParam("scope.OS-INHERIT:inherited_to")
    @Nullable
    String inheritedTo;

    boolean isEffective() {
        return new Flags(uri).isOn("effective");
    }

    boolean isWithNames() {
        return new Flags(uri).isOn("include_names");
    }

    boolean isWithSubtree() {
        return new Flags(uri).isOn("include_subtree");
    }

    /// In terms of the table and the view of grants alike.
    Conditions conditions() {
        mustMakeSense();
        var conditions = new Conditions()
                .is("user_id", user)
                .is("group_id", group)
                .is("role_id", role)
                .is("inherited", inheritedTo == null ? null : true)
                .is("place", system == null ? null : "SYSTEM");
        if (domain != null) {
            conditions.is("place", "DOMAIN").is("project_id", domain);
        }
        if (project != null) {
            conditions.is("place", "PROJECT").add(isWithSubtree() ? IN_TREE : "project_id = :%s", project);
        }
        return conditions;
    }

    private static final String IN_TREE = """
            project_id in (
                with recursive tree (id) as (
                    select cast(:%s as varchar)
                    union
                    select project.id from tree join project on project.parent_id = tree.id)
                select id from tree)""";

    private void mustMakeSense() {
        refuse(user != null && group != null, "Specify a user or group, not both");
        refuse(
                Stream.of(project, domain, system).filter(Objects::nonNull).count() > 1,
                "Specify system, domain, or project, only one of them");
        refuse(
                isEffective() && group != null,
                "Combining effective and group filter will always result in an empty list.");
        refuse(
                isWithSubtree() && project == null,
                "scope.project.id must be specified if include_subtree is also specified");
        refuse(inheritedTo != null && !inheritedTo.equals("projects"), "inherited_to is 'projects' or nothing");
    }

    private static void refuse(boolean nonsense, String text) {
        if (nonsense) {
            throw new Fault.BadRequest(text);
        }
    }
}
