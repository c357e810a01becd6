package org.cumulet.identity.catalog;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.cumulet.api.page.Page;
import org.cumulet.identity.wire.Links;
import org.cumulet.identity.wire.Listed;

/// `/v3/auth/catalog`: the catalog of the caller's token.
@Path("/identity/v3/auth/catalog")
@RunOnVirtualThread
class CatalogResource {

    private final CatalogService catalog;
    private final Links links;

    CatalogResource(CatalogService catalog, Links links) {
        this.catalog = catalog;
        this.links = links;
    }

    @GET
    public Catalog show() {
        var page = new Page<>(catalog.mine(), false);
        return new Catalog(page.items(), Listed.of(page, links));
    }

    record Catalog(
            List<CatalogEntry> catalog, @JsonUnwrapped Listed listed) {}
}
