package org.cumulet.database.install;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.cumulet.api.fault.Fault;
import org.cumulet.database.engine.Names;
import org.cumulet.ssh.Machine;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.jspecify.annotations.Nullable;

/// Hosts as the inventory service tells them to the caller.
@Singleton
class DatabaseHosts {

    private static final String ROLE = "database";

    /// What is asked of the inventory service.
    @Path("/inventory/v1/hosts")
    interface Client {
        @GET
        @Path("/{id}")
        HostRecord.One host(@HeaderParam("X-Auth-Token") String token, @PathParam("id") String id);
    }

    /// What we read of a host.
    @JsonIgnoreProperties(ignoreUnknown = true)
    record HostRecord(
            String id,
            String kind,
            @Nullable String address,
            @Nullable Integer port,
            @Nullable String user,
            @Nullable String hostKey,
            List<String> roles) {

        @JsonIgnoreProperties(ignoreUnknown = true)
        record One(HostRecord host) {}
    }

    private final Client client;

    DatabaseHosts(@ConfigProperty(name = "cumulet.url.inventory") URI inventory) {
        this.client = RestClientBuilder.newBuilder()
                .baseUri(inventory)
                .connectTimeout(3, TimeUnit.SECONDS)
                .readTimeout(10, TimeUnit.SECONDS)
                .build(Client.class);
    }

    /// How to reach it.
    Machine find(String token, String id) {
        var host = ask(token, id);
        if (!host.kind().equals("ssh") || host.address() == null || host.hostKey() == null) {
            throw new Fault.Unprocessable(
                    "Host '%s' is not reached over SSH with a pinned host key.".formatted(Names.shown(id)));
        }
        if (!host.roles().contains(ROLE)) {
            throw new Fault.Unprocessable(
                    "Host '%s' has the roles %s, not '%s'.".formatted(Names.shown(id), host.roles(), ROLE));
        }
        return Machine.ssh(
                host.id(),
                host.address(),
                host.port() == null ? 22 : host.port(),
                host.user() == null ? "root" : host.user(),
                host.hostKey());
    }

    private HostRecord ask(String token, String id) {
        try {
            return client.host(token, id).host();
        } catch (WebApplicationException e) {
            if (e.getResponse().getStatus() == 404) {
                throw new Fault.NotFound("Host", Names.shown(id)).because(e);
            }
            throw unavailable(e);
        } catch (ProcessingException e) {
            throw unavailable(e);
        }
    }

    private static Fault unavailable(RuntimeException cause) {
        return new Fault.Unavailable("Inventory does not say how to reach the host.").because(cause);
    }
}
