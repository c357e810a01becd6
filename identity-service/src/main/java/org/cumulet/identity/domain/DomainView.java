package org.cumulet.identity.domain;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import org.cumulet.api.page.Page;
import org.cumulet.identity.project.Project;
import org.cumulet.identity.wire.Links;
import org.cumulet.identity.wire.Listed;
import org.cumulet.identity.wire.Self;

/// A domain as the API shows it.
public record DomainView(
        String id,
        String name,
        String description,
        boolean enabled,
        List<String> tags,
        Map<String, Boolean> options,
        Self links,
        @JsonAnyGetter Map<String, Object> extra) {

    public static DomainView of(Project root, Links links) {
        return new DomainView(
                root.id(),
                root.name(),
                root.description(),
                root.isEnabled(),
                root.tags(),
                root.options(),
                new Self(links.to("domains", root.id())),
                root.extra());
    }

    record One(DomainView domain) {}

    public record Many(
            List<DomainView> domains, @JsonUnwrapped Listed listed) {

        public static Many of(Page<Project> page, Links links) {
            return new Many(page.map(it -> DomainView.of(it, links)).items(), Listed.of(page, links));
        }
    }
}
