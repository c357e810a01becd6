package org.cumulet.identity.group;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.page.Page;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.auth.Target;
import org.cumulet.identity.policy.Reach;
import org.cumulet.identity.project.NodeService;
import org.cumulet.identity.user.AccountService;
import org.cumulet.identity.user.User;
import org.cumulet.identity.user.UserQuery;
import org.cumulet.identity.wire.Refusal;

/// Groups: made, shown, changed, deleted by those who may. Who leaves a group loses its roles, and so its tokens.
@Singleton
public class GroupService {

    private final GroupStore store;
    private final MembershipStore members;
    private final NodeService nodes;
    private final AccountService accounts;
    private final CurrentCaller caller;

    GroupService(
            GroupStore store,
            MembershipStore members,
            NodeService nodes,
            AccountService accounts,
            CurrentCaller caller) {
        this.store = store;
        this.members = members;
        this.nodes = nodes;
        this.accounts = accounts;
        this.caller = caller;
    }

    @Transactional
    Group create(NewGroup wish) {
        var domainId = Objects.requireNonNullElseGet(wish.domainId(), () -> Reach.home(caller.get()));
        caller.must(GroupRule.CREATE, Target.domain(domainId));
        nodes.mustHaveDomain(domainId);
        return store.add(new Group(domainId, wish));
    }

    @Transactional
    Page<Group> list(GroupQuery query) {
        caller.must(GroupRule.LIST);
        return store.page(query.conditions().is("domainId", Reach.only(caller.get())));
    }

    @Transactional
    Page<Group> listOfUser(String userId, GroupQuery query) {
        mustReachUser(userId, GroupRule.LIST_OF_USER);
        return store.page(MembershipStore.isGroupOf(userId).and(query.conditions()));
    }

    @Transactional
    Group show(String id) {
        return visible(id, GroupRule.GET);
    }

    @Transactional
    Group change(String id, GroupChange change) {
        var group = visible(id, GroupRule.UPDATE);
        if (change.domainId() != null && !change.domainId().equals(group.domainId())) {
            throw new Fault.BadRequest("Update of `domain_id` is not allowed.");
        }
        group.change(change);
        store.save(group);
        return group;
    }

    @Transactional
    void delete(String id) {
        var group = visible(id, GroupRule.DELETE);
        accounts.endTokens(usersForChange(id));
        store.delete(group);
    }

    @Transactional
    Page<User> users(String id, UserQuery query) {
        visible(id, GroupRule.LIST_USERS);
        return accounts.page(MembershipStore.isUserOf(id).and(query.conditions()));
    }

    @Transactional
    void mustContain(String id, String userId) {
        visible(id, GroupRule.CHECK_USER);
        mustReachUser(userId, GroupRule.CHECK_USER);
        if (!members.contains(id, userId)) {
            throw noMember(id, userId);
        }
    }

    @Transactional
    void add(String id, String userId) {
        visible(id, GroupRule.ADD_USER);
        mustReachUser(userId, GroupRule.ADD_USER);
        store.findForChange(id);
        members.put(id, userId);
    }

    @Transactional
    void remove(String id, String userId) {
        visible(id, GroupRule.REMOVE_USER);
        mustReachUser(userId, GroupRule.REMOVE_USER);
        accounts.endTokens(Set.of(userId));
        if (!members.remove(id, userId)) {
            throw noMember(id, userId);
        }
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

    private void mustReachUser(String id, GroupRule rule) {
        caller.must(rule);
        if (accounts.find(id).filter(user -> caller.may(rule, user.target())).isEmpty()) {
            throw Refusal.missing("user", id);
        }
    }

    private static Fault noMember(String id, String userId) {
        return Fault.NotFound.saying("User %s is not found in the group %s.".formatted(userId, id));
    }
}
