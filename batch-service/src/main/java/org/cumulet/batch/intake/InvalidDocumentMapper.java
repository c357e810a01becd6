package org.cumulet.batch.intake;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// `{"error":{"code":400,"title":"Bad
/// Request","message":"…","problems":[{"line":7,"pointer":"/path","message":"…"}]}}`
class InvalidDocumentMapper {

    record Body(Refusal error) {}

    record Refusal(int code, String title, String message, long total, List<Problem> problems) {}

    @ServerExceptionMapper
    Response invalid(InvalidDocument document) {
        var message = document.total() == 1
                ? "The document has 1 problem; no job was made: "
                        + document.problems().getFirst().message()
                : "The document has %d problems, of which the first %d are told; no job was made."
                        .formatted(document.total(), document.problems().size());
        return Response.status(400)
                .type(MediaType.APPLICATION_JSON)
                .entity(new Body(new Refusal(400, "Bad Request", message, document.total(), document.problems())))
                .build();
    }
}
