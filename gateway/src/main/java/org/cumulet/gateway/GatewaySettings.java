package org.cumulet.gateway;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How the gateway is set.
@ConfigMapping(prefix = "cumulet.gateway")
interface GatewaySettings {

    /// Where each path's service is: `compute=http://10.0.0.5:8105`. A path that is not named here is served by this
    /// process.
    Map<String, URI> routes();

    /// The largest body of a request that is not a stream.
    @WithDefault("8M")
    MemorySize maxBody();

    /// Whether what `X-Forwarded-*` says is believed: only behind a proxy of one's own that sets it.
    @WithDefault("false")
    boolean trustForwarded();

    /// Paths of the inside that the outside may see too, for example `/q/metrics`.
    Optional<List<String>> openPaths();

    /// How long a service may take to accept a connection.
    @WithDefault("2S")
    Duration connectTimeout();

    /// How long nothing at all may come from a service that was asked.
    @WithDefault("300S")
    Duration patience();

    /// How many requests one service may have in hand from this gateway; as many again may wait.
    @WithDefault("512")
    int maxRequestsPerService();
}
