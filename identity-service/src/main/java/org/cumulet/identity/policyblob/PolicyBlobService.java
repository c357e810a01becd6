package org.cumulet.identity.policyblob;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.cumulet.api.page.Page;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.identity.wire.Refusal;

/// Policies: made, shown, changed, deleted by those who may.
@Singleton
public class PolicyBlobService {

    private final PolicyBlobStore store;
    private final CurrentCaller caller;

    PolicyBlobService(PolicyBlobStore store, CurrentCaller caller) {
        this.store = store;
        this.caller = caller;
    }

    @Transactional
    PolicyBlob create(NewPolicyBlob wish) {
        caller.must(PolicyBlobRule.CREATE);
        var policy = new PolicyBlob(wish);
        store.persist(policy);
        return policy;
    }

    @Transactional
    Page<PolicyBlob> list(PolicyBlobQuery query) {
        caller.must(PolicyBlobRule.LIST);
        return store.page(query.conditions());
    }

    @Transactional
    PolicyBlob show(String id) {
        caller.must(PolicyBlobRule.GET);
        return get(id);
    }

    @Transactional
    PolicyBlob change(String id, PolicyBlobChange change) {
        caller.must(PolicyBlobRule.UPDATE);
        var policy = get(id);
        policy.change(change);
        return policy;
    }

    @Transactional
    void delete(String id) {
        caller.must(PolicyBlobRule.DELETE);
        store.delete(get(id));
    }

    /// A policy, whoever asks.
    @Transactional
    public PolicyBlob get(String id) {
        return find(id).orElseThrow(() -> Refusal.missing("policy", id));
    }

    @Transactional
    public Optional<PolicyBlob> find(String id) {
        return store.findByIdOptional(id);
    }
}
