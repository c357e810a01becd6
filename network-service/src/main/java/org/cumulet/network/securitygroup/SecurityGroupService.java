package org.cumulet.network.securitygroup;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.json.Times;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.auth.Target;
import org.cumulet.events.Service;
import org.cumulet.network.quota.Quota;
import org.cumulet.network.quota.QuotaService;
import org.cumulet.network.tag.Tagged;
import org.cumulet.network.wire.Condition;
import org.cumulet.network.wire.Ids;
import org.cumulet.network.wire.ListQuery;
import org.cumulet.network.wire.Locks;
import org.cumulet.network.wire.Slice;
import org.jspecify.annotations.Nullable;

/// Security groups: who may have them, and which ports are in them.
@ApplicationScoped
public class SecurityGroupService implements Tagged {

    private final CurrentCaller caller;
    private final SecurityGroupStore store;
    private final QuotaService quotas;
    private final Locks locks;
    private final Clock clock;
    private final Event<SecurityGroupGrown> grown;

    SecurityGroupService(
            CurrentCaller caller,
            SecurityGroupStore store,
            QuotaService quotas,
            Locks locks,
            @Service("network") Clock clock,
            Event<SecurityGroupGrown> grown) {
        this.caller = caller;
        this.store = store;
        this.quotas = quotas;
        this.locks = locks;
        this.clock = clock;
        this.grown = grown;
    }

    @Transactional
    Slice<SecurityGroup> list(ListQuery query) {
        caller.must(SecurityGroupRule.GET);
        asked(query).forEach(this::defaultOf);
        return store.page(query, scope());
    }

    @Transactional
    SecurityGroup show(String id) {
        caller.must(SecurityGroupRule.GET);
        return visible(id);
    }

    @Transactional
    List<SecurityGroup> create(List<NewSecurityGroup> wishes) {
        wishes.forEach(wish -> caller.must(SecurityGroupRule.CREATE, Target.project(wish.projectId())));
        wishes.stream()
                .collect(groupingBy(NewSecurityGroup::projectId, counting()))
                .forEach((project, more) -> {
                    defaultOf(project);
                    quotas.take(project, Map.of(Quota.SECURITY_GROUP, more));
                });
        return wishes.stream().map(this::add).toList();
    }

    @Transactional
    SecurityGroup change(String id, SecurityGroupChange change, @Nullable Integer revision) {
        var group = owned(id, SecurityGroupRule.UPDATE);
        group.mustBeAt(revision);
        var renamed = change.name().filter(name -> !name.equals(group.name()));
        if (renamed.isPresent() && group.isDefault()) {
            throw new Fault.Conflict("Updating the default security group not allowed.")
                    .named("SecurityGroupCannotUpdateDefault");
        }
        renamed.filter(SecurityGroup.DEFAULT::equals).ifPresent(_ -> {
            throw secondDefault();
        });
        group.change(change.name(), change.description(), Times.now(clock));
        return group;
    }

    @Transactional
    void delete(String id, @Nullable Integer revision) {
        var group = owned(id, SecurityGroupRule.DELETE);
        group.mustBeAt(revision);
        if (group.isDefault() && !caller.get().isAdmin()) {
            throw new Fault.Conflict("Insufficient rights for removing default security group.")
                    .named("SecurityGroupCannotRemoveDefault");
        }
        if (store.hasMembers(group.id())) {
            throw new Fault.Conflict("Security Group %s in use.".formatted(id)).named("SecurityGroupInUse");
        }
        store.delete(group);
        store.flush();
    }

    /// The group that a project's ports are in unless they say otherwise; made when it is first asked for.
    public UUID defaultOf(String project) {
        return store.defaultOf(project).map(SecurityGroup::id).orElseGet(() -> {
            locks.projects(Set.of(project));
            return store.defaultOf(project)
                    .map(SecurityGroup::id)
                    .orElseGet(() -> grow(project, SecurityGroup.DEFAULT, "Default security group")
                            .id());
        });
    }

