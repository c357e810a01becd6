package org.cumulet.identity.endpointgroup;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import org.cumulet.api.page.Page;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.identity.endpoint.Endpoint;
import org.cumulet.identity.endpoint.EndpointService;
import org.cumulet.identity.store.Conditions;
import org.cumulet.identity.wire.NameQuery;
import org.cumulet.identity.wire.Refusal;

/// Groups of endpoints: made, shown, changed, deleted by those who may.
@Singleton
public class EndpointGroupService {

    private final EndpointGroupStore store;
    private final EndpointService endpoints;
    private final CurrentCaller caller;

    EndpointGroupService(EndpointGroupStore store, EndpointService endpoints, CurrentCaller caller) {
        this.store = store;
        this.endpoints = endpoints;
        this.caller = caller;
    }

    @Transactional
    EndpointGroup create(NewEndpointGroup wish) {
        caller.must(EndpointGroupRule.CREATE);
        var group = new EndpointGroup(wish);
        store.persist(group);
        return group;
    }

    @Transactional
    Page<EndpointGroup> list(NameQuery query) {
        caller.must(EndpointGroupRule.LIST);
        return store.page(query.addTo(new Conditions()));
    }

    @Transactional
    EndpointGroup show(String id) {
        caller.must(EndpointGroupRule.GET);
        return get(id);
    }

    @Transactional
    EndpointGroup change(String id, EndpointGroupChange change) {
        caller.must(EndpointGroupRule.UPDATE);
        var group = get(id);
        group.change(change);
        return group;
    }

    @Transactional
    void delete(String id) {
        caller.must(EndpointGroupRule.DELETE);
        store.delete(get(id));
    }

    @Transactional
    Page<Endpoint> endpoints(String id) {
        caller.must(EndpointGroupRule.LIST_ENDPOINTS);
        var group = get(id);
        return new Page<>(endpoints.all().stream().filter(group::contains).toList(), false);
    }

    /// A group, whoever asks.
    @Transactional
    public EndpointGroup get(String id) {
        return store.findByIdOptional(id).orElseThrow(() -> Refusal.missing("endpoint group", id));
    }

    @Transactional
    public List<EndpointGroup> of(Collection<String> ids) {
        return ids.isEmpty() ? List.of() : store.list("id in ?1", ids);
    }
}
