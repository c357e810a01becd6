package org.cumulet.inventory.placement.provider;

import java.util.Optional;

/// How much of one class a provider has, and how it may be given away.
public record Inventory(int total, int reserved, int minUnit, int maxUnit, int stepSize, double allocationRatio) {

    /// How much may be given away in all.
    public long capacity() {
        return Math.max(0, (long) Math.floor(((long) total - reserved) * allocationRatio));
    }

    /// What speaks against giving away so much, when so much is given away already.
    public Optional<Misfit> misfit(int amount, long used) {
        if (used + amount > capacity()) {
            return Optional.of(Misfit.CAPACITY);
        }
        return amount < minUnit || amount > maxUnit || amount % stepSize != 0
                ? Optional.of(Misfit.UNIT)
                : Optional.empty();
    }

    /// The same room, with another size: what was said about how to give it away stays.
    Inventory sized(int size) {
        return new Inventory(size, reserved, minUnit, size, stepSize, allocationRatio);
    }

    /// Why an amount cannot be given away.
    public enum Misfit {
        /// There is not so much left.
        CAPACITY,
        /// It is too little or too much at once, or no multiple of the step.
        UNIT
    }
}
