package org.cumulet.compute.hosting;

import static org.cumulet.compute.hosting.HostingRule.LIST_SERVICES;
import static org.cumulet.compute.hosting.HostingRule.UPDATE_SERVICE;

import jakarta.inject.Singleton;
import java.util.List;
import org.cumulet.api.fault.Fault;
import org.cumulet.auth.CurrentCaller;
import org.jspecify.annotations.Nullable;

/// Hosts as the compute services they stand for.
@Singleton
class ServiceService {

    private final HostDirectory hosts;
    private final CurrentCaller caller;

    ServiceService(HostDirectory hosts, CurrentCaller caller) {
        this.hosts = hosts;
        this.caller = caller;
    }

    List<Host> list(@Nullable String host, @Nullable String binary) {
        caller.must(LIST_SERVICES);
        if (binary != null && !binary.equals(ServiceView.BINARY)) {
            return List.of();
        }
        return hosts.all().stream()
                .filter(found -> host == null || found.name().equals(host))
                .toList();
    }

    Host change(String id, ServiceChange change) {
        caller.must(UPDATE_SERVICE);
        var host = hosts.all().stream()
                .filter(found -> found.id().toString().equals(id))
                .findFirst()
                .orElseThrow(() -> new Fault.NotFound("Service", id));
        return hosts.change(host.id(), change.toHost());
    }
}
