package org.cumulet.identity.role;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.cumulet.identity.wire.Extra;
import org.cumulet.identity.wire.Given;
import org.cumulet.identity.wire.NeverNull;
import org.cumulet.identity.wire.Options;
import org.cumulet.identity.wire.Text;
import org.jspecify.annotations.Nullable;

/// What shall become of a role: absent keys stay.
record RoleChange(
        @NeverNull @Text(max = 255, blank = false) @Nullable String name,
        Given<String> domainId,
        @Text Given<String> description,
        @NeverNull @Nullable Options options,
        @JsonAnySetter @Text @Nullable Map<String, Object> extra) {

    RoleChange {
        extra = Extra.of(extra);
    }

    record Request(@NotNull @Valid RoleChange role) {}
}
