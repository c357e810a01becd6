package org.cumulet.inventory.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.cumulet.api.fault.Fault;
import org.cumulet.auth.ServiceAuth;
import org.cumulet.auth.ServiceTokens;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// Asks compute by REST, with our own token.
@Singleton
class ComputeServers implements Servers {

    private static final int PAGE = 1000;

    private final ComputeApi compute;

    ComputeServers(@ConfigProperty(name = "cumulet.url.compute") URI compute, ServiceTokens tokens) {
        this.compute = QuarkusRestClientBuilder.newBuilder()
                .baseUri(compute)
                .connectTimeout(3, TimeUnit.SECONDS)
                .readTimeout(30, TimeUnit.SECONDS)
                .register(new ServiceAuth("inventory", tokens))
                .build(ComputeApi.class);
    }

    @Override
    public Map<UUID, Server> all() {
        var servers = new LinkedHashMap<UUID, Server>();
        try {
            String marker = null;
            do {
                marker = readPage(marker, servers);
            } while (marker != null);
            return servers;
        } catch (Fault | ProcessingException | WebApplicationException e) {
            throw new NobodyAnswers("Compute was not asked: %s".formatted(e.getMessage()), e);
        }
    }

    /// Returns the marker of the next page, if there is one. Pages end where compute says so, however short they are.
    private @Nullable String readPage(@Nullable String marker, Map<UUID, Server> servers) {
        var page = compute.servers(1, PAGE, marker);
        String last = null;
        for (var server : page.path("servers")) {
            last = server.path("id").asText();
            var id = UUID.fromString(last);
            servers.put(
                    id,
                    new Server(
                            id,
                            server.path("name").asText(),
                            server.path("status").asText(),
                            host(server),
                            isLeaving(server)));
        }
        return page.path("servers_links").isEmpty() ? null : last;
    }

    private static @Nullable String host(JsonNode server) {
        var host = server.path("OS-EXT-SRV-ATTR:host").asText("");
        return host.isEmpty() ? null : host;
    }

    private static boolean isLeaving(JsonNode server) {
        return server.path("OS-EXT-STS:task_state").asText("").equals("deleting")
                || server.path("status").asText("").equals("DELETED");
    }
}
