package org.cumulet.systemtests.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import org.cumulet.systemtests.cloud.Answer;

/// The shape in which each API refuses.
enum Dialect {
    /// `{"error": {"code": 404, "title": "Not Found", "message": "…"}}`
    PLAIN {
        @Override
        boolean speaks(JsonNode body, int status) {
            var error = body.path("error");
            return error.path("code").asInt() == status && said(error.path("title")) && said(error.path("message"));
        }
    },
    /// `{"itemNotFound": {"code": 404, "message": "…"}}`
    COMPUTE {
        @Override
        boolean speaks(JsonNode body, int status) {
            var fault =
                    body.path(body.fieldNames().hasNext() ? body.fieldNames().next() : "");
            return body.size() == 1 && fault.path("code").asInt() == status && said(fault.path("message"));
        }
    },
    /// `{"NeutronError": {"type": "…", "message": "…", "detail": ""}}`
    NETWORK {
        @Override
        boolean speaks(JsonNode body, int status) {
            var error = body.path("NeutronError");
            return said(error.path("type")) && said(error.path("message")) && error.has("detail");
        }
    },
    /// `{"message": "…", "code": "404 Not Found", "title": "Not Found"}`
    IMAGE {
        @Override
        boolean speaks(JsonNode body, int status) {
            return body.path("code").asText().startsWith(status + " ")
                    && said(body.path("title"))
                    && said(body.path("message"));
        }
    },
    /// `{"errors": [{"status": 404, "title": "Not Found", "detail": "…", "request_id": "…"}]}`
    PLACEMENT {
        @Override
        boolean speaks(JsonNode body, int status) {
            var error = body.path("errors").path(0);
            return error.path("status").asInt() == status
                    && said(error.path("detail"))
                    && said(error.path("request_id"));
        }
    };

    abstract boolean speaks(JsonNode body, int status);

    static Dialect of(String path) {
        return switch (path.split("[/?]")[1]) {
            case "compute", "database" -> COMPUTE;
            case "network" -> NETWORK;
            case "image" -> IMAGE;
            case "placement" -> PLACEMENT;
            default -> PLAIN;
        };
    }

    /// Answers without a body, as to HEAD, say it by their status alone. A path that is malformed is nobody's: the
    /// gateway
    /// answers for itself.
    static boolean isSpoken(Answer answer) {
        var path = answer.request().split(" ")[1];
        var dialect = path.contains("%00") && !path.contains("?") ? PLAIN : of(path);
        return answer.body().isEmpty() || dialect.speaks(answer.json(), answer.status());
    }

    private static boolean said(JsonNode text) {
        return text.isTextual() && !text.asText().isBlank();
    }
}
