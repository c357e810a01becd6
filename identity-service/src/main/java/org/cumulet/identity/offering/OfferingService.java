package org.cumulet.identity.offering;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.cumulet.api.page.Page;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.identity.wire.Refusal;

/// The services of the catalog: made, shown, changed, deleted by those who may.
@Singleton
public class OfferingService {

    private final OfferingStore store;
    private final CurrentCaller caller;

    OfferingService(OfferingStore store, CurrentCaller caller) {
        this.store = store;
        this.caller = caller;
    }

    @Transactional
    Offering create(NewOffering wish) {
        caller.must(OfferingRule.CREATE);
        return add(wish);
    }

    @Transactional
    Page<Offering> list(OfferingQuery query) {
        caller.must(OfferingRule.LIST);
        return store.page(query.conditions());
    }

    @Transactional
    Offering show(String id) {
        caller.must(OfferingRule.GET);
        return get(id);
    }

    @Transactional
    Offering change(String id, OfferingChange change) {
        caller.must(OfferingRule.UPDATE);
        var offering = get(id);
        offering.change(change);
        return offering;
    }

    /// Its endpoints go with it.
    @Transactional
    void delete(String id) {
        caller.must(OfferingRule.DELETE);
        store.delete(get(id));
    }

    /// A service, whoever asks.
    @Transactional(MANDATORY)
    public Offering add(NewOffering wish) {
        var offering = new Offering(wish);
        store.persist(offering);
        return offering;
    }

    @Transactional
    public List<Offering> enabled() {
        return store.enabled();
    }

    @Transactional
    public Optional<Offering> find(String id) {
        return store.findByIdOptional(id);
    }

    @Transactional
    public Optional<Offering> findOfType(String type) {
        return store.findOfType(type);
    }

    private Offering get(String id) {
        return find(id).orElseThrow(() -> Refusal.missing("service", id));
    }
}
