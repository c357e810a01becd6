package org.cumulet.compute.usage;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.Map;
import org.cumulet.api.json.Times;
import org.cumulet.events.Service;

/// `/v2.1/os-simple-tenant-usage`
@Path("/compute/v2.1/os-simple-tenant-usage")
@RunOnVirtualThread
class UsageResource {

    private final UsageService usage;
    private final Clock clock;

    UsageResource(UsageService usage, @Service("compute") Clock clock) {
        this.usage = usage;
        this.clock = clock;
    }

    @GET
    public UsageView.Many list(@BeanParam UsageQuery query) {
        var period = query.period(clock);
        var now = Times.now(clock);
        return new UsageView.Many(usage.ofAll(period).entrySet().stream()
                .map(one -> UsageView.of(one.getKey(), one.getValue(), period, query.isDetailed(), now))
                .toList());
    }

    /// Of one project; where it used nothing there is nothing to say.
    @GET
    @Path("{project}")
    public UsageView.One show(String project, @BeanParam UsageQuery query) {
        var period = query.period(clock);
        var servers = usage.of(project, period);
        return new UsageView.One(
                servers.isEmpty() ? Map.of() : UsageView.of(project, servers, period, true, Times.now(clock)));
    }
}
