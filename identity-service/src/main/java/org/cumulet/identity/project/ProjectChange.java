package org.cumulet.identity.project;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.cumulet.identity.wire.Extra;
import org.cumulet.identity.wire.Given;
import org.cumulet.identity.wire.NeverNull;
import org.cumulet.identity.wire.Options;
import org.cumulet.identity.wire.Text;
import org.jspecify.annotations.Nullable;

/// What shall become of a project or a domain: absent keys stay. Its place in the tree may be repeated, not changed.
public record ProjectChange(
        @NeverNull @Text(max = 64, blank = false) @Nullable String name,
        Given<String> domainId,
        Given<String> parentId,
        @Text Given<String> description,
        @NeverNull @Nullable Boolean enabled,
        @NeverNull @Nullable Boolean isDomain,

        @NeverNull @Text @Size(max = NewProject.MOST_TAGS) @Nullable
        List<@NotNull @Pattern(regexp = NewProject.TAG) String> tags,

        @NeverNull @Nullable Options options,
        @JsonAnySetter @Text @Nullable Map<String, Object> extra) {

    public ProjectChange {
        extra = Extra.of(extra);
    }

    /// Nothing but other tags.
    static ProjectChange ofTags(List<String> tags) {
        return new ProjectChange(
                null,
                new Given<>(false, null),
                new Given<>(false, null),
                new Given<>(false, null),
                null,
                null,
                tags,
                null,
                null);
    }

    record Request(@NotNull @Valid ProjectChange project) {}
}
