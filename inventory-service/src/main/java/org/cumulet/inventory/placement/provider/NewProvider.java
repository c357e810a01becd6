package org.cumulet.inventory.placement.provider;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.UUID;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.version.Microversion;
import org.cumulet.inventory.placement.Ids;
import org.cumulet.inventory.placement.PlacementVersions;
import org.jspecify.annotations.Nullable;

/// A provider as callers describe it.
record NewProvider(
        @NotNull @Size(min = 1, max = 200) @Pattern(regexp = PRINTABLE)
        String name,

        @Nullable String uuid,
        @Nullable String parentProviderUuid) {

    private static final String PRINTABLE = "\\P{Cntrl}*";

    UUID id() {
        return uuid == null ? UUID.randomUUID() : Ids.read(uuid, "uuid");
    }

    Optional<UUID> parent() {
        return Parent.read(parentProviderUuid);
    }

    /// A provider as it is to be.
    ///
    /// @param parentProviderUuid a null that is said means something else than none that is not said
    record Change(
            @NotNull @Size(min = 1, max = 200) @Pattern(regexp = PRINTABLE)
            String name,

            @Nullable JsonNode parentProviderUuid) {

        boolean saysParent() {
            return parentProviderUuid != null;
        }

        Optional<UUID> parent() {
            if (parentProviderUuid == null || parentProviderUuid.isNull()) {
                return Parent.read(null);
            }
            if (!parentProviderUuid.isTextual()) {
                throw new Fault.BadRequest("Invalid parent_provider_uuid: it is not a 'uuid'");
            }
            return Parent.read(parentProviderUuid.textValue());
        }
    }

    private static final class Parent {
        private static Optional<UUID> read(@Nullable String parent) {
            if (parent != null && !Microversion.atLeast(PlacementVersions.NESTED)) {
                throw new Fault.BadRequest(
                        "Additional properties are not allowed ('parent_provider_uuid' was unexpected)");
            }
            return Optional.ofNullable(parent).map(text -> Ids.read(text, "parent_provider_uuid"));
        }
    }
}
