package org.cumulet.identity.identityprovider;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.cumulet.identity.wire.Text;

/// A protocol as somebody wishes it, or wishes it to become.
record ProtocolRequest(@NotNull @Valid Wish protocol) {

    record Wish(@NotNull @Text(max = 64) String mappingId) {}
}
