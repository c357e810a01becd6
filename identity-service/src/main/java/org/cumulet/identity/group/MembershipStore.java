package org.cumulet.identity.group;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.cumulet.identity.store.Conditions;

/// Who is in which group.
@Singleton
class MembershipStore implements PanacheRepositoryBase<Membership, Membership.Id> {

    private static final String PUT =
            "insert into group_member (group_id, user_id) values (?1, ?2) on conflict do nothing";

    private static final String LEND = """
            insert into lent_membership (group_id, user_id, expires_at) values (?1, ?2, ?3)
            on conflict (user_id, group_id) do update set expires_at = excluded.expires_at""";

    private static final String LENT = "select group_id from lent_membership where user_id = ?1 and expires_at > now()";

    private static final String TAKE_BACK =
            "delete from lent_membership where user_id = ?1 and group_id <> all (cast(?2 as varchar[]))";

    private static final String TAKE_BACK_ALL =
            "delete from lent_membership where user_id in (select id from identity_user where idp_id = ?1)";

    /// Once or again.
    void put(String groupId, String userId) {
        getSession()
                .createNativeQuery(PUT)
                .setParameter(1, groupId)
                .setParameter(2, userId)
                .executeUpdate();
    }

    /// For a while.
    void lend(String groupId, String userId, Instant until) {
        getSession()
                .createNativeQuery(LEND)
                .setParameter(1, groupId)
                .setParameter(2, userId)
                .setParameter(3, until)
                .executeUpdate();
    }

    /// Ids of the groups that the user is in for a while, still.
    Set<String> lentTo(String userId) {
        return Set.copyOf(getSession()
                .createNativeQuery(LENT, String.class)
                .setParameter(1, userId)
                .getResultList());
    }

    /// The user leaves all groups that it is in for a while, but these.
    void takeBack(String userId, Collection<String> others) {
        getSession()
                .createNativeQuery(TAKE_BACK)
                .setParameter(1, userId)
                .setParameter(2, others.toArray(String[]::new))
                .executeUpdate();
    }

    void takeBackAllOf(String providerId) {
        getSession()
                .createNativeQuery(TAKE_BACK_ALL)
                .setParameter(1, providerId)
                .executeUpdate();
    }

    boolean contains(String groupId, String userId) {
        return findByIdOptional(new Membership.Id(groupId, userId)).isPresent();
    }

    boolean remove(String groupId, String userId) {
        return getSession()
                        .createNativeQuery("delete from group_member where group_id = ?1 and user_id = ?2")
                        .setParameter(1, groupId)
                        .setParameter(2, userId)
                        .executeUpdate()
                > 0;
    }

    List<String> usersOf(String groupId) {
        return list("id.groupId = ?1", groupId).stream().map(Membership::userId).toList();
    }

    /// What picks the users of a group out of all users.
    static Conditions isUserOf(String groupId) {
        return new Conditions().add("id in (select m.id.userId from Membership m where m.id.groupId = :%s)", groupId);
    }

    /// What picks the groups of a user out of all groups.
    static Conditions isGroupOf(String userId) {
        return new Conditions().add("id in (select m.id.groupId from Membership m where m.id.userId = :%s)", userId);
    }
}
