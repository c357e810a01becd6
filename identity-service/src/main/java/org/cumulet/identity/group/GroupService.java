package org.cumulet.identity.group;

import static jakarta.transaction.Transactional.TxType.MANDATORY;
import static jakarta.transaction.Transactional.TxType.REQUIRES_NEW;
import static java.util.Objects.requireNonNull;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.json.Times;
import org.cumulet.api.page.Page;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.auth.Target;
import org.cumulet.events.Service;
import org.cumulet.identity.directory.Directories;
import org.cumulet.identity.policy.Reach;
import org.cumulet.identity.project.NodeService;
import org.cumulet.identity.store.Conditions;
import org.cumulet.identity.store.Ids;
import org.cumulet.identity.user.AccountService;
import org.cumulet.identity.user.User;
import org.cumulet.identity.user.UserQuery;
import org.cumulet.identity.wire.Listed;
import org.cumulet.identity.wire.Refusal;
import org.jspecify.annotations.Nullable;

/// Groups: made, shown, changed, deleted by those who may. Who leaves a group loses its roles, and so its tokens.
@Singleton
public class GroupService {

    private final GroupStore store;
    private final MembershipStore members;
    private final NodeService nodes;
    private final AccountService accounts;
    private final Directories directories;
    private final CurrentCaller caller;
    private final Clock clock;

