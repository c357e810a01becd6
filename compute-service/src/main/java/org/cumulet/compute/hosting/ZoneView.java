package org.cumulet.compute.hosting;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.cumulet.api.json.Times;
import org.jspecify.annotations.Nullable;

/// An availability zone as the API shows it.
///
/// @param hosts by host and what runs there; only in the detailed form
record ZoneView(
        @JsonProperty("zoneName") String name,
        @JsonProperty("zoneState") State state,
        @Nullable Map<String, Map<String, Service>> hosts) {

    record State(boolean available) {}

    record Service(boolean active, boolean available, String updatedAt) {}

    record Many(@JsonProperty("availabilityZoneInfo") List<ZoneView> zones) {}

    static Many brief(Map<String, List<Host>> zones) {
        return of(zones, _ -> null);
    }

    static Many detailed(Map<String, List<Host>> zones) {
        return of(zones, ZoneView::services);
    }

    private static Many of(
            Map<String, List<Host>> zones, Function<List<Host>, @Nullable Map<String, Map<String, Service>>> services) {
        return new Many(zones.entrySet().stream()
                .map(zone -> new ZoneView(
                        zone.getKey(),
                        new State(zone.getValue().stream().anyMatch(host -> host.enabled() && host.isUp())),
                        services.apply(zone.getValue())))
                .toList());
    }

    private static Map<String, Map<String, Service>> services(List<Host> hosts) {
        var services = new TreeMap<String, Map<String, Service>>();
        hosts.forEach(host -> services.put(
                host.name(),
                Map.of(
                        ServiceView.BINARY,
                        new Service(host.enabled(), host.isUp(), Times.MICROS.of(host.updatedAt())))));
        return services;
    }
}
