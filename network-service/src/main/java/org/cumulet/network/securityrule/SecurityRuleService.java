package org.cumulet.network.securityrule;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.json.Times;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.auth.Target;
import org.cumulet.events.Service;
import org.cumulet.network.quota.Quota;
import org.cumulet.network.quota.QuotaService;
import org.cumulet.network.securitygroup.SecurityGroup;
import org.cumulet.network.securitygroup.SecurityGroupGrown;
import org.cumulet.network.securitygroup.SecurityGroupService;
import org.cumulet.network.wire.Condition;
import org.cumulet.network.wire.Ids;
import org.cumulet.network.wire.ListQuery;
import org.cumulet.network.wire.Slice;

/// The rules of security groups.
@ApplicationScoped
public class SecurityRuleService {

    private final CurrentCaller caller;
    private final SecurityRuleStore store;
    private final SecurityGroupService groups;
    private final QuotaService quotas;
    private final Clock clock;

    SecurityRuleService(
            CurrentCaller caller,
            SecurityRuleStore store,
            SecurityGroupService groups,
            QuotaService quotas,
            @Service("network") Clock clock) {
        this.caller = caller;
        this.store = store;
        this.groups = groups;
        this.quotas = quotas;
        this.clock = clock;
    }

    @Transactional
    Slice<SecurityRule> list(ListQuery query) {
        caller.must(SecurityRuleRule.GET);
        return store.page(
                query, caller.get().isAdmin() ? Condition.ALWAYS : Condition.of("e.projectId = ?", caller.project()));
    }

    @Transactional
    SecurityRule show(String id) {
        caller.must(SecurityRuleRule.GET);
        return Ids.parse(id)
                .flatMap(store::findByIdOptional)
                .filter(rule -> caller.get().isAdmin()
                        || Optional.of(rule.projectId()).equals(caller.get().projectId()))
                .orElseThrow(() -> missing(id));
    }

    @Transactional
    List<SecurityRule> create(List<NewSecurityRule> wishes) {
        wishes.forEach(wish -> caller.must(SecurityRuleRule.CREATE, Target.project(wish.projectId())));
        wishes.stream()
                .collect(groupingBy(NewSecurityRule::projectId, counting()))
                .forEach((project, more) -> quotas.take(project, Map.of(Quota.SECURITY_GROUP_RULE, more)));
        hold(wishes).forEach(group -> caller.must(SecurityRuleRule.CREATE, Target.project(group.projectId())));
        wishes.stream().map(NewSecurityRule::groupId).distinct().forEach(groups::rulesChanged);
        return wishes.stream().map(this::add).toList();
    }

    @Transactional
    void delete(String id) {
        var rule = show(id);
        caller.must(SecurityRuleRule.DELETE, Target.project(rule.projectId()));
        groups.rulesChanged(rule.securityGroupId());
        if (!store.deleteById(rule.id())) {
            throw missing(id);
        }
    }

    /// The rules of some groups, as they are shown.
    @Transactional
    public Map<UUID, List<SecurityRuleView>> of(Collection<UUID> groupIds) {
        return store.of(Set.copyOf(groupIds)).stream()
                .collect(groupingBy(SecurityRule::securityGroupId, mapping(SecurityRuleView::of, toList())));
    }

    /// Every group lets everything out; the default group also lets its own members in.
    void groupGrows(@Observes SecurityGroupGrown group) {
        for (var ethertype : List.of("IPv4", "IPv6")) {
            store.persist(new SecurityRule(usual(group, "egress", ethertype), Times.now(clock)));
            if (group.isDefault()) {
                store.persist(new SecurityRule(usual(group, "ingress", ethertype), Times.now(clock)));
            }
        }
    }

    private static NewSecurityRule usual(SecurityGroupGrown group, String direction, String ethertype) {
        return new NewSecurityRule(
                group.project(),
                group.group(),
                direction,
                ethertype,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                direction.equals("ingress") ? Optional.of(group.group()) : Optional.empty(),
                "");
    }

    /// All groups that rules are of or speak of, in one order for all, so that nobody waits for anybody in a circle.
    private List<SecurityGroup> hold(List<NewSecurityRule> wishes) {
        return wishes.stream()
                .flatMap(wish -> Stream.concat(Stream.of(wish.groupId()), wish.remoteGroup().stream()))
                .distinct()
                .sorted()
                .map(groups::hold)
                .toList();
    }

    private SecurityRule add(NewSecurityRule wish) {
        store.like(wish).ifPresent(same -> {
            throw new Fault.Conflict("Security group rule already exists. Rule id is %s.".formatted(same.id()))
                    .named("SecurityGroupRuleExists");
        });
        var rule = new SecurityRule(wish, Times.now(clock));
        store.persist(rule);
        return rule;
    }

    private static Fault missing(String id) {
        return Fault.NotFound.saying("Security group rule %s does not exist".formatted(Ids.shown(id)))
                .named("SecurityGroupRuleNotFound");
    }
}
