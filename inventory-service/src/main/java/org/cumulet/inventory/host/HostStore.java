package org.cumulet.inventory.host;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where hosts are kept.
@Singleton
class HostStore implements PanacheRepositoryBase<Host, UUID> {

    /// Hosts in the order of their names, after the one with a given name.
    List<Host> list(@Nullable String after, @Nullable String name, @Nullable HostState state, int most) {
        var conditions = new ArrayList<String>();
        var values = new HashMap<String, Object>();
        condition("name > :after", "after", after, conditions, values);
        condition("name = :name", "name", name, conditions, values);
        condition("state = :state", "state", state, conditions, values);
        var query = conditions.isEmpty() ? "from Host" : String.join(" and ", conditions);
        return find(query, Sort.by("name"), values).range(0, most - 1).list();
    }

    private static void condition(
            String text, String key, @Nullable Object value, List<String> conditions, Map<String, Object> values) {
        if (value != null) {
            conditions.add(text);
            values.put(key, value);
        }
    }

    List<HostSummary> summaries() {
        return getEntityManager()
                .createQuery(
                        "select id, name, state, enabled, availabilityZone from Host order by name", HostSummary.class)
                .getResultList();
    }

    List<String> namesTaken(Collection<String> names) {
        return getEntityManager()
                .createQuery("select name from Host where name in :names order by name", String.class)
                .setParameter("names", names)
                .getResultList();
    }
}
