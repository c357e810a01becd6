package org.cumulet.compute.network;

import jakarta.inject.Singleton;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.cumulet.api.fault.Fault;
import org.cumulet.auth.CurrentCaller;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/// What the network service shows this caller.
@Singleton
class NetworkDirectory {

    private final NetworkClient client;
    private final CurrentCaller caller;

    NetworkDirectory(@RestClient NetworkClient client, CurrentCaller caller) {
        this.client = client;
        this.caller = caller;
    }

    /// Those with these ids that the caller may see; all it may see when none is named.
    List<Network> networks(Collection<String> ids) {
        return asked(() -> client.networks(caller.token(), ids).networks());
    }

    List<Port> ports(Collection<String> ids) {
        return asked(() -> client.ports(caller.token(), ids).ports());
    }

    List<SecurityGroup> securityGroups(String project) {
        return asked(() -> client.securityGroups(caller.token(), project).securityGroups());
    }

    private static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (WebApplicationException | ProcessingException e) {
            throw new Fault.Unavailable(
                            "The network service does not answer, so nothing is known of networks. Nothing was changed; try again.")
                    .because(e);
        }
    }
}
