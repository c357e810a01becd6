package org.cumulet.inventory.placement.allocation;

import java.util.UUID;

/// So much of one class, of one provider, held by one consumer.
public record Held(UUID consumer, UUID provider, String resourceClass, int amount) {}
