package org.cumulet.inventory.placement.provider;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Map;

/// Inventories as the API shows them.
record InventoryView(@JsonUnwrapped Inventory inventory, long resourceProviderGeneration) {

    record Many(Map<String, Inventory> inventories, long resourceProviderGeneration) {}
}
