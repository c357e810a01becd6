package org.cumulet.identity.group;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.cumulet.identity.wire.Extra;
import org.cumulet.identity.wire.Given;
import org.cumulet.identity.wire.NeverNull;
import org.cumulet.identity.wire.Text;
import org.jspecify.annotations.Nullable;

/// What shall become of a group: absent keys stay.
record GroupChange(
        @NeverNull @Text(max = 64, blank = false) @Nullable String name,
        @NeverNull @Nullable String domainId,
        @Text Given<String> description,
        @JsonAnySetter @Text @Nullable Map<String, Object> extra) {

    GroupChange {
        extra = Extra.of(extra);
    }

    record Request(@NotNull @Valid GroupChange group) {}
}
