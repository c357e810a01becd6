package org.cumulet.network.agent;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cumulet.network.host.HostHealth;
import org.jspecify.annotations.Nullable;

/// A host as operators of Neutron look for it: nothing runs there, but it does the work.
record AgentView(
        UUID id,
        String agentType,
        String binary,
        String topic,
        String host,
        boolean adminStateUp,
        boolean alive,
        boolean resourcesSynced,
        String availabilityZone,
        Map<String, Object> configurations,
        @Nullable String description,
        String createdAt,
        String startedAt,
        String heartbeatTimestamp) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    /// `{"agent": {…}}`
    record One(AgentView agent) {}

    /// `{"agents": […]}`
    record Many(List<AgentView> agents) {}

    static AgentView of(HostHealth host, AgentKind kind) {
        var name = "%s on %s".formatted(kind.binary(), host.host());
        return new AgentView(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                kind.type(),
                kind.binary(),
                kind.topic(),
                host.host(),
                true,
                host.alive(),
                host.alive(),
                "nova",
                Map.of(),
                null,
                text(host.since()),
                text(host.since()),
                text(host.heardOf()));
    }

    private static String text(Instant moment) {
        return TIME.format(moment);
    }
}
