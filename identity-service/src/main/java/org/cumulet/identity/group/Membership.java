package org.cumulet.identity.group;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/// One user in one group.
@Entity
@Table(name = "group_member")
class Membership {

    @EmbeddedId
    private Id id;

    protected Membership() {}

    String userId() {
        return id.userId();
    }

    @Embeddable
    record Id(
            @Column(name = "group_id") String groupId,
            @Column(name = "user_id") String userId) {}
}
