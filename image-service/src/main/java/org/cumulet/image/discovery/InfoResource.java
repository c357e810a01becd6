package org.cumulet.image.discovery;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/// `/v2/info`: what this image service can do.
@Path("/image/v2/info")
@RunOnVirtualThread
class InfoResource {

    @GET
    @Path("import")
    public Imports imports() {
        return new Imports(new ImportMethods("Import methods available.", "array", List.of()));
    }

    record Imports(@JsonProperty("import-methods") ImportMethods methods) {}

    record ImportMethods(String description, String type, List<String> value) {}
}
