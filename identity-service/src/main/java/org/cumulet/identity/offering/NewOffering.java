package org.cumulet.identity.offering;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.cumulet.identity.wire.Extra;
import org.cumulet.identity.wire.NeverNull;
import org.cumulet.identity.wire.Text;
import org.jspecify.annotations.Nullable;

/// A service of the catalog as somebody wishes it.
public record NewOffering(
        @NotNull @Text(max = 255, blank = false) String type,
        @Text(max = 255) @Nullable String name,
        @Text @Nullable String description,
        @NeverNull @Nullable Boolean enabled,
        @JsonAnySetter @Text @Nullable Map<String, Object> extra) {

    public NewOffering {
        extra = Extra.of(extra);
    }

    public static NewOffering of(String type, String name, String description) {
        return new NewOffering(type, name, description, null, null);
    }

    record Request(@NotNull @Valid NewOffering service) {}
}
