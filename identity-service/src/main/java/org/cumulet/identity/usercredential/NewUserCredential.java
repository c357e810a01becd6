package org.cumulet.identity.usercredential;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.cumulet.identity.wire.Extra;
import org.cumulet.identity.wire.Text;
import org.jspecify.annotations.Nullable;

/// A credential as somebody wishes it.
///
/// @param blob whatever the type asks for; JSON with `access` and `secret` for `ec2`
record NewUserCredential(
        @NotNull @Text(max = 64) String userId,
        @Text(max = 64) @Nullable String projectId,
        @NotNull @Text(max = 255, blank = false) String type,
        @NotNull @Text String blob,
        @JsonAnySetter @Text @Nullable Map<String, Object> extra) {

    static final String EC2 = "ec2";

    NewUserCredential {
        extra = Extra.of(extra);
    }

    /// Without the blob.
    @Override
    public String toString() {
        return "NewUserCredential[" + type + "]";
    }

    record Request(@NotNull @Valid NewUserCredential credential) {}
}
