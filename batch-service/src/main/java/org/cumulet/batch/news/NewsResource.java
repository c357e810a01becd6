package org.cumulet.batch.news;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.List;
import java.util.stream.Collectors;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.page.Page;
import org.cumulet.batch.BatchLinks;
import org.cumulet.batch.news.NewsService.View;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/// `/v1/events`: what happened, a page at a time as JSON or as lines of JSON, or as it happens.
@Path("/batch/v1/events")
@RunOnVirtualThread
class NewsResource {

    private static final int MOST = 1000;

    /// Who does not say what is wanted gets JSON.
    private static final String LINES = "application/x-ndjson;qs=0.5";

    private static final String STREAM = "text/event-stream;qs=0.4";

    private final NewsService news;
    private final NewsStreams streams;
    private final NewsJson json;
    private final BatchLinks links;

    NewsResource(NewsService news, NewsStreams streams, NewsJson json, BatchLinks links) {
        this.news = news;
        this.streams = streams;
        this.json = json;
        this.links = links;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public NewsView.Many list(@BeanParam NewsQuery query, @QueryParam("limit") @Nullable String limit) {
        var view = view(query);
        var events =
                page(view, query, limit).map(it -> json.view(it, view.whole())).items();
        return new NewsView.Many(events, List.of(new NewsView.Link("next", next(query, limit, events))));
    }

    @GET
    @Produces(LINES)
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(mediaType = "application/x-ndjson", schema = @Schema(type = SchemaType.STRING)))
    public String lines(@BeanParam NewsQuery query, @QueryParam("limit") @Nullable String limit) {
        var view = view(query);
        return page(view, query, limit).items().stream()
                .map(it -> json.line(it, view.whole()) + "\n")
                .collect(Collectors.joining());
    }

    /// @param last the cursor of the last one that was heard, by which a client goes on
    @GET
    @Produces(STREAM)
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(mediaType = "text/event-stream", schema = @Schema(type = SchemaType.STRING)))
    public void stream(
            @BeanParam NewsQuery query,
            @HeaderParam("Last-Event-ID") @Nullable String last,
            @Context SseEventSink sink,
            @Context Sse sse)
            throws InterruptedException {
        var after = last == null ? query.after() : Long.valueOf(NewsQuery.cursor("header Last-Event-ID", last));
        streams.follow(view(query), after, sink, sse);
    }

    private View view(NewsQuery query) {
        return news.view(query.project(), query.type());
    }

    private Page<News> page(View view, NewsQuery query, @Nullable String limit) {
        return news.page(view, query.after(), limit(limit));
    }

    private String next(NewsQuery query, @Nullable String limit, List<NewsView> events) {
        var after = events.isEmpty() ? query.after : events.getLast().cursor();
        var wanted = new StringBuilder("events?");
        add(wanted, "project", query.project);
        add(wanted, "type", query.type);
        add(wanted, "limit", limit);
        add(wanted, "after", after);
        return links.to("v1", wanted.substring(0, wanted.length() - 1));
    }

    private static void add(StringBuilder parameters, String name, @Nullable String value) {
        if (value != null) {
            parameters.append(name).append('=').append(value).append('&');
        }
    }

    private static int limit(@Nullable String limit) {
        if (limit == null) {
            return MOST;
        }
        if (!limit.matches("\\d{1,9}")) {
            throw new Fault.BadRequest("Invalid input for query parameter limit: a whole number is expected.");
        }
        return Math.min(Integer.parseInt(limit), MOST);
    }
}
