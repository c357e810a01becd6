package org.cumulet.inventory.audit;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.page.Page;
import org.cumulet.api.page.PageQuery;
import org.cumulet.api.url.PublicUrl;
import org.cumulet.inventory.audit.AuditView.ClaimOf;
import org.cumulet.inventory.audit.AuditView.Link;
import org.cumulet.inventory.placement.Ids;
import org.jspecify.annotations.Nullable;

/// `/inventory/v1/audit`: whether what is claimed is what there is.
@Path("/inventory/v1/audit")
@RunOnVirtualThread
class AuditResource {

    private static final int LONGEST_PAGE = 1000;

    private final AuditService audits;
    private final PublicUrl url;

    AuditResource(AuditService audits, PublicUrl url) {
        this.audits = audits;
        this.url = url;
    }

    @GET
    public AuditView audit(@BeanParam PageQuery query, @Context UriInfo uri, @Context HttpHeaders headers) {
        var limit = query.limit(LONGEST_PAGE);
        var marker = query.marker().map(AuditResource::marker).orElse(null);
        var audit = audits.audit();
        var page = Page.of(after(marker, List.copyOf(audit.claims().values())), limit);
        var next = page.more()
                ? List.of(new Link(
                        "next",
                        "%s/inventory/v1/audit?limit=%d&marker=%s"
                                .formatted(
                                        url.of(uri, headers),
                                        limit,
                                        page.items().getLast().consumerId())))
                : List.<Link>of();
        return new AuditView(
                audit.violations(),
                audit.servers(),
                audit.notCompared(),
                audit.claims().size(),
                page.items(),
                next);
    }

    private static UUID marker(String text) {
        return Ids.parse(text).orElseThrow(() -> new Fault.BadRequest("The marker is not the id of a consumer."));
    }

    /// Claims are in the order in which the database compares ids, which is that of their digits.
    private static List<ClaimOf> after(@Nullable UUID marker, List<ClaimOf> claims) {
        return marker == null
                ? claims
                : claims.stream()
                        .filter(claim -> claim.consumerId().toString().compareTo(marker.toString()) > 0)
                        .toList();
    }
}
