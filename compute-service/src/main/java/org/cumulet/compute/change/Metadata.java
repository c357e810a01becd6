package org.cumulet.compute.change;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.cumulet.compute.web.Names;

/// Pieces of metadata on the wire.
final class Metadata {

    private Metadata() {}

    /// `{"metadata":{…}}`
    record Many(
            @NotNull @Valid
            Map<
                            @Pattern(regexp = Names.KEY, message = Names.KEY_SAYS) String,
                            @NotNull @Size(max = 255) @Pattern(regexp = Names.TEXT, message = Names.TEXT_SAYS) String>
                    metadata) {}

    /// `{"meta":{…}}`
    record One(
            @NotNull @Valid @Size(min = 1, max = 1)
            Map<
                            @Pattern(regexp = Names.KEY, message = Names.KEY_SAYS) String,
                            @NotNull @Size(max = 255) @Pattern(regexp = Names.TEXT, message = Names.TEXT_SAYS) String>
                    meta) {}
}
