package org.cumulet.network.ipam;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.cumulet.network.address.Ip;

/// An address that a port holds.
@Entity
public class FixedIp {

    @Id
    private UUID id;

    private UUID portId;
    private UUID networkId;
    private UUID subnetId;
    private Ip address;
    private int position;

    protected FixedIp() {}

    FixedIp(UUID portId, UUID networkId, UUID subnetId, Ip address, int position) {
        this.id = UUID.randomUUID();
        this.portId = portId;
        this.networkId = networkId;
        this.subnetId = subnetId;
        this.address = address;
        this.position = position;
    }

    public UUID portId() {
        return portId;
    }

    public UUID subnetId() {
        return subnetId;
    }

    public Ip address() {
        return address;
    }
}
