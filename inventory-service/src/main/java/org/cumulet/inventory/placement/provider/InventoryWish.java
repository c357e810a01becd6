package org.cumulet.inventory.placement.provider;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.version.Microversion;
import org.cumulet.inventory.placement.PlacementVersions;
import org.jspecify.annotations.Nullable;

/// An inventory as callers write it; what is not said has its usual value.
public record InventoryWish(
        @NotNull @Min(1) Integer total,
        @Nullable @Min(0) Integer reserved,
        @Nullable @Min(1) Integer minUnit,
        @Nullable @Min(1) Integer maxUnit,
        @Nullable @Min(1) Integer stepSize,
        @Nullable @Positive @DecimalMax(MAX_RATIO) Double allocationRatio) {

    private static final String MAX_RATIO = "3.40282e38";

    Inventory inventory(String resourceClass) {
        var inventory = new Inventory(
                total,
                reserved == null ? 0 : reserved,
                minUnit == null ? 1 : minUnit,
                maxUnit == null ? Integer.MAX_VALUE : maxUnit,
                stepSize == null ? 1 : stepSize,
                allocationRatio == null ? 1.0 : allocationRatio);
        var allReserved = inventory.reserved() == inventory.total();
        if (inventory.reserved() > inventory.total()
                || allReserved && !Microversion.atLeast(PlacementVersions.ALL_RESERVED)) {
            throw new Fault.BadRequest(
                    "Invalid inventory for '%s': the reserved amount leaves nothing.".formatted(resourceClass));
        }
        return inventory;
    }
}
