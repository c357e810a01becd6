package org.cumulet.identity.accessrule;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.page.Page;
import org.cumulet.auth.AccessRule;
import org.cumulet.identity.store.Conditions;
import org.cumulet.identity.store.Unique;
import org.cumulet.identity.wire.Listed;
import org.cumulet.identity.wire.Refusal;

/// The access rules of all users.
@Singleton
class AccessRuleStore implements PanacheRepositoryBase<UserAccessRule, String> {

    UserAccessRule add(UserAccessRule rule) {
        Unique.orElse(
                () -> persistAndFlush(rule),
                () -> Refusal.duplicate("access_rule", "path " + rule.rule().path()));
        return rule;
    }

    Optional<UserAccessRule> find(String userId, String id) {
        return find("userId = ?1 and id = ?2", userId, id).firstResultOptional();
    }

    Optional<UserAccessRule> find(String userId, AccessRule rule) {
        return find(
                        "userId = ?1 and service = ?2 and method = ?3 and path = ?4",
                        userId,
                        rule.service(),
                        rule.method(),
                        rule.path())
                .firstResultOptional();
    }

    Page<UserAccessRule> page(Conditions conditions) {
        return Page.of(
                find(conditions.jpql(), Sort.by("id"), conditions.values())
                        .range(0, Listed.MOST)
                        .list(),
                Listed.MOST);
    }

    /// Unless an application credential has it.
    void remove(UserAccessRule rule) {
        Unique.orElse(
                () -> {
                    delete(rule);
                    flush();
                },
                () -> new Fault.Forbidden("Access rule %s is used by an application credential: delete that first."
                        .formatted(rule.id())));
    }
}
