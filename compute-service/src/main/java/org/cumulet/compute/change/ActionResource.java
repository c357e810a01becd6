package org.cumulet.compute.change;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// `/v2.1/servers/{id}/action`: one address for all that can be done.
@Path("/compute/v2.1/servers/{id}/action")
@RunOnVirtualThread
class ActionResource {

    private final PowerService power;
    private final LockService locks;

    ActionResource(PowerService power, LockService locks) {
        this.power = power;
        this.locks = locks;
    }

    @POST
    public RestResponse<Output> act(String id, @Nullable Map<String, JsonNode> body) {
        switch (ActionRequest.of(body)) {
            case ActionRequest.Start _ -> power.start(id);
            case ActionRequest.Stop _ -> power.stop(id);
            case ActionRequest.Reboot reboot -> power.reboot(id, reboot.hard());
            case ActionRequest.Lock lock -> locks.lock(id, lock.reason());
            case ActionRequest.Unlock _ -> locks.unlock(id);
            case ActionRequest.ResetState reset -> locks.reset(id, reset.state());
            case ActionRequest.ForceDelete _ -> power.forceDelete(id);
            case ActionRequest.Console console -> {
                return RestResponse.ok(new Output(power.console(id, console.lines())));
            }
        }
        return RestResponse.accepted();
    }

    /// What the guest wrote.
    record Output(String output) {}
}
