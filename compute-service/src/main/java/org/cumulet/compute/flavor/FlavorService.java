package org.cumulet.compute.flavor;

import static org.cumulet.compute.flavor.FlavorRule.ADD_ACCESS;
import static org.cumulet.compute.flavor.FlavorRule.CREATE;
import static org.cumulet.compute.flavor.FlavorRule.DELETE;
import static org.cumulet.compute.flavor.FlavorRule.LIST_ACCESS;
import static org.cumulet.compute.flavor.FlavorRule.LIST_SPECS;
import static org.cumulet.compute.flavor.FlavorRule.READ;
import static org.cumulet.compute.flavor.FlavorRule.REMOVE_ACCESS;
import static org.cumulet.compute.flavor.FlavorRule.UPDATE;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.json.Times;
import org.cumulet.api.page.Page;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.compute.web.SortQuery;
import org.cumulet.events.Service;
import org.jspecify.annotations.Nullable;

/// What can be done with flavors.
@Singleton
public class FlavorService {

    private static final int MAX_PAGE = 1000;

    private final FlavorStore store;
    private final CurrentCaller caller;
    private final Clock clock;

    FlavorService(FlavorStore store, CurrentCaller caller, @Service("compute") Clock clock) {
        this.store = store;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    Page<Flavor> list(FlavorQuery query) {
        caller.must(READ);
        // Only admins choose between public and private; others see what is theirs to see.
        var visibility = caller.get().isAdmin() ? query.visibility() : java.util.Optional.of(true);
        var project = caller.get().projectId().orElse("");
        var filter = new FlavorFilter(project, visibility, query.minRam(), query.minDisk());
        var keys = query.sortKeys.isEmpty() ? List.of("flavorid") : query.sortKeys;
        var orders = SortQuery.orders(keys, query.sortDirs, FlavorStore.SORT_KEYS, true);
        var marker = query.marker()
                .map(id -> store.findByIdOptional(id)
                        .orElseThrow(() -> new Fault.BadRequest("marker [%s] not found".formatted(id)))
                        .id())
                .orElse(null);
        return store.page(filter, orders, marker, query.limit(MAX_PAGE));
    }

    /// The flavor, if the caller may see it.
    @Transactional
    public Flavor find(String id) {
        caller.must(READ);
        return seen(id);
    }

    @Transactional
    Flavor create(NewFlavor wish) {
        caller.must(CREATE);
        var id = wish.id() == null ? UUID.randomUUID().toString() : wish.id();
        if (store.findByIdOptional(id).isPresent()) {
            throw new Fault.Conflict("Flavor with ID %s already exists.".formatted(id));
        }
        if (store.hasName(wish.name())) {
            throw new Fault.Conflict("Flavor with name %s already exists.".formatted(wish.name()));
        }
        var flavor = new Flavor(wish, id, Times.now(clock));
        store.persist(flavor);
        return flavor;
    }

    @Transactional
    Flavor describe(String id, @Nullable String text) {
        caller.must(UPDATE);
        var flavor = locked(id);
        flavor.describe(text);
        return flavor;
    }

    @Transactional
    void delete(String id) {
        caller.must(DELETE);
        store.delete(locked(id));
    }

    boolean maySeeSpecs() {
        return caller.may(LIST_SPECS);
    }

    @Transactional
    Flavor access(String id) {
        caller.must(LIST_ACCESS);
        var flavor = seen(id);
        if (flavor.isPublic()) {
            throw Fault.NotFound.saying("Access list not available for public flavors.");
        }
        return flavor;
    }

    @Transactional
    Flavor open(String id, String project) {
        caller.must(ADD_ACCESS);
        var flavor = locked(id);
        if (flavor.isPublic()) {
            throw new Fault.Conflict("Can not add access to a public flavor.");
        }
        if (!flavor.open(project)) {
            throw new Fault.Conflict(
                    "Flavor access already exists for flavor %s and project %s combination.".formatted(id, project));
        }
        return flavor;
    }

    @Transactional
    Flavor close(String id, String project) {
        caller.must(REMOVE_ACCESS);
        var flavor = locked(id);
        if (!flavor.close(project)) {
            throw Fault.NotFound.saying("Flavor access not found for %s / %s combination.".formatted(id, project));
        }
        return flavor;
    }

    /// For changes of the features beside this one, in their transaction.
    Flavor locked(String id) {
        return store.lock(id).orElseThrow(() -> missing(id));
    }

    Flavor seen(String id) {
        var project = caller.get().isAdmin() ? null : caller.get().projectId().orElse("");
        return store.seenBy(project, id).orElseThrow(() -> missing(id));
    }

    private static Fault.NotFound missing(String id) {
        return new Fault.NotFound("Flavor", id);
    }
}
