package org.cumulet.network.port;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cumulet.api.fault.Fault;
import org.cumulet.network.address.Ip;
import org.cumulet.network.record.Rows;
import org.cumulet.network.wire.Attributes;
import org.cumulet.network.wire.Condition;
import org.cumulet.network.wire.Ids;
import org.cumulet.network.wire.ListQuery;
import org.cumulet.network.wire.Listing;
import org.cumulet.network.wire.Slice;

/// Where ports are kept.
@Singleton
class PortStore implements PanacheRepositoryBase<Port, UUID> {

    /// A network that has a port on a host.
    record Place(UUID network, String host) {}

    private static final Attributes ATTRIBUTES = Attributes.ofResource()
            .id("network_id", "e.networkId")
            .bool("admin_state_up", "e.adminStateUp")
            .text("status", "e.status")
            .where(
                    "mac_address",
                    values -> Attributes.oneOf(
                            "e.macAddress",
                            values.stream()
                                    .map(it -> it.toLowerCase(Locale.ROOT))
                                    .toList()))
            .text("device_id", "e.deviceId")
            .text("device_owner", "e.deviceOwner")
            .text("dns_name", "e.dnsName")
            .bool("port_security_enabled", "e.portSecurityEnabled")
            .text("binding:vnic_type", "e.vnicType")
            .where("binding:host_id", values -> Attributes.oneOf("coalesce(e.host, '')", values))
            .where(
                    "fixed_ips",
                    values -> Condition.any(
                            values.stream().map(PortStore::address).toList()))
            .where(
                    "ip_address_substr",
                    values -> Condition.any(
                            values.stream().map(PortStore::substring).toList()))
            .where("security_groups", values -> membership(Attributes.ids(values)))
            .tags();

    private final Listing<Port> listing = new Listing<>(this::getEntityManager, Port.class, ATTRIBUTES);

    Slice<Port> page(ListQuery query, Condition scope) {
        return listing.page(query, scope);
    }

    Optional<Port> lock(UUID id) {
        return Rows.lock(getEntityManager(), Port.class, id);
    }

    List<Port> ofDevice(String device) {
        return list("deviceId = ?1 order by id", device);
    }

    List<Port> onHost(String host) {
        return list("host = ?1 order by id", host);
    }

    /// In one order for all.
    List<UUID> notActive(Collection<UUID> ports) {
        return ports.isEmpty()
                ? List.of()
                : getEntityManager()
                        .createQuery(
                                "select p.id from Port p where p.id in ?1 and p.status <> ?2 and p.adminStateUp order by p.id",
                                UUID.class)
                        .setParameter(1, ports)
                        .setParameter(2, Port.ACTIVE)
                        .getResultList();
    }

    List<Port> forDhcp(Collection<UUID> networks) {
        return networks.isEmpty() ? List.of() : list("networkId in ?1 and deviceOwner = ?2", networks, Port.DHCP);
    }

    /// Whose projects a device is, as far as its ports tell.
    boolean isAnothers(String device, String project) {
        return count("deviceId = ?1 and projectId <> ?2", device, project) > 0;
    }

    /// True where anything but the network's own ports is on it.
    boolean isUsed(UUID network) {
        return count("networkId = ?1 and deviceOwner <> ?2", network, Port.DHCP) > 0;
    }

    Set<String> macsIn(UUID network, Collection<String> macs) {
        return new HashSet<>(getEntityManager()
                .createQuery(
                        "select p.macAddress from Port p where p.networkId = ?1 and p.macAddress in ?2", String.class)
                .setParameter(1, network)
                .setParameter(2, macs)
                .getResultList());
    }

    /// Which hosts have ports of these networks.
    List<Place> places(Collection<UUID> networks) {
        if (networks.isEmpty()) {
            return List.of();
        }
        return getEntityManager()
                .createQuery(
                        "select distinct p.networkId, p.host from Port p where p.networkId in ?1 and p.host is not null",
                        Object[].class)
                .setParameter(1, networks)
                .getResultStream()
                .map(row -> new Place((UUID) row[0], (String) row[1]))
                .toList();
    }

    /// Ports other than the network's own that have an address of a subnet.
    boolean isUsedSubnet(UUID subnet) {
        return count(
                        "deviceOwner <> ?1 and id in (select f.portId from FixedIp f where f.subnetId = ?2)",
                        Port.DHCP,
                        subnet)
                > 0;
    }

    void remove(Collection<UUID> ports) {
        if (!ports.isEmpty()) {
            delete("id in ?1", ports);
        }
    }

    /// `ip_address=10.0.0.5` or `subnet_id=…`, several parted by commas.
    private static Condition address(String value) {
        return Condition.all(Arrays.stream(value.split(",", -1))
                .map(part -> address(part, part.indexOf('=')))
                .toList());
    }

    private static Condition address(String part, int sign) {
        var value = part.substring(sign + 1);
        return switch (part.substring(0, Math.max(0, sign))) {
            case "ip_address" ->
                Ip.parse(value).map(ip -> held("f.address = ?", ip)).orElse(Condition.any(List.of()));
            case "subnet_id" ->
                Ids.parse(value).map(id -> held("f.subnetId = ?", id)).orElse(Condition.any(List.of()));
            case "ip_address_substr" -> substring(value);
            default -> throw unknown(part);
        };
    }

    private static Fault unknown(String value) {
        return new Fault.BadRequest(
                        "Invalid input for operation: fixed_ips filter '%s' is neither ip_address= nor subnet_id=."
                                .formatted(Ids.shown(value)))
                .named("InvalidInput");
    }

    private static Condition substring(String value) {
        return held("locate(?, function('host', f.address)) > 0", value);
    }

    private static Condition held(String condition, Object value) {
        return Condition.of("exists (select 1 from FixedIp f where f.portId = e.id and " + condition + ")", value);
    }

    private static Condition membership(List<?> groups) {
        var oneOf = Attributes.oneOf("m.securityGroupId", groups);
        return new Condition(
                "exists (select 1 from Membership m where m.portId = e.id and " + oneOf.text() + ")", oneOf.values());
    }
}
