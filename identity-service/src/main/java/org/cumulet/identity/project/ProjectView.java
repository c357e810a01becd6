package org.cumulet.identity.project;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cumulet.api.page.Page;
import org.cumulet.identity.wire.Links;
import org.cumulet.identity.wire.Listed;
import org.cumulet.identity.wire.Self;
import org.jspecify.annotations.Nullable;

/// A project as the API shows it.
public record ProjectView(
        String id,
        String name,
        @Nullable String domainId,
        String description,
        boolean enabled,
        @Nullable String parentId,
        boolean isDomain,
        List<String> tags,
        Map<String, Boolean> options,
        Self links,
        @JsonAnyGetter Map<String, Object> extra) {

    public static ProjectView of(Project project, Links links) {
        return new ProjectView(
                project.id(),
                project.name(),
                project.domainId().orElse(null),
                project.description(),
                project.isEnabled(),
                project.parentId().orElse(null),
                project.isDomain(),
                project.tags(),
                project.options(),
                new Self(links.to("projects", project.id())),
                project.extra());
    }

    public record One(ProjectView project) {}

    public record Many(
            List<ProjectView> projects, @JsonUnwrapped Listed listed) {

        public static Many of(Page<Project> page, Links links) {
            return new Many(page.map(it -> ProjectView.of(it, links)).items(), Listed.of(page, links));
        }
    }

    record WithFamily(Shown project) {

        static WithFamily of(Project project, Family family, Links links) {
            var relatives = new LinkedHashMap<String, @Nullable Object>();
            family.parents().ifPresent(it -> relatives.put("parents", show(it, links)));
            family.subtree().ifPresent(it -> relatives.put("subtree", show(it, links)));
            return new WithFamily(new Shown(ProjectView.of(project, links), relatives));
        }

        private static @Nullable Object show(Family.Relatives relatives, Links links) {
            return switch (relatives) {
                case Family.Listed(var projects) ->
                    projects.stream()
                            .map(it -> new One(ProjectView.of(it, links)))
                            .toList();
                case Family.Nested(var ids) -> ids;
            };
        }
    }

    record Shown(
            @JsonUnwrapped ProjectView project,
            @JsonAnyGetter Map<String, @Nullable Object> relatives) {}
}
