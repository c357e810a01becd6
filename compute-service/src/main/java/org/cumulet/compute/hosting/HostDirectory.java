package org.cumulet.compute.hosting;

import jakarta.inject.Singleton;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.cumulet.api.fault.Fault;
import org.cumulet.auth.CurrentCaller;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/// The hosts inventory knows.
@Singleton
class HostDirectory {

    private static final int PAGE = 1000;

    private final HostClient inventory;
    private final CurrentCaller caller;

    HostDirectory(@RestClient HostClient inventory, CurrentCaller caller) {
        this.inventory = inventory;
        this.caller = caller;
    }

    /// All of them, by id.
    List<Host> all() {
        var hosts = new ArrayList<Host>();
        var page = page(null);
        hosts.addAll(page.hosts());
        while (!page.isLast()) {
            page = page(page.hosts().getLast().id());
            hosts.addAll(page.hosts());
        }
        hosts.sort(Comparator.comparing(host -> host.id().toString()));
        return hosts;
    }

    /// Opens or closes a host for new servers, in the caller's name.
    Host change(UUID id, Host.Change change) {
        return asked(() -> inventory
                .change(caller.token(), id, new Host.Change.One(change))
                .host());
    }

    private Host.Many page(@Nullable UUID marker) {
        return asked(() -> inventory.list(PAGE, marker));
    }

    private static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (WebApplicationException | ProcessingException | Fault.Unavailable e) {
            throw new Fault.Unavailable("The inventory service does not answer, so hosts are not known; try again.")
                    .because(e);
        }
    }
}