    /// A group that the caller may see, held until the transaction ends.
    public SecurityGroup hold(UUID id) {
        return store.lock(id).filter(this::isVisible).orElseThrow(() -> missing(id.toString()));
    }

    /// Makes sure that ports of a project may be in these groups, which stay until the transaction ends.
    public void mustBeOf(String project, Collection<UUID> ids) {
        for (var id : ids.stream().sorted().toList()) {
            var group = store.keep(id);
            if (group.filter(
                            it -> it.projectId().equals(project) || caller.get().isAdmin())
                    .isEmpty()) {
                throw missing(id.toString());
            }
        }
    }

    /// Puts ports into groups. The ports must be stored by now.
    public void join(Map<UUID, List<UUID>> groupsOfPorts) {
        var memberships = new ArrayList<Membership>();
        groupsOfPorts.forEach((port, groups) -> {
            for (var i = 0; i < groups.size(); i++) {
                memberships.add(new Membership(port, groups.get(i), i));
            }
        });
        store.join(memberships);
    }

    /// Puts a port into other groups than before.
    public void move(UUID port, List<UUID> groups) {
        store.leave(port);
        join(Map.of(port, groups));
    }

    /// The groups of some ports, in order.
    public Map<UUID, List<UUID>> of(Collection<UUID> ports) {
        return store.of(Set.copyOf(ports)).stream()
                .collect(groupingBy(Membership::portId, mapping(Membership::securityGroupId, toList())));
    }

    /// The rules of a group are different: its row is held until the transaction ends.
    public void rulesChanged(UUID id) {
        store.lock(id).orElseThrow(() -> missing(id.toString())).changed(Times.now(clock));
    }

    @Override
    public String collection() {
        return "security-groups";
    }

    @Override
    @Transactional
    public List<String> tags(String id) {
        return show(id).tags();
    }

    @Override
    @Transactional
    public List<String> tag(String id, Function<List<String>, Collection<String>> change) {
        var group = owned(id, SecurityGroupRule.UPDATE);
        group.tag(change.apply(group.tags()), Times.now(clock));
        return group.tags();
    }

    private SecurityGroup add(NewSecurityGroup wish) {
        if (wish.name().equals(SecurityGroup.DEFAULT)) {
            throw secondDefault();
        }
        return grow(wish.projectId(), wish.name(), wish.description());
    }

    private SecurityGroup grow(String project, String name, String description) {
        var group = new SecurityGroup(UUID.randomUUID(), project, name, description, Times.now(clock));
        store.persistAndFlush(group);
        grown.fire(new SecurityGroupGrown(group.id(), project, group.isDefault()));
        return group;
    }

    /// The projects whose default group a list must show.
    private Stream<String> asked(ListQuery query) {
        var named = Stream.concat(query.filter("project_id").stream(), query.filter("tenant_id").stream())
                .filter(it -> it.matches("[A-Za-z0-9_-]{1,64}"))
                .toList();
        return caller.get().isAdmin() && !named.isEmpty() ? named.stream() : caller.get().projectId().stream();
    }

    private Condition scope() {
        return caller.get().isAdmin() ? Condition.ALWAYS : Condition.of("e.projectId = ?", caller.project());
    }

    private SecurityGroup owned(String id, SecurityGroupRule rule) {
        var group = show(id);
        caller.must(rule, Target.project(group.projectId()));
        return store.lock(group.id()).orElseThrow(() -> missing(id));
    }

    private SecurityGroup visible(String id) {
        return Ids.parse(id)
                .flatMap(store::findByIdOptional)
                .filter(this::isVisible)
                .orElseThrow(() -> missing(id));
    }

    private boolean isVisible(SecurityGroup group) {
        return caller.get().isAdmin()
                || Optional.of(group.projectId()).equals(caller.get().projectId());
    }

    private static Fault missing(String id) {
        return Fault.NotFound.saying("Security group %s does not exist".formatted(Ids.shown(id)))
                .named("SecurityGroupNotFound");
    }

    private static Fault secondDefault() {
        return new Fault.Conflict("Default security group already exists.").named("SecurityGroupDefaultAlreadyExists");
    }
}
