package org.cumulet.inventory.placement.provider;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One inventory as it is to be, and which state of its provider the caller knows.
public record InventoryChange(
        @NotNull @Min(0) Long resourceProviderGeneration,
        @NotNull @Min(1) Integer total,
        @Nullable @Min(0) Integer reserved,
        @Nullable @Min(1) Integer minUnit,
        @Nullable @Min(1) Integer maxUnit,
        @Nullable @Min(1) Integer stepSize,
        @Nullable @Positive @DecimalMax("3.40282e38") Double allocationRatio) {

    Inventory inventory(String resourceClass) {
        return new InventoryWish(total, reserved, minUnit, maxUnit, stepSize, allocationRatio).inventory(resourceClass);
    }

    /// One more inventory.
    record New(
            @NotNull String resourceClass,
            @NotNull @Min(0) Long resourceProviderGeneration,
            @NotNull @Min(1) Integer total,
            @Nullable @Min(0) Integer reserved,
            @Nullable @Min(1) Integer minUnit,
            @Nullable @Min(1) Integer maxUnit,
            @Nullable @Min(1) Integer stepSize,
            @Nullable @Positive @DecimalMax("3.40282e38") Double allocationRatio) {

        Inventory inventory() {
            return new InventoryWish(total, reserved, minUnit, maxUnit, stepSize, allocationRatio)
                    .inventory(resourceClass);
        }
    }

    /// All inventories of a provider as they are to be.
    public record All(
            @NotNull @Min(0) Long resourceProviderGeneration,
            @NotNull Map<String, @NotNull @Valid InventoryWish> inventories) {}
}
