package org.cumulet.compute.change;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.cumulet.compute.web.Names;

/// Pieces of metadata on the wire.
final class Metadata {

    private Metadata() {}

    /// `{"metadata":{…}}`
    record Many(@NotNull Map<@Names.Key String, @NotNull @Names.Text String> metadata) {}

    /// `{"meta":{…}}`
    record One(@NotNull @Size(min = 1, max = 1) Map<@Names.Key String, @NotNull @Names.Text String> meta) {}
}
