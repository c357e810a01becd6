package org.cumulet.compute.create;

import static org.cumulet.compute.server.ServerRule.CREATE_AT_DESTINATION;
import static org.cumulet.compute.server.ServerRule.CREATE_ON_HOST;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cumulet.api.fault.Fault;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.compute.hosting.ZoneService;
import org.cumulet.compute.server.Placement;
import org.jspecify.annotations.Nullable;

/// Makes out where a new server may go. Only hints from a short list count: whatever else is hinted at is refused, so
/// that nobody steers what is not theirs to steer.
@Singleton
class PlacementChoice {

    /// The zone of hosts that were registered without one: nobody needs to be asked about it.
    private static final String USUAL_ZONE = "nova";

    private final ZoneService zones;
    private final CurrentCaller caller;

    PlacementChoice(ZoneService zones, CurrentCaller caller) {
        this.zones = zones;
        this.caller = caller;
    }

    Placement of(NewServer wish, Map<String, JsonNode> hints) {
        var zone = zone(wish.availabilityZone());
        return new Placement(zone, host(wish), servers(hints, "same_host"), servers(hints, "different_host"));
    }

    private @Nullable String zone(@Nullable String asked) {
        if (asked == null) {
            return null;
        }
        var name = asked.split(":", -1)[0];
        if (!name.equals(USUAL_ZONE) && !name.isEmpty() && !zones.exists(name)) {
            throw new Fault.BadRequest("The requested availability zone is not available");
        }
        return name.isEmpty() ? null : name;
    }

    /// `nova:host`, or by its own key; for admins.
    private @Nullable String host(NewServer wish) {
        var parts = wish.availabilityZone() == null
                ? new String[] {""}
                : wish.availabilityZone().split(":", -1);
        if (parts.length > 3) {
            throw new Fault.BadRequest("Unable to parse availability_zone: zone, host and node at most");
        }
        var forced = parts.length == 3 && !parts[2].isEmpty() ? parts[2] : parts.length > 1 ? parts[1] : "";
        if (!forced.isEmpty()) {
            caller.must(CREATE_ON_HOST);
        }
        var destination = wish.host() == null ? wish.hypervisorHostname() : wish.host();
        if (destination == null) {
            return forced.isEmpty() ? null : forced;
        }
        caller.must(CREATE_AT_DESTINATION);
        if (!forced.isEmpty()) {
            throw new Fault.BadRequest("Host and availability zone with a host cannot both be given");
        }
        if (wish.hypervisorHostname() != null && !wish.hypervisorHostname().equals(destination)) {
            throw new Fault.BadRequest(
                    "Compute host %s has no hypervisor %s".formatted(destination, wish.hypervisorHostname()));
        }
        return destination;
    }

    private static List<UUID> servers(Map<String, JsonNode> hints, String name) {
        hints.keySet().stream()
                .filter(hint -> !hint.equals("same_host") && !hint.equals("different_host"))
                .findFirst()
                .ifPresent(hint -> {
                    throw new Fault.BadRequest(
                            "Scheduler hint '%s' is not known here; same_host and different_host are.".formatted(hint));
                });
        var hint = hints.get(name);
        if (hint == null || hint.isNull()) {
            return List.of();
        }
        var servers = new ArrayList<UUID>();
        for (var one : hint.isArray() ? hint : List.of(hint)) {
            servers.add(uuid(name, one));
        }
        return servers;
    }

    private static UUID uuid(String hint, JsonNode value) {
        if (!value.isTextual() || !value.asText().matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
            throw new Fault.BadRequest("Scheduler hint '%s' takes ids of servers.".formatted(hint));
        }
        return UUID.fromString(value.asText());
    }
}
