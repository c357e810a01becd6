package org.cumulet.inventory.history;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/// Something that was said of a host before, and is said in another way now.
///
/// @param path as in `nics.eth0.mtu`
/// @param before null where it was not there
/// @param after null where it is not there any more
public record FactChange(
        String path, @Nullable JsonNode before, @Nullable JsonNode after) {}
