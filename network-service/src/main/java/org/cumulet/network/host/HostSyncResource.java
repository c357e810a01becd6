package org.cumulet.network.host;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/// For our own services: waits until a host carries the networks of its machines.
@Path("/network/v1/hosts/{host}/sync")
@RunOnVirtualThread
public class HostSyncResource {

    private final HostService hosts;

    HostSyncResource(HostService hosts) {
        this.hosts = hosts;
    }

    @POST
    public SyncView sync(@PathParam("host") String host) {
        return SyncView.of(host, hosts.sync(host));
    }
}
