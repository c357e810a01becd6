package org.cumulet.batch.job;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.page.PageQuery;
import org.cumulet.batch.BatchLinks;
import org.cumulet.batch.job.JobService.Shown;
import org.cumulet.events.Service;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// `/v1/jobs`: how far they are, and steering them.
@Path("/batch/v1/jobs")
@RunOnVirtualThread
class JobResource {

    private static final int MOST = 200;
    private static final int LONGEST_WAIT = 60;
    private static final Duration GLANCE = Duration.ofMillis(200);

    private final JobService jobs;
    private final BatchLinks links;
    private final Clock clock;

    JobResource(JobService jobs, BatchLinks links, @Service("batch") Clock clock) {
        this.jobs = jobs;
        this.links = links;
        this.clock = clock;
    }

    @GET
    public JobView.Many list(@BeanParam PageQuery query, @QueryParam("state") @Nullable String state) {
        var wanted = state == null
                ? null
                : Arrays.stream(JobState.values())
                        .filter(it -> it.text().equals(state))
                        .findFirst()
                        .orElseThrow(() -> new Fault.BadRequest("Invalid input for query parameter state."));
        var page = jobs.list(wanted, query.marker().map(JobResource::id).orElse(null), query.limit(MOST));
        return JobView.of(page, clock.instant(), links);
    }

    /// @param wait how many seconds, at most 60, to wait for its end
    @GET
    @Path("/{id}")
    public JobView.One show(String id, @QueryParam("wait") @DefaultValue("0") String wait) throws InterruptedException {
        var end = System.nanoTime() + seconds(wait).toNanos();
        var shown = jobs.show(id(id));
        while (!shown.job().state().isOver() && System.nanoTime() < end) {
            Thread.sleep(GLANCE);
            if (jobs.isOver(id(id))) {
                shown = jobs.show(id(id));
            }
        }
        return view(jobs.show(id(id)));
    }

    @POST
    @Path("/{id}/cancel")
    @ResponseStatus(202)
    public JobView.One cancel(String id) {
        return view(jobs.cancel(id(id)));
    }

    @POST
    @Path("/{id}/pause")
    @ResponseStatus(202)
    public JobView.One pause(String id) {
        return view(jobs.pause(id(id)));
    }

    @POST
    @Path("/{id}/resume")
    @ResponseStatus(202)
    public JobView.One resume(String id) {
        return view(jobs.resume(id(id)));
    }

    @POST
    @Path("/{id}/retry-failed")
    @ResponseStatus(202)
    public JobView.One retryFailed(String id) {
        return view(jobs.retryFailed(id(id)));
    }

    private JobView.One view(Shown shown) {
        return new JobView.One(JobView.of(shown, clock.instant(), links));
    }

    private static Duration seconds(String wait) {
        if (!wait.matches("\\d{1,4}")) {
            throw new Fault.BadRequest(
                    "Invalid input for query parameter wait: a whole number of seconds is expected.");
        }
        return Duration.ofSeconds(Math.min(Integer.parseInt(wait), LONGEST_WAIT));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Fault.NotFound("Job", text.substring(0, Math.min(text.length(), 80))).because(e);
        }
    }
}
