package org.cumulet.network.port;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cumulet.network.address.Ip;
import org.cumulet.network.address.Mac;
import org.cumulet.network.record.Named;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// Where a machine meets a network.
@Entity
public class Port extends Named {

    /// The owner of the ports by which networks give out addresses.
    public static final String DHCP = "network:dhcp";

    static final String ACTIVE = "ACTIVE";
    static final String DOWN = "DOWN";

    private UUID networkId;
    private boolean adminStateUp;
    private String status;
    private String macAddress;
    private String deviceId;
    private String deviceOwner;
    private String dnsName;
    private boolean portSecurityEnabled;
    private @Nullable String host;
    private String vnicType;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, Object> profile;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<AddressPair> addressPairs;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<DhcpOption> dhcpOptions;

    protected Port() {}

    Port(UUID id, NewPort wish, boolean portSecurity, Mac mac, Instant now) {
        super(id, wish.projectId(), wish.name(), wish.description(), now);
        this.networkId = wish.networkId();
        this.adminStateUp = wish.adminStateUp();
        this.status = DOWN;
        this.macAddress = mac.text();
        this.deviceId = wish.deviceId();
        this.deviceOwner = wish.deviceOwner();
        this.dnsName = wish.dnsName();
        this.portSecurityEnabled = portSecurity;
        this.host = wish.host().orElse(null);
        this.vnicType = "normal";
        this.profile = wish.profile();
        this.addressPairs = wish.pairs(mac);
        this.dhcpOptions = wish.dhcpOptions();
    }

    void change(PortChange change, Mac mac, Instant now) {
        change.name().ifPresent(this::rename);
        change.description().ifPresent(this::describe);
        adminStateUp = change.adminStateUp().orElse(adminStateUp);
        macAddress = mac.text();
        deviceId = change.deviceId().orElse(deviceId);
        deviceOwner = change.deviceOwner().orElse(deviceOwner);
        dnsName = change.dnsName().orElse(dnsName);
        portSecurityEnabled = change.portSecurityEnabled().orElse(portSecurityEnabled);
        profile = change.profile().orElse(profile);
        addressPairs = change.pairs(mac).orElse(addressPairs);
        dhcpOptions = change.dhcpOptions(dhcpOptions);
        if (change.movesHost()) {
            bind(change.host().orElse(null));
        }
        if (!adminStateUp) {
            status = DOWN;
        }
        changed(now);
    }

    /// On another host the port is down until that host has made it come true.
    private void bind(@Nullable String to) {
        status = Optional.ofNullable(to).equals(host()) ? status : DOWN;
        host = to;
    }

    /// The host has made it come true. False where nothing is new.
    boolean realised(Instant now) {
        if (status.equals(ACTIVE) || !adminStateUp) {
            return false;
        }
        status = ACTIVE;
        changed(now);
        return true;
    }

    public UUID networkId() {
        return networkId;
    }

    public boolean adminStateUp() {
        return adminStateUp;
    }

    public String status() {
        return status;
    }

    public Mac mac() {
        return new Mac(macAddress);
    }

    public String deviceId() {
        return deviceId;
    }

    public String deviceOwner() {
        return deviceOwner;
    }

    public boolean isForDhcp() {
        return deviceOwner.equals(DHCP);
    }

    public String dnsName() {
        return dnsName;
    }

    /// What the machine is called: its own name, or one made of an address.
    public String hostname(Ip address) {
        return dnsName.isEmpty()
                ? "host-" + address.toString().replace("::", "--").replaceAll("[.:]", "-")
                : dnsName;
    }

    public boolean portSecurityEnabled() {
        return portSecurityEnabled;
    }

    /// Where the machine is, if it is anywhere.
    public Optional<String> host() {
        return Optional.ofNullable(host);
    }

    String vnicType() {
        return vnicType;
    }

    Map<String, Object> profile() {
        return profile;
    }

    public List<AddressPair> addressPairs() {
        return addressPairs;
    }

    public List<DhcpOption> dhcpOptions() {
        return dhcpOptions;
    }
}
