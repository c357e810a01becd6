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
    List<Host> list(@Nullable String after, HostQuery asked, int most) {
        var label = asked.label();
        var conditions = new ArrayList<String>();
        var values = new HashMap<String, Object>();
        condition("name > :after", "after", after, conditions, values);
        condition("name = :name", "name", asked.name, conditions, values);
        condition("state = :state", "state", asked.state(), conditions, values);
        condition("availabilityZone = :zone", "zone", asked.availabilityZone, conditions, values);
        condition("function('jsonb_exists', roles, :role) = true", "role", asked.role(), conditions, values);
        if (label != null) {
            condition(
                    "function('jsonb_extract_path_text', labels, :key) = :value",
                    "key",
                    label.key(),
                    conditions,
                    values);
            values.put("value", label.value());
        }
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

    /// Those that are more than a simulation and whose key we know.
    List<Host> real() {
        return list("kind = ?1 or kind = ?2 and hostKey is not null", Sort.by("name"), HostKind.LOCAL, HostKind.SSH);
    }

    /// The same hosts as [#real], without what was found on them.
    List<Neighbour> neighbours() {
        return getEntityManager()
                .createQuery(
                        "select name, address, roles from Host"
                                + " where kind = :local or kind = :ssh and hostKey is not null order by name",
                        Neighbour.class)
                .setParameter("local", HostKind.LOCAL)
                .setParameter("ssh", HostKind.SSH)
                .getResultList();
    }

    List<HostSummary> summaries() {
        return getEntityManager()
                .createQuery(
                        "select id, name, state, enabled, availabilityZone, roles, maintenanceSince from Host order by name",
                        HostSummary.class)
                .getResultList();
    }

    List<String> namesTaken(Collection<String> names) {
        return getEntityManager()
                .createQuery("select name from Host where name in :names order by name", String.class)
                .setParameter("names", names)
                .getResultList();
    }
}
