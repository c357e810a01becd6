package org.cumulet.network.network;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.cumulet.network.record.Named;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A layer 2 network.
@Entity
public class Network extends Named {

    private static final int VXLAN_OVERHEAD = 50;

    private boolean adminStateUp;
    private boolean shared;
    private boolean external;
    private boolean portSecurityEnabled;
    private String dnsDomain;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> zoneHints;

    private String networkType;
    private @Nullable String physicalNetwork;
    private @Nullable Integer segmentationId;
    private int mtu;

    protected Network() {}

    Network(UUID id, NewNetwork wish, Segment segment, int physicalMtu, Instant now) {
        super(id, wish.projectId(), wish.name(), wish.description(), now);
        this.adminStateUp = wish.adminStateUp();
        this.shared = wish.shared();
        this.external = wish.external();
        this.portSecurityEnabled = wish.portSecurityEnabled();
        this.dnsDomain = wish.dnsDomain();
        this.zoneHints = wish.zoneHints();
        this.networkType = segment.type().api();
        this.physicalNetwork = segment.physicalNetwork();
        this.segmentationId = segment.id();
        this.mtu = switch (segment.type()) {
            case FLAT -> physicalMtu;
            case VXLAN -> physicalMtu - VXLAN_OVERHEAD;
        };
    }

    void change(NetworkChange change, Instant now) {
        change.name().ifPresent(this::rename);
        change.description().ifPresent(this::describe);
        adminStateUp = change.adminStateUp().orElse(adminStateUp);
        shared = change.shared().orElse(shared);
        external = change.external().orElse(external);
        portSecurityEnabled = change.portSecurityEnabled().orElse(portSecurityEnabled);
        dnsDomain = change.dnsDomain().orElse(dnsDomain);
        changed(now);
    }

    public boolean adminStateUp() {
        return adminStateUp;
    }

    public boolean shared() {
        return shared;
    }

    public boolean external() {
        return external;
    }

    public boolean portSecurityEnabled() {
        return portSecurityEnabled;
    }

    public String dnsDomain() {
        return dnsDomain;
    }

    public List<String> zoneHints() {
        return List.copyOf(zoneHints);
    }

    public Segment segment() {
        return new Segment(NetworkType.parse(networkType).orElseThrow(), physicalNetwork, segmentationId);
    }

    public int mtu() {
        return mtu;
    }

    public String status() {
        return adminStateUp ? "ACTIVE" : "DOWN";
    }

    /// True where the project may see this network although it is not its own.
    public boolean isOpenTo(String project) {
        return shared || external || projectId().equals(project);
    }
}
