package org.cumulet.batch.intake;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import org.cumulet.api.fault.Fault;
import org.cumulet.batch.BatchLinks;
import org.cumulet.batch.intake.SubmitService.Form;
import org.cumulet.batch.job.JobService;
import org.cumulet.batch.job.JobView;
import org.cumulet.events.Service;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// `/v1/jobs`, to submit more. What a document says of the job as a whole may stand in the query, too.
@Path("/batch/v1/jobs")
@RunOnVirtualThread
class SubmitResource {

    private static final String KEY = "Idempotency-Key";
    private static final String TEMPLATE = "template";

    private final SubmitService service;
    private final JobService jobs;
    private final BatchLinks links;
    private final Clock clock;

    SubmitResource(SubmitService service, JobService jobs, BatchLinks links, @Service("batch") Clock clock) {
        this.service = service;
        this.jobs = jobs;
        this.links = links;
        this.clock = clock;
    }

    @POST
    @Consumes("application/json")
    public RestResponse<JobView.One> submit(
            @HeaderParam(KEY) @Nullable String key, @Context UriInfo uri, InputStream document) {
        return submit(new Form.Whole(), document, key, uri);
    }

    @POST
    @Consumes("application/x-ndjson")
    public RestResponse<JobView.One> submitLines(
            @HeaderParam(KEY) @Nullable String key, @Context UriInfo uri, InputStream lines) {
        return submit(new Form.Lines(), lines, key, uri);
    }

    /// Rows of a table, each of which fills the operation in the query parameter `template`.
    @POST
    @Consumes("text/csv")
    public RestResponse<JobView.One> submitRows(
            @HeaderParam(KEY) @Nullable String key,
            @QueryParam(TEMPLATE) @Nullable String template,
            @Context UriInfo uri,
            InputStream rows) {
        if (template == null) {
            throw new Fault.BadRequest("Query parameter template: the operation that rows fill is expected, such as"
                    + " {\"method\":\"DELETE\",\"path\":\"/compute/v2.1/servers/{id}\"}.");
        }
        return submit(new Form.Rows(template), rows, key, uri);
    }

    private RestResponse<JobView.One> submit(Form form, InputStream body, @Nullable String key, UriInfo uri) {
        var wish = service.wish();
        var problems = new Problems();
        uri.getQueryParameters().forEach((name, values) -> {
            var value = values.getFirst();
            var isNumber = !name.equals("name") && value.matches("-?\\d{1,9}");
            var isOfForm = form instanceof Form.Rows && name.equals(TEMPLATE);
            if (!isOfForm
                    && !wish.take(
                            name, isNumber ? new IntNode(Integer.parseInt(value)) : new TextNode(value), problems)) {
                problems.add(null, "?" + name, "there is no such query parameter");
            }
        });
        var id = service.submit(form, body, wish, problems, key);
        return RestResponse.ResponseBuilder.create(
                        RestResponse.Status.ACCEPTED,
                        new JobView.One(JobView.of(jobs.show(id), clock.instant(), links)))
                .location(URI.create(links.to("v1", "jobs", id.toString())))
                .build();
    }
}
