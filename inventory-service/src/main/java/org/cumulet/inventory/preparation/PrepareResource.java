package org.cumulet.inventory.preparation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.cumulet.inventory.step.Wish;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// `/inventory/v1/hosts/{id}/prepare`: brings a host into its declared state.
@Path("/inventory/v1/hosts/{id}/prepare")
@RunOnVirtualThread
class PrepareResource {

    private final PreparationService preparations;

    PrepareResource(PreparationService preparations) {
        this.preparations = preparations;
    }

    @POST
    @ResponseStatus(202)
    public PreparationView.One prepare(@PathParam("id") String host, @Valid Wish.@Nullable One request) {
        var wish = request == null ? Wish.everything() : request.prepare();
        return new PreparationView.One(PreparationView.of(preparations.begin(host, wish)));
    }
}
