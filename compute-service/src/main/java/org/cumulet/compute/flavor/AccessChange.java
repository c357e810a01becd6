package org.cumulet.compute.flavor;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.cumulet.api.fault.Fault;
import org.jspecify.annotations.Nullable;

/// A project is let in or shut out: exactly one of both.
record AccessChange(
        @JsonProperty("addTenantAccess") @Valid @Nullable Tenant add,
        @JsonProperty("removeTenantAccess") @Valid @Nullable Tenant remove) {

    /// A project by its id.
    record Tenant(
            @NotNull @Pattern(regexp = "[a-zA-Z0-9_-]{1,64}", message = "must be the id of a project")
            String tenant) {}

    Flavor apply(FlavorService flavors, String id) {
        if (add != null && remove == null) {
            return flavors.open(id, add.tenant());
        }
        if (remove != null && add == null) {
            return flavors.close(id, remove.tenant());
        }
        throw new Fault.BadRequest("Exactly one of addTenantAccess and removeTenantAccess is an action.");
    }
}