    GroupService(
            GroupStore store,
            MembershipStore members,
            NodeService nodes,
            AccountService accounts,
            Directories directories,
            CurrentCaller caller,
            @Service("identity") Clock clock) {
        this.store = store;
        this.members = members;
        this.nodes = nodes;
        this.accounts = accounts;
        this.directories = directories;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    Group create(NewGroup wish) {
        var domainId = Objects.requireNonNullElseGet(wish.domainId(), () -> Reach.home(caller.get()));
        caller.must(GroupRule.CREATE, Target.domain(domainId));
        directories.mustNotHave(domainId);
        nodes.mustHaveDomain(domainId);
        return store.add(new Group(domainId, wish));
    }

    @Transactional
    Page<Group> list(GroupQuery query) {
        caller.must(GroupRule.LIST);
        var conditions = query.conditions().is("domainId", Reach.only(caller.get()));
        var domainId = query.domainId(Reach.only(caller.get()));
        if (domainId != null && directories.has(domainId)) {
            conditions.in("id", directories.groups(domainId, query.name()));
        }
        return store.page(conditions);
    }

    Page<Group> listOfUser(String userId, GroupQuery query) {
        var user = QuarkusTransaction.requiringNew().call(() -> reached(userId, GroupRule.LIST_OF_USER));
        user.directoryId()
                .filter(_ -> directories.has(user.domainId()))
                .ifPresent(it -> directories.user(user.domainId(), it));
        return QuarkusTransaction.requiringNew()
                .call(() -> store.page(MembershipStore.isGroupOf(userId).and(query.conditions())));
    }

    Group show(String id) {
        var group = QuarkusTransaction.requiringNew().call(() -> visible(id, GroupRule.GET));
        if (members(group).isEmpty()) {
            return group;
        }
        return find(id).orElseThrow(() -> Refusal.missing("group", id));
    }

    /// Ids of the users of a group that is in a directory; nothing for one that is not.
    private Optional<List<String>> members(Group group) {
        return group.directoryId()
                .filter(_ -> directories.has(group.domainId()))
                .map(it -> directories
                        .members(group.domainId(), it)
                        .orElseThrow(() -> Refusal.missing("group", group.id())));
    }

    @Transactional
    Group change(String id, GroupChange change) {
        var group = changeable(id, GroupRule.UPDATE);
        if (change.domainId() != null && !change.domainId().equals(group.domainId())) {
            throw new Fault.BadRequest("Update of `domain_id` is not allowed.");
        }
        group.change(change);
        store.save(group);
        return group;
    }

    @Transactional
    void delete(String id) {
        var group = changeable(id, GroupRule.DELETE);
        accounts.endTokens(usersForChange(id));
        store.delete(group);
    }

    Page<User> users(String id, UserQuery query) {
        var group = QuarkusTransaction.requiringNew().call(() -> visible(id, GroupRule.LIST_USERS));
        return accounts.page(members(group)
                .map(ids -> new Conditions().in("id", ids))
                .orElseGet(() -> MembershipStore.isUserOf(id))
                .and(query.conditions()));
    }

    void mustContain(String id, String userId) {
        var group = QuarkusTransaction.requiringNew().call(() -> {
            reached(userId, GroupRule.CHECK_USER);
            return visible(id, GroupRule.CHECK_USER);
        });
        var contains = members(group)
                .map(ids -> ids.contains(userId))
                .orElseGet(() -> QuarkusTransaction.requiringNew().call(() -> members.contains(id, userId)));
        if (!contains) {
            throw noMember(id, userId);
        }
    }

    @Transactional
    void add(String id, String userId) {
        changeable(id, GroupRule.ADD_USER);
        reached(userId, GroupRule.ADD_USER);
        store.findForChange(id);
        members.put(id, userId);
    }

    @Transactional
    void remove(String id, String userId) {
        changeable(id, GroupRule.REMOVE_USER);
        reached(userId, GroupRule.REMOVE_USER);
        accounts.endTokens(Set.of(userId));
        if (!members.remove(id, userId)) {
            throw noMember(id, userId);
        }
    }

    /// What a directory says of a group.
    public record Kept(
            String directoryId, String name, @Nullable String description) {}

    /// Keeps a trace of groups that are in a directory.
    ///
    /// @return their ids
    @Transactional(REQUIRES_NEW)
    public List<String> keep(String domainId, List<Kept> all) {
        var wanted = new LinkedHashMap<String, Kept>();
        all.stream().limit(Listed.MOST).forEach(it -> wanted.put(Ids.of(domainId, "group", it.directoryId()), it));
        var known = of(wanted.keySet()).stream().collect(Collectors.toMap(Group::id, it -> it));
        known.forEach((id, group) -> group.follow(requireNonNull(wanted.get(id))));
        wanted.forEach((id, kept) -> {
            if (!known.containsKey(id)) {
                store.addOnce(new Group(domainId, kept));
            }
        });
        return List.copyOf(wanted.keySet());
    }

    /// The user is in these groups of a directory, and in no others of those that it was in for a while.
    @Transactional(REQUIRES_NEW)
    public void keepIn(String domainId, String userId, List<Kept> all, Duration life) {
        lend(userId, keep(domainId, all), Times.now(clock).plus(life));
    }

    /// The user is in these groups until then, and of all that it was in for a while, only in these. Who thereby leaves
    /// a group loses its tokens.
    @Transactional(MANDATORY)
    public void lend(String userId, Collection<String> ids, Instant until) {
        var before = members.lentTo(userId);
        if (!ids.containsAll(before)) {
            accounts.endTokens(Set.of(userId));
        }
        members.takeBack(userId, ids);
        ids.stream().sorted().forEach(id -> {
            if (!before.contains(id)) {
                store.findHeld(id);
            }
            members.lend(id, userId, until);
        });
    }

    /// Nobody whom this identity provider vouches for is in a group for a while any more.
    @Transactional(MANDATORY)
    public void takeBackAllOf(String providerId) {
        members.takeBackAllOf(providerId);
    }

    /// Ids of the groups that the user is in for a while, still.
    @Transactional
    public List<String> lentTo(String userId) {
        return members.lentTo(userId).stream().sorted().toList();
    }

    @Transactional
    public Optional<Group> findNamed(String domainId, String name) {
        return store.findNamed(domainId, name);
    }

    @Transactional
    public Optional<Group> find(String id) {
        return store.findByIdOptional(id);
    }

    @Transactional
    public List<Group> of(Collection<String> ids) {
        return ids.isEmpty() ? List.of() : store.list("id in ?1", ids);
    }

    /// Ids of the users in a group, which nobody joins or leaves until the transaction ends.
    @Transactional(MANDATORY)
    public List<String> usersForChange(String id) {
        return store.findForChange(id).map(_ -> members.usersOf(id)).orElse(List.of());
    }

    private Group visible(String id, GroupRule rule) {
        caller.must(rule);
        return store.findByIdOptional(id)
                .filter(group -> caller.may(rule, group.target()))
                .orElseThrow(() -> Refusal.missing("group", id));
    }

    private Group changeable(String id, GroupRule rule) {
        var group = visible(id, rule);
        if (group.directoryId().isPresent()) {
            directories.mustNotHave(group.domainId());
        }
        return group;
    }

    private User reached(String id, GroupRule rule) {
        caller.must(rule);
        return accounts.find(id)
                .filter(user -> caller.may(rule, user.target()))
                .orElseThrow(() -> Refusal.missing("user", id));
    }

    private static Fault noMember(String id, String userId) {
        return Fault.NotFound.saying("User %s is not found in the group %s.".formatted(userId, id));
    }
}
