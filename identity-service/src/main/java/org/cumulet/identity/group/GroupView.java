package org.cumulet.identity.group;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import org.cumulet.api.page.Page;
import org.cumulet.identity.wire.Links;
import org.cumulet.identity.wire.Listed;
import org.cumulet.identity.wire.Self;
import org.jspecify.annotations.Nullable;

/// A group as the API shows it.
record GroupView(
        String id,
        String name,
        String domainId,
        String description,
        Self links,
        @JsonAnyGetter Map<String, Object> extra) {

    static GroupView of(Group group, Links links) {
        return new GroupView(
                group.id(),
                group.name(),
                group.domainId(),
                group.description(),
                new Self(links.to("groups", group.id())),
                group.extra());
    }

    record One(GroupView group) {}

    record Many(List<GroupView> groups, @JsonUnwrapped Listed listed) {

        static Many of(Page<Group> page, Links links) {
            return new Many(page.map(it -> GroupView.of(it, links)).items(), Listed.of(page, links));
        }
    }

    /// One of a user's groups. Memberships do not expire here.
    record OfUser(@JsonUnwrapped GroupView group, @Nullable String membershipExpiresAt) {}

    record ManyOfUser(List<OfUser> groups, @JsonUnwrapped Listed listed) {

        static ManyOfUser of(Page<Group> page, Links links) {
            return new ManyOfUser(
                    page.map(it -> new OfUser(GroupView.of(it, links), null)).items(), Listed.of(page, links));
        }
    }
}
