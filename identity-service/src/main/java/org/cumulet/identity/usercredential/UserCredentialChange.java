package org.cumulet.identity.usercredential;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.cumulet.identity.wire.Extra;
import org.cumulet.identity.wire.Given;
import org.cumulet.identity.wire.NeverNull;
import org.cumulet.identity.wire.Text;
import org.jspecify.annotations.Nullable;

/// What shall become of a credential: absent keys stay. Its user and its project may be repeated, not changed.
record UserCredentialChange(
        Given<String> userId,
        Given<String> projectId,
        @NeverNull @Text(max = 255, blank = false) @Nullable String type,
        @NeverNull @Text @Nullable String blob,
        @JsonAnySetter @Text @Nullable Map<String, Object> extra) {

    UserCredentialChange {
        extra = Extra.of(extra);
    }

    /// Without the blob.
    @Override
    public String toString() {
        return "UserCredentialChange[" + type + "]";
    }

    record Request(@NotNull @Valid UserCredentialChange credential) {}
}
