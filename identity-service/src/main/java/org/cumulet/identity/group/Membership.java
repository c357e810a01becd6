package org.cumulet.identity.group;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/// One user in one group, for good or for a while.
@Entity
@Immutable
@Table(name = "membership")
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
