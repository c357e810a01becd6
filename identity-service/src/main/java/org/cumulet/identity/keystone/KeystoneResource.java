package org.cumulet.identity.keystone;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/// `/v3/keystone_imports`: brings in users, projects, domains, groups, roles and assignments from a dump of a Keystone
/// database. As often as one likes: what is here already stays.
@Path("/identity/v3/keystone_imports")
@RunOnVirtualThread
class KeystoneResource {

    private final KeystoneService keystone;

    KeystoneResource(KeystoneService keystone) {
        this.keystone = keystone;
    }

    @POST
    @Consumes("application/sql")
    @Produces("application/json")
    public One take(InputStream dump) throws IOException {
        return new One(report(dump));
    }

    @POST
    @Consumes("application/sql")
    @Produces("text/plain")
    public String takeAndTell(InputStream dump) throws IOException {
        return report(dump).text();
    }

    private Report report(InputStream dump) throws IOException {
        keystone.mustBeAllowed();
        return keystone.take(Dump.read(new InputStreamReader(dump, StandardCharsets.UTF_8), Import.TABLES));
    }

    record One(Report keystoneImport) {}
}
