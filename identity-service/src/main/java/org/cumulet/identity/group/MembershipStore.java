package org.cumulet.identity.group;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.List;
import org.cumulet.identity.store.Conditions;

/// Who is in which group.
@Singleton
class MembershipStore implements PanacheRepositoryBase<Membership, Membership.Id> {

    private static final String PUT =
            "insert into group_member (group_id, user_id) values (?1, ?2) on conflict do nothing";

    /// Once or again.
    void put(String groupId, String userId) {
        getSession()
                .createNativeQuery(PUT)
                .setParameter(1, groupId)
                .setParameter(2, userId)
                .executeUpdate();
    }

    boolean contains(String groupId, String userId) {
        return findByIdOptional(new Membership.Id(groupId, userId)).isPresent();
    }

    boolean remove(String groupId, String userId) {
        return deleteById(new Membership.Id(groupId, userId));
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
