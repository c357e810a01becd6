package org.cumulet.identity.wire;

import jakarta.ws.rs.QueryParam;
import org.cumulet.identity.store.Conditions;
import org.jspecify.annotations.Nullable;

/// The ways to ask for a name: exact, or by a part of it.
public class NameQuery {

    @QueryParam("name")
    @Nullable
    String name;

    @QueryParam("name__contains")
    @Nullable
    String contains;

    @QueryParam("name__icontains")
    @Nullable
    String icontains;

    @QueryParam("name__startswith")
    @Nullable
    String startsWith;

    @QueryParam("name__istartswith")
    @Nullable
    String istartsWith;

    @QueryParam("name__endswith")
    @Nullable
    String endsWith;

    @QueryParam("name__iendswith")
    @Nullable
    String iendsWith;

    /// The name itself; null where something else is asked for.
    public @Nullable String name() {
        return name;
    }

    /// Adds what is asked for.
    public Conditions addTo(Conditions conditions) {
        return conditions
                .is("name", name)
                .like("name", "%", contains, "%")
                .likeInAnyCase("name", "%", icontains, "%")
                .like("name", "", startsWith, "%")
                .likeInAnyCase("name", "", istartsWith, "%")
                .like("name", "%", endsWith, "")
                .likeInAnyCase("name", "%", iendsWith, "");
    }
}
