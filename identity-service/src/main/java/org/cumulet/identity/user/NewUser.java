package org.cumulet.identity.user;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import java.util.Objects;
import org.cumulet.identity.wire.Extra;
import org.cumulet.identity.wire.NeverNull;
import org.cumulet.identity.wire.Text;
import org.jspecify.annotations.Nullable;

/// A user as somebody wishes it.
public record NewUser(
        @NotNull @Text(max = 255, blank = false) String name,
        @Text(max = 64) @Nullable String domainId,
        @NeverNull @Nullable Boolean enabled,
        @Text(max = 64) @Nullable String defaultProjectId,
        @Text(max = LONGEST_PASSWORD) @Nullable String password,
        @NeverNull @UserOptions @Nullable Map<String, Object> options,
        @JsonAnySetter @Text @Nullable Map<String, Object> extra) {

    static final int LONGEST_PASSWORD = 4096;

    public NewUser {
        options = Objects.requireNonNullElse(options, Map.of());
        extra = Extra.of(extra);
    }

    /// One that logs in by password, in the domain `default`.
    public static NewUser named(String name, String password, Map<String, Object> options) {
        return new NewUser(name, null, null, null, password, options, null);
    }

    /// Without the password.
    @Override
    public String toString() {
        return "NewUser[" + name + "]";
    }

    record Request(@NotNull @Valid NewUser user) {}
}
