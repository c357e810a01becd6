package org.cumulet.network.securitygroup;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.util.UUID;

/// A port is in a group.
@Entity
@IdClass(Membership.Key.class)
class Membership {

    /// Which port in which group.
    record Key(UUID portId, UUID securityGroupId) {}

    @Id
    private UUID portId;

    @Id
    private UUID securityGroupId;

    private int position;

    protected Membership() {}

    Membership(UUID portId, UUID securityGroupId, int position) {
        this.portId = portId;
        this.securityGroupId = securityGroupId;
        this.position = position;
    }

    UUID portId() {
        return portId;
    }

    UUID securityGroupId() {
        return securityGroupId;
    }
}
