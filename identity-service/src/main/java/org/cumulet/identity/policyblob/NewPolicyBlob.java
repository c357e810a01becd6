package org.cumulet.identity.policyblob;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.cumulet.identity.wire.Extra;
import org.cumulet.identity.wire.Text;
import org.jspecify.annotations.Nullable;

/// A policy as somebody wishes it.
record NewPolicyBlob(
        @NotNull @Text(max = 255, blank = false) String type,
        @NotNull @Text(max = 1_000_000) String blob,
        @JsonAnySetter @Text @Nullable Map<String, Object> extra) {

    NewPolicyBlob {
        extra = Extra.of(extra);
    }

    record Request(@NotNull @Valid NewPolicyBlob policy) {}
}
