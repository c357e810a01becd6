package org.cumulet.inventory.preparation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Objects;
import org.cumulet.api.page.PageQuery;
import org.cumulet.inventory.step.Wish;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// `/inventory/v1/preparations`: hosts brought into their declared state, and back.
@Path("/inventory/v1/preparations")
@RunOnVirtualThread
class PreparationResource {

    private static final int LONGEST_PAGE = 200;

    private final PreparationService preparations;

    PreparationResource(PreparationService preparations) {
        this.preparations = preparations;
    }

    /// @param hosts their ids
    record Several(
            @NotNull @Size(min = 1, max = 1000) List<@NotNull String> hosts,
            @Nullable @Valid Wish prepare) {}

    @POST
    @ResponseStatus(202)
    public PreparationView.Many prepareMany(@NotNull @Valid Several request) {
        var wish = Objects.requireNonNullElseGet(request.prepare(), Wish::everything);
        return new PreparationView.Many(
                preparations.beginMany(request.hosts(), wish).stream()
                        .map(PreparationView::of)
                        .toList(),
                false);
    }

    @GET
    public PreparationView.Many list(@QueryParam("host") @Nullable String host, @BeanParam PageQuery query) {
        var page = preparations.list(host, query.marker(), query.limit(LONGEST_PAGE));
        return new PreparationView.Many(
                page.items().stream().map(PreparationView::of).toList(), page.more());
    }

    @GET
    @Path("{id}")
    public PreparationView.One show(@PathParam("id") String id) {
        return one(preparations.show(id));
    }

    @POST
    @Path("{id}/cancel")
    @ResponseStatus(202)
    public PreparationView.One cancel(@PathParam("id") String id) {
        return one(preparations.cancel(id));
    }

    @POST
    @Path("{id}/undo")
    @ResponseStatus(202)
    public PreparationView.One undo(@PathParam("id") String id) {
        return one(preparations.undo(id));
    }

    private static PreparationView.One one(Preparation preparation) {
        return new PreparationView.One(PreparationView.of(preparation));
    }
}
