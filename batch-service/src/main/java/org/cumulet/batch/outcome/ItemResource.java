package org.cumulet.batch.outcome;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.page.Page;
import org.cumulet.api.page.PageQuery;
import org.cumulet.batch.BatchLinks;
import org.cumulet.batch.item.Item;
import org.cumulet.batch.item.ItemState;
import org.cumulet.batch.job.JobService;
import org.cumulet.events.Service;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// `/v1/jobs/{id}/items`: what came of each, a page at a time, as JSON, as lines of JSON, or as CSV.
@Path("/batch/v1/jobs/{id}/items")
@RunOnVirtualThread
class ItemResource {

    private static final int MOST = 1000;
    private static final Set<String> TYPES = Set.of("json", "x-ndjson", "csv");

    private final JobService jobs;
    private final BatchLinks links;
    private final ObjectMapper json;
    private final Clock clock;

    ItemResource(JobService jobs, BatchLinks links, ObjectMapper json, @Service("batch") Clock clock) {
        this.jobs = jobs;
        this.links = links;
        this.json = json;
        this.clock = clock;
    }

    @GET
    @Produces({"application/json", "application/x-ndjson", "text/csv"})
    public RestResponse<Object> list(
            String id,
            @BeanParam PageQuery query,
            @QueryParam("status") @Nullable String status,
            @Context HttpHeaders headers)
            throws JsonProcessingException {
        var page = page(id, query, status);
        var now = clock.instant();
        var type = headers.getAcceptableMediaTypes().stream()
                .filter(accepted -> accepted.isWildcardType() || TYPES.contains(accepted.getSubtype()))
                .findFirst()
                .map(MediaType::getSubtype)
                .orElse("json");
        return switch (type) {
            case "x-ndjson" -> answer("application/x-ndjson", lines(page, now));
            case "csv" -> answer("text/csv;charset=UTF-8", csv(page, now));
            default -> answer("application/json", many(id, page, status, now));
        };
    }

    private ItemView.Many many(String id, Page<Item> page, @Nullable String status, Instant now) {
        var views = page.map(item -> ItemView.of(item, now)).items();
        if (!page.more()) {
            return new ItemView.Many(views, List.of());
        }
        var rest = "items?marker=%d%s".formatted(views.getLast().position(), status == null ? "" : "&status=" + status);
        return new ItemView.Many(views, List.of(new ItemView.Link("next", links.to("v1", "jobs", id, rest))));
    }

    private String lines(Page<Item> page, Instant now) throws JsonProcessingException {
        var lines = new StringBuilder();
        for (var item : page.items()) {
            lines.append(json.writeValueAsString(ItemView.of(item, now))).append('\n');
        }
        return lines.toString();
    }

    private static String csv(Page<Item> page, Instant now) {
        return page.items().stream()
                .map(item -> ItemView.of(item, now).csv())
                .collect(Collectors.joining("", ItemView.CSV_HEAD, ""));
    }

    private static RestResponse<Object> answer(String type, Object entity) {
        return RestResponse.ResponseBuilder.ok(entity).type(type).build();
    }

    private Page<Item> page(String id, PageQuery query, @Nullable String status) {
        return jobs.items(uuid(id), state(status), position(query), query.limit(MOST));
    }

    private static @Nullable ItemState state(@Nullable String status) {
        return status == null
                ? null
                : ItemState.of(status)
                        .orElseThrow(() -> new Fault.BadRequest("Invalid input for query parameter status."));
    }

    private static int position(PageQuery query) {
        var marker = query.marker().orElse("-1");
        if (!marker.matches("-1|\\d{1,9}")) {
            throw new Fault.BadRequest(
                    "Invalid input for query parameter marker: the position of an item is expected.");
        }
        return Integer.parseInt(marker);
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new Fault.NotFound("Job", id.substring(0, Math.min(id.length(), 80))).because(e);
        }
    }
}
