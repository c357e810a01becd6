package org.cumulet.batch.outcome;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.cumulet.api.fault.Fault;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.batch.BatchLinks;
import org.cumulet.batch.item.Item;
import org.cumulet.batch.job.JobService;
import org.cumulet.batch.job.JobView;
import org.cumulet.events.Service;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/// `/v1/jobs/{id}/events`: each item as it ends (`item`), how far the job is (`progress`) and its end (`job`), as
/// server-sent events. With `Last-Event-ID` it goes on where it broke off.
@Path("/batch/v1/jobs/{id}/events")
@RunOnVirtualThread
class EventResource {

    private static final int CHUNK = 500;
    private static final Duration GLANCE = Duration.ofMillis(500);
    private static final Duration QUIET = Duration.ofSeconds(15);
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final JobService jobs;
    private final Streams streams;
    private final CurrentCaller caller;
    private final BatchLinks links;
    private final ObjectMapper json;
    private final Clock clock;

    EventResource(
            JobService jobs,
            Streams streams,
            CurrentCaller caller,
            BatchLinks links,
            ObjectMapper json,
            @Service("batch") Clock clock) {
        this.jobs = jobs;
        this.streams = streams;
        this.caller = caller;
        this.links = links;
        this.json = json;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @APIResponse(responseCode = "200", description = "Events, as long as the job goes on")
    public void watch(
            String id,
            @HeaderParam("Last-Event-ID") @Nullable String last,
            @Context SseEventSink sink,
            @Context Sse sse)
            throws InterruptedException, JsonProcessingException {
        var job = uuid(id);
        var from = Place.of(last);
        jobs.show(job);
        var project = caller.project();
        streams.open(project);
        try (sink) {
            tell(job, from, (name, place, data) -> send(sink, sse, name, place, data));
        } catch (ExecutionException gone) {
            // whoever watched has left
        } finally {
            streams.close(project);
        }
    }

    /// Where one writes to.
    private interface Line {
        void send(String name, Place place, Object data)
                throws InterruptedException, ExecutionException, JsonProcessingException;
    }

    private void tell(UUID job, Place from, Line line)
            throws InterruptedException, ExecutionException, JsonProcessingException {
        var place = from;
        var start = clock.instant();
        var spoken = Instant.EPOCH;
        while (clock.instant().isBefore(start.plus(LONGEST))) {
            var shown = jobs.show(job);
            var ended = jobs.ended(job, place.transaction(), place.position(), CHUNK);
            for (var item : ended) {
                place = Place.of(item);
                line.send("item", place, ItemView.of(item, clock.instant()));
            }
            var view = JobView.of(shown, clock.instant(), links);
            if (shown.job().state().isOver() && ended.isEmpty()) {
                line.send("job", place, view);
                return;
            }
            if (!ended.isEmpty() || clock.instant().isAfter(spoken.plus(QUIET))) {
                line.send("progress", place, view);
                spoken = clock.instant();
            }
            if (ended.size() < CHUNK) {
                Thread.sleep(GLANCE);
            }
        }
    }

    private void send(SseEventSink sink, Sse sse, String name, Place place, Object data)
            throws InterruptedException, ExecutionException, JsonProcessingException {
        var event = sse.newEventBuilder()
                .name(name)
                .id(place.text())
                .mediaType(MediaType.TEXT_PLAIN_TYPE)
                .data(json.writeValueAsString(data))
                .build();
        sink.send(event).toCompletableFuture().get();
    }

    /// How much of the job's history one has heard.
    ///
    /// @param transaction in which the last item ended that was told of
    /// @param position which it was
    private record Place(long transaction, int position) {

        private static final Place START = new Place(0, -1);

        static Place of(Item item) {
            return new Place(item.endedIn(), item.position());
        }

        static Place of(@Nullable String id) {
            if (id == null || id.isEmpty()) {
                return START;
            }
            if (!id.matches("\\d{1,18}-(?:\\d{1,9}|-1)")) {
                throw new Fault.BadRequest("Last-Event-ID is not the id of an event of jobs.");
            }
            var parts = id.split("-", 2);
            return new Place(Long.parseLong(parts[0]), Integer.parseInt(parts[1]));
        }

        String text() {
            return transaction + "-" + position;
        }
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new Fault.NotFound("Job", id.substring(0, Math.min(id.length(), 80))).because(e);
        }
    }
}
