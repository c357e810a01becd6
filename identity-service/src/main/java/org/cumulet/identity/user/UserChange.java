package org.cumulet.identity.user;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import java.util.Objects;
import org.cumulet.identity.wire.Extra;
import org.cumulet.identity.wire.Given;
import org.cumulet.identity.wire.NeverNull;
import org.cumulet.identity.wire.Text;
import org.jspecify.annotations.Nullable;

/// What shall become of a user: absent keys stay.
record UserChange(
        @NeverNull @Text(max = 255, blank = false) @Nullable String name,
        @NeverNull @Nullable String domainId,
        @NeverNull @Nullable Boolean enabled,
        @Text(max = 64) Given<String> defaultProjectId,

        @NeverNull @Text(max = NewUser.LONGEST_PASSWORD) @Nullable
        String password,

        @NeverNull @UserOptions @Nullable Map<String, Object> options,
        @JsonAnySetter @Text @Nullable Map<String, Object> extra) {

    UserChange {
        options = Objects.requireNonNullElse(options, Map.of());
        extra = Extra.of(extra);
    }

    /// Whether it does nothing but let somebody in again who guessed too often.
    boolean onlyUnlocks() {
        return Boolean.TRUE.equals(enabled)
                && equals(new UserChange(null, null, true, defaultProjectId, null, Map.of(), Map.of()))
                && !defaultProjectId.there();
    }

    /// Without the password.
    @Override
    public String toString() {
        return "UserChange[" + name + "]";
    }

    record Request(@NotNull @Valid UserChange user) {}
}
