package org.cumulet.identity.project;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.cumulet.identity.wire.Extra;
import org.cumulet.identity.wire.NeverNull;
import org.cumulet.identity.wire.Options;
import org.cumulet.identity.wire.Text;
import org.jspecify.annotations.Nullable;

/// A project, or a domain, as somebody wishes it.
public record NewProject(
        @NotNull @Text(max = 64, blank = false) String name,
        @Text(max = 64) @Nullable String domainId,
        @Text(max = 64) @Nullable String parentId,
        @Text @Nullable String description,
        @NeverNull @Nullable Boolean enabled,
        @NeverNull @Nullable Boolean isDomain,
        @NeverNull @Text @Size(max = MOST_TAGS) @Nullable List<@NotNull @Pattern(regexp = TAG) String> tags,
        @NeverNull @Nullable Options options,
        @JsonAnySetter @Text @Nullable Map<String, Object> extra) {

    public static final int MOST_TAGS = 80;
    public static final String TAG = "[^/,]{1,255}";

    public NewProject {
        extra = Extra.of(extra);
    }

    /// One with nothing but a name.
    public static NewProject named(String name, String description) {
        return new NewProject(name, null, null, description, null, null, null, null, null);
    }

    record Request(@NotNull @Valid NewProject project) {}
}
