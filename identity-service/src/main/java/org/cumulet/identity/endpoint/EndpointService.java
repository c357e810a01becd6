package org.cumulet.identity.endpoint;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.page.Page;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.identity.offering.OfferingService;
import org.cumulet.identity.region.NewRegion;
import org.cumulet.identity.region.RegionService;
import org.cumulet.identity.wire.Refusal;
import org.jspecify.annotations.Nullable;

/// Endpoints: made, shown, changed, deleted by those who may.
@Singleton
public class EndpointService {

    private final EndpointStore store;
    private final OfferingService offerings;
    private final RegionService regions;
    private final CurrentCaller caller;

    EndpointService(EndpointStore store, OfferingService offerings, RegionService regions, CurrentCaller caller) {
        this.store = store;
        this.offerings = offerings;
        this.regions = regions;
        this.caller = caller;
    }

    @Transactional
    Endpoint create(NewEndpoint wish) {
        caller.must(EndpointRule.CREATE);
        mustFit(wish.serviceId(), wish.url(), wish.regionId(), wish.region());
        return add(wish);
    }

    @Transactional
    Page<Endpoint> list(EndpointQuery query) {
        caller.must(EndpointRule.LIST);
        return store.page(query.conditions());
    }

    @Transactional
    Endpoint show(String id) {
        caller.must(EndpointRule.GET);
        return get(id);
    }

    @Transactional
    Endpoint change(String id, EndpointChange change) {
        caller.must(EndpointRule.UPDATE);
        var endpoint = get(id);
        mustFit(
                change.serviceId(),
                change.url(),
                change.regionId().value(),
                change.region().value());
        endpoint.change(change);
        return endpoint;
    }

    @Transactional
    void delete(String id) {
        caller.must(EndpointRule.DELETE);
        store.delete(get(id));
    }

    @Transactional
    public List<Endpoint> all() {
        return store.listAll();
    }

    @Transactional
    public List<Endpoint> enabled() {
        return store.enabled();
    }

    /// An endpoint, whoever asks.
    @Transactional(MANDATORY)
    public Endpoint add(NewEndpoint wish) {
        var endpoint = new Endpoint(wish);
        store.persist(endpoint);
        return endpoint;
    }

    /// The service's address there, whether there was one or not.
    @Transactional(MANDATORY)
    public void put(NewEndpoint wish) {
        store.find(wish.serviceId(), String.valueOf(wish.wishedRegion()), wish.face())
                .ifPresentOrElse(known -> known.move(wish.url()), () -> add(wish));
    }

    private void mustFit(
            @Nullable String serviceId, @Nullable String url, @Nullable String regionId, @Nullable String region) {
        if (serviceId != null && offerings.find(serviceId).isEmpty()) {
            throw new Fault.BadRequest("Could not find service: %s.".formatted(serviceId));
        }
        if (url != null && !UrlTemplate.isKnown(url)) {
            throw new Fault.BadRequest(
                    "Endpoint URL %s has substitutions other than $(project_id)s, $(tenant_id)s and $(user_id)s."
                            .formatted(url));
        }
        if (regionId != null && !regions.contains(regionId)) {
            throw new Fault.BadRequest("Could not find region: %s.".formatted(regionId));
        }
        if (region != null && !regions.contains(region)) {
            regions.add(NewRegion.of(region));
        }
    }

    /// An endpoint, whoever asks.
    @Transactional
    public Endpoint get(String id) {
        return store.findByIdOptional(id).orElseThrow(() -> Refusal.missing("endpoint", id));
    }
}
