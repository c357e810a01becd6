package org.cumulet.network.host;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.cumulet.api.fault.Fault;
import org.cumulet.auth.ServiceAuth;
import org.cumulet.auth.ServiceTokens;
import org.cumulet.ssh.Machine;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.jspecify.annotations.Nullable;

/// Hosts as the inventory service tells them, remembered for half a minute.
@Singleton
class InventoryHosts implements Hosts {

    /// What is asked of the inventory service.
    @Path("/inventory/v1/hosts")
    interface Client {
        @GET
        @Path("/{id}")
        HostRecord.One host(@PathParam("id") String id);
    }

    /// What we read of a host.
    @JsonIgnoreProperties(ignoreUnknown = true)
    record HostRecord(
            String id,
            String kind,
            @Nullable String address,
            @Nullable Integer port,
            @Nullable String user,
            @Nullable String hostKey) {

        @JsonIgnoreProperties(ignoreUnknown = true)
        record One(HostRecord host) {}

        Machine machine() {
            return new Machine(
                    id,
                    Machine.Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
                    address == null ? "" : address,
                    port == null ? 0 : port,
                    user == null ? "" : user,
                    hostKey);
        }
    }

    private final Client client;
    private final Cache<String, Machine> known = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(30))
            .maximumSize(10_000)
            .build();

    InventoryHosts(@ConfigProperty(name = "cumulet.url.inventory") URI inventory, ServiceTokens tokens) {
        this.client = RestClientBuilder.newBuilder()
                .baseUri(inventory)
                .connectTimeout(3, TimeUnit.SECONDS)
                .readTimeout(10, TimeUnit.SECONDS)
                .register(new ServiceAuth("network", tokens))
                .build(Client.class);
    }

    @Override
    public Optional<Machine> find(String id) {
        var machine = known.getIfPresent(id);
        if (machine != null) {
            return Optional.of(machine);
        }
        var asked = ask(id);
        asked.ifPresent(it -> known.put(id, it));
        return asked;
    }

    @Override
    public void forget(String id) {
        known.invalidate(id);
    }

    private Optional<Machine> ask(String id) {
        try {
            return Optional.of(client.host(id).host().machine());
        } catch (WebApplicationException e) {
            if (e.getResponse().getStatus() == 404) {
                return Optional.empty();
            }
            throw unavailable(e);
        } catch (ProcessingException | IllegalArgumentException e) {
            throw unavailable(e);
        }
    }

    private static Fault unavailable(RuntimeException cause) {
        return new Fault.Unavailable("Inventory does not say how to reach the host.").because(cause);
    }
}
