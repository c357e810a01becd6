package org.cumulet.identity.mapping;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.cumulet.api.page.Page;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.identity.wire.Refusal;

/// Mappings: made, shown, changed, deleted by those who may, and applied to what a provider says.
@Singleton
public class MappingService {

    private final MappingStore store;
    private final Event<MappingChanged> changed;
    private final CurrentCaller caller;

    MappingService(MappingStore store, Event<MappingChanged> changed, CurrentCaller caller) {
        this.store = store;
        this.changed = changed;
        this.caller = caller;
    }

    @Transactional
    Mapping create(String id, NewMapping wish) {
        caller.must(MappingRule.CREATE);
        var mapping = new Mapping(id, wish);
        mapping.rules().mustBeUseful();
        return store.add(mapping);
    }

    @Transactional
    Page<Mapping> list() {
        caller.must(MappingRule.LIST);
        return store.page();
    }

    @Transactional
    Mapping show(String id) {
        caller.must(MappingRule.GET);
        return get(id);
    }

    @Transactional
    Mapping change(String id, MappingChange change) {
        caller.must(MappingRule.UPDATE);
        var mapping = get(id);
        mapping.change(change);
        mapping.rules().mustBeUseful();
        changed.fire(new MappingChanged(id));
        return mapping;
    }

    @Transactional
    void delete(String id) {
        caller.must(MappingRule.DELETE);
        store.remove(get(id));
    }

    @Transactional
    public void mustExist(String id) {
        get(id);
    }

    /// What the mapping makes of these claims; nothing where no rule fits.
    @Transactional
    public Optional<Mapped> apply(String id, Claims claims) {
        return get(id).rules().apply(claims);
    }

    private Mapping get(String id) {
        return store.findByIdOptional(id).orElseThrow(() -> Refusal.missing("mapping", id));
    }
}
