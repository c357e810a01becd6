package org.cumulet.network.subnet;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cumulet.network.address.Cidr;
import org.cumulet.network.address.Ip;
import org.cumulet.network.address.IpRange;
import org.cumulet.network.record.Named;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A range of addresses on a network.
@Entity
public class Subnet extends Named {

    private UUID networkId;
    private int ipVersion;
    private String cidr;
    private @Nullable Ip gatewayIp;
    private boolean enableDhcp;

    @JdbcTypeCode(SqlTypes.JSON)
    private SubnetOptions options;

    protected Subnet() {}

    Subnet(NewSubnet wish, Layout layout, Instant now) {
        super(UUID.randomUUID(), wish.projectId(), wish.name(), wish.description(), now);
        this.networkId = wish.networkId();
        this.ipVersion = wish.cidr().version();
        this.cidr = wish.cidr().toString();
        this.gatewayIp = layout.gateway().orElse(null);
        this.enableDhcp = wish.enableDhcp();
        this.options = new SubnetOptions(layout.pools(), wish.nameservers(), wish.routes());
    }

    void change(SubnetChange change, Layout layout, Instant now) {
        change.name().ifPresent(this::rename);
        change.description().ifPresent(this::describe);
        gatewayIp = layout.gateway().orElse(null);
        enableDhcp = change.enableDhcp().orElse(enableDhcp);
        options = new SubnetOptions(
                layout.pools(),
                change.nameservers().orElse(options.nameservers()),
                change.routes().orElse(options.routes()));
        changed(now);
    }

    public UUID networkId() {
        return networkId;
    }

    public int ipVersion() {
        return ipVersion;
    }

    public Cidr cidr() {
        return Cidr.of(cidr);
    }

    public Optional<Ip> gateway() {
        return Optional.ofNullable(gatewayIp);
    }

    public boolean enableDhcp() {
        return enableDhcp;
    }

    /// True where machines are told their addresses: with IPv6 they are set by hand.
    public boolean isServedByDhcp() {
        return enableDhcp && ipVersion == 4;
    }

    public List<IpRange> pools() {
        return options.pools();
    }

    public SubnetOptions options() {
        return options;
    }
}
