package org.cumulet.identity.registeredlimit;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.page.Page;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.identity.offering.OfferingService;
import org.cumulet.identity.region.RegionService;
import org.cumulet.identity.wire.Refusal;
import org.jspecify.annotations.Nullable;

/// Registered limits: anybody may know them, admins make and change them.
@Singleton
public class RegisteredLimitService {

    private final RegisteredLimitStore store;
    private final OfferingService offerings;
    private final RegionService regions;
    private final CurrentCaller caller;

    RegisteredLimitService(
            RegisteredLimitStore store, OfferingService offerings, RegionService regions, CurrentCaller caller) {
        this.store = store;
        this.offerings = offerings;
        this.regions = regions;
        this.caller = caller;
    }

    /// All of them or none.
    @Transactional
    Page<RegisteredLimit> create(List<NewRegisteredLimit> wishes) {
        caller.must(RegisteredLimitRule.CREATE);
        return new Page<>(wishes.stream().map(this::create).toList(), false);
    }

    private RegisteredLimit create(NewRegisteredLimit wish) {
        mustFit(wish.serviceId(), wish.regionId());
        return store.add(new RegisteredLimit(wish));
    }

    @Transactional
    Page<RegisteredLimit> list(RegisteredLimitQuery query) {
        caller.must(RegisteredLimitRule.LIST);
        return store.page(query.conditions());
    }

    @Transactional
    RegisteredLimit show(String id) {
        caller.must(RegisteredLimitRule.GET);
        return get(id);
    }

    @Transactional
    RegisteredLimit change(String id, RegisteredLimitChange change) {
        caller.must(RegisteredLimitRule.UPDATE);
        var limit = get(id);
        if (change.movesIt() && store.isInUse(limit)) {
            throw RegisteredLimitStore.inUse(limit);
        }
        mustFit(change.serviceId(), change.regionId().value());
        limit.change(change);
        store.save(limit);
        return limit;
    }

    @Transactional
    void delete(String id) {
        caller.must(RegisteredLimitRule.DELETE);
        var limit = get(id);
        if (store.isInUse(limit)) {
            throw RegisteredLimitStore.inUse(limit);
        }
        store.delete(limit);
    }

    @Transactional
    public Optional<RegisteredLimit> find(String serviceId, @Nullable String regionId, String resourceName) {
        return store.find(serviceId, regionId, resourceName);
    }

    private void mustFit(@Nullable String serviceId, @Nullable String regionId) {
        if (serviceId != null && offerings.find(serviceId).isEmpty()) {
            throw new Fault.BadRequest("Could not find service: %s.".formatted(serviceId));
        }
        if (regionId != null && !regions.contains(regionId)) {
            throw new Fault.BadRequest("Could not find region: %s.".formatted(regionId));
        }
    }

    private RegisteredLimit get(String id) {
        return store.findByIdOptional(id).orElseThrow(() -> Refusal.missing("registered limit", id));
    }
}
