package org.cumulet.network.ipam;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.cumulet.network.address.Ip;

/// The address of a subnet that was given out last.
@Entity
class AddressCursor {

    @Id
    private UUID subnetId;

    private Ip address;

    protected AddressCursor() {}

    AddressCursor(UUID subnetId, Ip address) {
        this.subnetId = subnetId;
        this.address = address;
    }

    Ip address() {
        return address;
    }

    void move(Ip to) {
        address = to;
    }
}
