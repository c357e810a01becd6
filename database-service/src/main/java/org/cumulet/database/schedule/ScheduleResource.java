package org.cumulet.database.schedule;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

/// `/v1/databases/{name}/schedule`: when it is backed up by itself.
@Path("/database/v1/databases/{name}/schedule")
@RunOnVirtualThread
class ScheduleResource {

    private final ScheduleService schedules;

    ScheduleResource(ScheduleService schedules) {
        this.schedules = schedules;
    }

    @GET
    public ScheduleView.One show(String name) {
        return ScheduleView.One.of(schedules.show(name));
    }

    @PUT
    public ScheduleView.One change(String name, @NotNull @Valid NewSchedule.Request request) {
        return ScheduleView.One.of(schedules.change(name, request.schedule()));
    }

    @DELETE
    public void delete(String name) {
        schedules.delete(name);
    }
}
