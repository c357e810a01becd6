package org.cumulet.identity.group;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.cumulet.identity.wire.Extra;
import org.cumulet.identity.wire.Text;
import org.jspecify.annotations.Nullable;

/// A group as somebody wishes it.
record NewGroup(
        @NotNull @Text(max = 64, blank = false) String name,
        @Text(max = 64) @Nullable String domainId,
        @Text @Nullable String description,
        @JsonAnySetter @Text @Nullable Map<String, Object> extra) {

    NewGroup {
        extra = Extra.of(extra);
    }

    record Request(@NotNull @Valid NewGroup group) {}
}
