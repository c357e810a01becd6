package org.cumulet.identity.region;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.page.Page;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.identity.wire.Refusal;
import org.jspecify.annotations.Nullable;

/// Regions: anybody may know them, admins make and change them.
@Singleton
public class RegionService {

    private final RegionStore store;
    private final CurrentCaller caller;

    RegionService(RegionStore store, CurrentCaller caller) {
        this.store = store;
        this.caller = caller;
    }

    @Transactional
    Region create(NewRegion wish) {
        caller.must(RegionRule.CREATE);
        mustExist(wish.parentRegionId());
        return store.add(new Region(wish));
    }

    @Transactional
    Page<Region> list(RegionQuery query) {
        caller.must(RegionRule.LIST);
        return store.page(query.conditions());
    }

    @Transactional
    Region show(String id) {
        caller.must(RegionRule.GET);
        return get(id);
    }

    @Transactional
    Region change(String id, RegionChange change) {
        caller.must(RegionRule.UPDATE);
        var region = get(id);
        var parent = change.parentRegionId().value();
        mustExist(parent);
        if (parent != null && store.isAbove(id, parent)) {
            throw new Fault.BadRequest("Region %s cannot be above itself.".formatted(id));
        }
        region.change(change);
        return region;
    }

    @Transactional
    void delete(String id) {
        caller.must(RegionRule.DELETE);
        store.remove(get(id));
    }

    @Transactional
    public boolean contains(String id) {
        return store.findByIdOptional(id).isPresent();
    }

    /// A region and those above it, nearest first.
    @Transactional
    public List<String> upwards(String id) {
        return store.upwards(id);
    }

    /// A region, whoever asks.
    @Transactional(MANDATORY)
    public void add(NewRegion wish) {
        store.add(new Region(wish));
    }

    private void mustExist(@Nullable String parent) {
        if (parent != null) {
            get(parent);
        }
    }

    private Region get(String id) {
        return store.findByIdOptional(id).orElseThrow(() -> Refusal.missing("region", id));
    }
}
