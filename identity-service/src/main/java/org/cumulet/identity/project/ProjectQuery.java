package org.cumulet.identity.project;

import jakarta.ws.rs.QueryParam;
import org.cumulet.identity.store.Conditions;
import org.cumulet.identity.wire.Flags;
import org.cumulet.identity.wire.NameQuery;
import org.jspecify.annotations.Nullable;

/// What a list of projects may be asked for. Domains are shown only to those who ask for them.
public class ProjectQuery extends NameQuery {

    @QueryParam("domain_id")
    @Nullable
    String domainId;

    @QueryParam("parent_id")
    @Nullable
    String parentId;

    @QueryParam("enabled")
    @Nullable
    String enabled;

    @QueryParam("is_domain")
    @Nullable
    String isDomain;

    @QueryParam("tags")
    @Nullable
    String tags;

    @QueryParam("tags-any")
    @Nullable
    String tagsAny;

    @QueryParam("not-tags")
    @Nullable
    String notTags;

    @QueryParam("not-tags-any")
    @Nullable
    String notTagsAny;

    Conditions conditions() {
        var conditions = addTo(new Conditions())
                .is("domainId", domainId)
                .is("parentId", parentId)
                .is("enabled", Flags.wish(enabled))
                .is("isDomain", Boolean.TRUE.equals(Flags.wish(isDomain)));
        addTags(conditions, "array_includes(tags, :%s)", tags);
        addTags(conditions, "array_intersects(tags, :%s)", tagsAny);
        addTags(conditions, "not array_includes(tags, :%s)", notTags);
        addTags(conditions, "not array_intersects(tags, :%s)", notTagsAny);
        return conditions;
    }

    private static void addTags(Conditions conditions, String condition, @Nullable String list) {
        if (list != null) {
            conditions.add(condition, list.split(",", -1));
        }
    }
}
