package org.cumulet.compute.server;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.version.Microversion;
import org.cumulet.compute.store.Order;
import org.cumulet.compute.web.ComputeVersions;
import org.cumulet.compute.web.SortQuery;

/// Which servers, in which order: the query of a list, read once.
///
/// @param everybody those of all projects, not only of the caller's
public record ServerQuery(List<Condition> conditions, List<Order> orders, boolean everybody) {

    /// What else may stand in a query, and what cannot narrow it since all servers here are alike in it.
    private static final Set<String> OTHERS = Set.of(
            "limit",
            "marker",
            "sort_key",
            "sort_dir",
            "all_tenants",
            "deleted",
            "soft_deleted",
            "status",
            "auto_disk_config",
            "kernel_id",
            "ramdisk_id",
            "root_device_name");

    private static final Map<String, String> SORT_KEYS = Map.ofEntries(
            Map.entry("access_ip_v4", "coalesce(access_ipv4, '')"),
            Map.entry("access_ip_v6", "coalesce(access_ipv6, '')"),
            Map.entry("auto_disk_config", "disk_config"),
            Map.entry("availability_zone", "coalesce(placement ->> 'zone', '')"),
            Map.entry("config_drive", "config_drive"),
            Map.entry("created_at", "created"),
            Map.entry("display_description", "coalesce(description, '')"),
            Map.entry("display_name", "name"),
            Map.entry("host", "coalesce(host_name, '')"),
            Map.entry("hostname", "hostname"),
            Map.entry("image_ref", "cast(image as text)"),
            Map.entry("instance_type_id", "flavor_id"),
            Map.entry("key_name", "coalesce(key_name, '')"),
            Map.entry("launch_index", "launch_index"),
            Map.entry("launched_at", "coalesce(launched, 'epoch')"),
            Map.entry("locked_by", "coalesce(locked_by, '')"),
            Map.entry("node", "coalesce(host_name, '')"),
            Map.entry("power_state", "power_state"),
            Map.entry("project_id", "project"),
            Map.entry("task_state", "coalesce(task_state, '')"),
            Map.entry("terminated_at", "coalesce(terminated, 'epoch')"),
            Map.entry("updated_at", "updated"),
            Map.entry("user_id", "user_id"),
            Map.entry("uuid", "cast(id as text)"),
            Map.entry("vm_state", "vm_state"));

    private static final Set<String> ADMIN_SORT_KEYS = Set.of("host", "node");

    /// @throws Fault.BadRequest when something in it makes no sense
    public static ServerQuery of(MultivaluedMap<String, String> asked, boolean admin) {
        mustBeKnown(asked.keySet());
        var conditions = new ArrayList<Condition>();
        asked.forEach((name, values) -> ServerFilter.named(name)
                .flatMap(filter -> filter.of(values.getLast(), admin))
                .ifPresent(conditions::add));
        conditions.addAll(statuses(asked.getOrDefault("status", List.of()), admin));
        conditions.addAll(presence(asked, admin));
        return new ServerQuery(conditions, orders(asked, admin), isForEverybody(asked, admin));
    }

    private static void mustBeKnown(Set<String> names) {
        if (!Microversion.atLeast(ComputeVersions.STRICT_QUERIES)) {
            return;
        }
        for (var name : names) {
            if (!OTHERS.contains(name) && ServerFilter.named(name).isEmpty()) {
                throw new Fault.BadRequest(
                        "Additional properties are not allowed ('%s' was unexpected)".formatted(name));
            }
        }
    }

    /// A status stands for pairs of states.
    private static List<Condition> statuses(List<String> asked, boolean admin) {
        if (asked.isEmpty()) {
            return List.of();
        }
        var wanted =
                asked.stream().map(status -> status.toUpperCase(Locale.ROOT)).collect(Collectors.toSet());
        if (wanted.contains("DELETED") && !admin) {
            throw new Fault.Forbidden("Only administrators may list deleted instances");
        }
        var pairs = ServerState.withStatus(wanted);
        if (pairs.isEmpty() && Microversion.atLeast(ComputeVersions.STATUS_CHECKED)) {
            throw new Fault.BadRequest("Invalid status value");
        }
        return List.of(new Condition(
                "(vm_state || '/' || coalesce(task_state, '')) = any(string_to_array(:value, ','))",
                pairs.stream().map(ServerQuery::pair).collect(Collectors.joining(","))));
    }

    private static String pair(ServerState state) {
        return state.vm() + "/" + (state.task() == null ? "" : state.task());
    }

    /// Those that are gone are history: only admins ask for them, or whoever asks what changed.
    private static List<Condition> presence(MultivaluedMap<String, String> asked, boolean admin) {
        var deleted = asked.getFirst("deleted");
        var wantsDeleted = admin && deleted != null && isTrue("deleted", deleted);
        var named = asked.getOrDefault("status", List.of()).stream().anyMatch("deleted"::equalsIgnoreCase);
        if (wantsDeleted || named) {
            return List.of(new Condition("terminated is not null", null));
        }
        return asked.containsKey("changes-since") ? List.of() : List.of(new Condition("terminated is null", null));
    }

    private static List<Order> orders(MultivaluedMap<String, String> asked, boolean admin) {
        var keys = asked.getOrDefault("sort_key", List.of());
        if (!admin && keys.stream().anyMatch(ADMIN_SORT_KEYS::contains)) {
            throw new Fault.Forbidden("Only administrators may sort servers by host or node");
        }
        var directions = asked.getOrDefault("sort_dir", List.of());
        var sorted = keys.isEmpty() ? List.of("created_at") : keys;
        return SortQuery.orders(sorted, directions, SORT_KEYS, false);
    }

    private static boolean isForEverybody(MultivaluedMap<String, String> asked, boolean admin) {
        var all = asked.getFirst("all_tenants");
        return all == null
                ? admin && Stream.of("tenant_id", "project_id").anyMatch(asked::containsKey)
                : all.isEmpty() || isTrue("all_tenants", all);
    }

    private static boolean isTrue(String name, String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1", "yes", "on", "t", "y" -> true;
            case "false", "0", "no", "off", "f", "n" -> false;
            default ->
                throw new Fault.BadRequest("Invalid input for query parameters %s. Value: %s".formatted(name, text));
        };
    }
}
