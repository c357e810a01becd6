package org.cumulet.identity.region;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Map;
import org.cumulet.api.fault.Fault;
import org.cumulet.identity.wire.Extra;
import org.cumulet.identity.wire.Text;
import org.jspecify.annotations.Nullable;

/// A region as somebody wishes it; callers may name its id.
public record NewRegion(
        @Pattern(regexp = ID) @Text @Nullable String id,

        @Text(max = 255) @Nullable String parentRegionId,
        @Text @Nullable String description,
        @JsonAnySetter @Text @Nullable Map<String, Object> extra) {

    static final String ID = "[^/\\p{Cntrl}]{1,255}";

    public NewRegion {
        extra = Extra.of(extra);
    }

    public static NewRegion of(String id) {
        return new NewRegion(id, null, null, null);
    }

    /// The same, by this id.
    ///
    /// @throws Fault.BadRequest when it says another
    NewRegion named(String name) {
        if (id != null && !id.equals(name)) {
            throw new Fault.BadRequest("Conflicting region IDs specified: \"%s\" != \"%s\"".formatted(id, name));
        }
        return new NewRegion(name, parentRegionId, description, extra);
    }

    record Request(@NotNull @Valid NewRegion region) {}
}
