package org.cumulet.gateway;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.TreeMap;

/// A service in the same process as the gateway.
@Path("/identity/v3")
public class LocalService {

    @GET
    @Path("/seen")
    public Map<String, Object> seen(@Context UriInfo uri, @Context HttpHeaders headers) {
        var all = new TreeMap<String, Object>();
        headers.getRequestHeaders().forEach((name, values) -> all.put(name.toLowerCase(), values.getFirst()));
        return Map.of("uri", uri.getRequestUri().getPath(), "headers", all);
    }

    @POST
    @Path("/length")
    @Consumes("*/*")
    public Map<String, Object> length(byte[] body) {
        return Map.of("length", body.length);
    }
}
