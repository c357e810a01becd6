package org.cumulet.identity.role;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.cumulet.identity.wire.Extra;
import org.cumulet.identity.wire.NeverNull;
import org.cumulet.identity.wire.Options;
import org.cumulet.identity.wire.Text;
import org.jspecify.annotations.Nullable;

/// A role as somebody wishes it.
public record NewRole(
        @NotNull @Text(max = 255, blank = false) String name,
        @Text(max = 64) @Nullable String domainId,
        @Text @Nullable String description,
        @NeverNull @Nullable Options options,
        @JsonAnySetter @Text @Nullable Map<String, Object> extra) {

    public NewRole {
        extra = Extra.of(extra);
    }

    /// One of the whole cloud that nobody changes by mistake.
    public static NewRole lasting(String name) {
        return new NewRole(name, null, null, Options.IMMUTABLE, null);
    }

    record Request(@NotNull @Valid NewRole role) {}
}
