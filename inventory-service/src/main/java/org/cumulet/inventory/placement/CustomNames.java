package org.cumulet.inventory.placement;

import io.quarkus.hibernate.orm.PersistenceUnit;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.cumulet.api.fault.Fault;

/// Classes and traits that operators have made.
@Singleton
public class CustomNames {

    private static final Pattern FORM = Pattern.compile("CUSTOM_[A-Z0-9_]{1,248}");

    private final EntityManager database;

    CustomNames(@PersistenceUnit("inventory") EntityManager database) {
        this.database = database;
    }

    /// Whether a name could be one of these.
    public static boolean isOne(String name) {
        return FORM.matcher(name).matches();
    }

    /// @throws Fault.BadRequest unless it could be one
    public static void mustBeOne(String name) {
        if (!isOne(name)) {
            throw new Fault.BadRequest("'%s' does not match '^CUSTOM_[A-Z0-9_]+$' with at most 255 characters"
                    .formatted(Printable.of(name)));
        }
    }

    public List<String> classes() {
        return names("select name from custom_class order by name");
    }

    public List<String> traits() {
        return names("select name from custom_trait order by name");
    }

    @SuppressWarnings("unchecked") // a native query does not know better
    private List<String> names(String query) {
        return database.createNativeQuery(query, String.class).getResultList();
    }

    /// @throws Fault.BadRequest when one of these classes is unknown
    public void mustKnowClasses(Collection<String> names) {
        ResourceClasses.mustBeKnown(missing(names, "select name from custom_class where name = any(:names)"));
    }

    /// @throws Fault.BadRequest when one of these traits is unknown
    public void mustKnowTraits(Collection<String> names) {
        Traits.mustBeKnown(missing(names, "select name from custom_trait where name = any(:names)"));
    }

    /// Of these names those that nobody has made; what nobody can make is left to others to judge.
    private List<String> missing(Collection<String> names, String query) {
        var own = names.stream().filter(CustomNames::isOne).distinct().toArray(String[]::new);
        var known = own.length == 0
                ? Set.of()
                : Set.copyOf(database.createNativeQuery(query, String.class)
                        .setParameter("names", own)
                        .getResultList());
        return names.stream().filter(name -> !known.contains(name)).toList();
    }

    /// True when there was none.
    boolean addClass(String name) {
        return changed("insert into custom_class values (:name) on conflict do nothing", name);
    }

    /// True when there was one.
    boolean removeClass(String name) {
        return changed("delete from custom_class where name = :name", name);
    }

    public boolean addTrait(String name) {
        return changed("insert into custom_trait values (:name) on conflict do nothing", name);
    }

    public boolean removeTrait(String name) {
        return changed("delete from custom_trait where name = :name", name);
    }

    private boolean changed(String statement, String name) {
        return database.createNativeQuery(statement).setParameter("name", name).executeUpdate() > 0;
    }

    /// Whether a provider has something of this class.
    boolean hasInventory(String name) {
        return database.createNativeQuery("select 1 from inventory where resource_class = :name limit 1", Integer.class)
                        .setParameter("name", name)
                        .getResultList()
                        .size()
                > 0;
    }
}
