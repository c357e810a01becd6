package org.cumulet.identity.accessrule;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.page.Page;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.auth.Target;
import org.cumulet.identity.wire.Refusal;

/// Access rules: they come with application credentials and stay when those go.
@Singleton
public class AccessRuleService {

    private final AccessRuleStore store;
    private final CurrentCaller caller;

    AccessRuleService(AccessRuleStore store, CurrentCaller caller) {
        this.store = store;
        this.caller = caller;
    }

    @Transactional
    Page<UserAccessRule> list(String userId, AccessRuleQuery query) {
        mustReach(AccessRuleRule.LIST, userId, () -> Refusal.missing("user", userId));
        return store.page(query.conditions().is("userId", userId));
    }

    @Transactional
    UserAccessRule show(String userId, String id) {
        return visible(AccessRuleRule.GET, userId, id);
    }

    @Transactional
    void delete(String userId, String id) {
        store.remove(visible(AccessRuleRule.DELETE, userId, id));
    }

    /// The rule that is wished for, whether the user has it already or not.
    @Transactional(MANDATORY)
    public UserAccessRule take(String userId, WishedAccessRule wish) {
        if (wish.id() != null) {
            return store.find(userId, wish.id())
                    .orElseThrow(() -> new Fault.BadRequest("Could not find access rule: %s.".formatted(wish.id())));
        }
        var rule = wish.rule();
        return store.find(userId, rule).orElseGet(() -> store.add(new UserAccessRule(userId, rule)));
    }

    @Transactional
    public List<UserAccessRule> of(Collection<String> ids) {
        return ids.isEmpty() ? List.of() : store.list("id in ?1", ids);
    }

    private UserAccessRule visible(AccessRuleRule rule, String userId, String id) {
        mustReach(rule, userId, () -> Refusal.missing("access rule", id));
        return store.find(userId, id).orElseThrow(() -> Refusal.missing("access rule", id));
    }

    private void mustReach(AccessRuleRule rule, String userId, Supplier<Fault> otherwise) {
        caller.must(rule);
        if (!caller.may(rule, Target.user(userId))) {
            throw otherwise.get();
        }
    }
}
