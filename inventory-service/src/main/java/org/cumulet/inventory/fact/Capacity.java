package org.cumulet.inventory.fact;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/// How large a host is.
public record Capacity(
        @Min(1) @Max(65_536) int vcpus,
        @Min(1) @Max(1 << 30) int memoryMb,
        @Min(1) @Max(1 << 30) int diskGb) {}
