package org.cumulet.inventory.placement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.stream.Stream;
import org.cumulet.api.fault.Fault;
import org.cumulet.auth.CurrentCaller;

/// Kinds of things that can be given away: those that everybody knows, and operators' own.
@ApplicationScoped
class ResourceClassService {

    private final CustomNames customs;
    private final CurrentCaller caller;

    ResourceClassService(CustomNames customs, CurrentCaller caller) {
        this.customs = customs;
        this.caller = caller;
    }

    @Transactional
    List<String> list() {
        caller.must(PlacementRule.CLASSES_LIST);
        return Stream.concat(ResourceClasses.ALL.stream(), customs.classes().stream())
                .toList();
    }

    @Transactional
    String show(String name) {
        caller.must(PlacementRule.CLASSES_SHOW);
        if (!ResourceClasses.ALL.contains(name) && !customs.classes().contains(name)) {
            throw notFound(name);
        }
        return name;
    }

    @Transactional
    void create(String name) {
        caller.must(PlacementRule.CLASSES_CREATE);
        CustomNames.mustBeOne(name);
        if (!customs.addClass(name)) {
            throw taken(name);
        }
    }

    /// True when it is new.
    @Transactional
    boolean ensure(String name) {
        caller.must(PlacementRule.CLASSES_UPDATE);
        CustomNames.mustBeOne(name);
        return customs.addClass(name);
    }

    /// Returns the new name.
    @Transactional
    String rename(String name, String newName) {
        caller.must(PlacementRule.CLASSES_UPDATE);
        CustomNames.mustBeOne(newName);
        removeUnused(name);
        if (!customs.addClass(newName)) {
            throw taken(newName);
        }
        return newName;
    }

    @Transactional
    void delete(String name) {
        caller.must(PlacementRule.CLASSES_DELETE);
        removeUnused(name);
    }

    private void removeUnused(String name) {
        if (ResourceClasses.ALL.contains(name)) {
            throw new Fault.BadRequest("Cannot delete standard resource class %s.".formatted(name));
        }
        if (!CustomNames.isOne(name)) {
            throw notFound(name);
        }
        if (customs.hasInventory(name)) {
            throw new Fault.Conflict(
                    "Cannot delete resource class %s: it is in use in inventory.".formatted(Printable.of(name)));
        }
        if (!customs.removeClass(name)) {
            throw notFound(name);
        }
    }

    private static Fault taken(String name) {
        return new Fault.Conflict("Conflicting resource class already exists: %s".formatted(Printable.of(name)));
    }

    private static Fault notFound(String name) {
        return Fault.NotFound.saying("No such resource class %s".formatted(Printable.of(name)));
    }
}
