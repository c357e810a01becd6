package org.cumulet.compute.hypervisor.drive;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a guest is told of itself: OpenStack's config drive, version `latest`.
///
/// @param userData as the guest shall see it
/// @param passwordHash of root, in crypt(3)'s form
public record ConfigDrive(
        UUID server,
        String project,
        String name,
        String hostname,
        int launchIndex,
        String zone,
        Map<String, String> meta,
        Map<String, String> publicKeys,
        List<Link> links,
        byte @Nullable [] userData,
        @Nullable String passwordHash) {

    private static final JsonMapper JSON = new JsonMapper();

    /// A card and the addresses the network gives it.
    public record Link(UUID port, UUID network, String mac, List<String> addresses) {}

    /// The whole drive, labelled `config-2`.
    public byte[] image() {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("openstack/latest/meta_data.json", json(metaData()));
        files.put("openstack/latest/network_data.json", json(networkData()));
        files.put("openstack/latest/vendor_data.json", json(vendorData()));
        if (userData != null) {
            files.put("openstack/latest/user_data", userData);
        }
        return Iso9660.image("config-2", files);
    }

    private Map<String, Object> metaData() {
        var data = new LinkedHashMap<String, Object>();
        data.put("uuid", server);
        data.put("name", name);
        data.put("hostname", hostname);
        data.put("project_id", project);
        data.put("launch_index", launchIndex);
        data.put("availability_zone", zone);
        data.put("meta", meta);
        data.put("public_keys", publicKeys);
        data.put("keys", publicKeys.entrySet().stream().map(ConfigDrive::key).toList());
        data.put("devices", List.of());
        return data;
    }

    private static Map<String, String> key(Map.Entry<String, String> key) {
        return Map.of("name", key.getKey(), "type", "ssh", "data", key.getValue());
    }

    private Map<String, Object> networkData() {
        var cards = new ArrayList<Map<String, Object>>();
        var networks = new ArrayList<Map<String, Object>>();
        for (var link : links) {
            var id = "tap" + link.port().toString().substring(0, 11);
            cards.add(Map.of("id", id, "type", "bridge", "vif_id", link.port(), "ethernet_mac_address", link.mac()));
            for (var address : link.addresses()) {
                networks.add(Map.of(
                        "id",
                        "network" + networks.size(),
                        "type",
                        address.indexOf(':') < 0 ? "ipv4_dhcp" : "ipv6_dhcp",
                        "link",
                        id,
                        "network_id",
                        link.network()));
            }
        }
        return Map.of("links", cards, "networks", networks, "services", List.of());
    }

    /// The password's hash for cloud-init; the password itself is kept nowhere.
    private Map<String, String> vendorData() {
        if (passwordHash == null) {
            return Map.of();
        }
        var root = Map.of("name", "root", "password", passwordHash, "type", "hash");
        var config = Map.of("chpasswd", Map.of("expire", false, "users", List.of(root)));
        return Map.of("cloud-init", "#cloud-config\n" + new String(json(config), UTF_8));
    }

    private static byte[] json(Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The bytes in here may be secret.
    @Override
    public String toString() {
        return "config drive of " + server;
    }
}
