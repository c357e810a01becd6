package org.cumulet.identity.policyblob;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.cumulet.identity.wire.Extra;
import org.cumulet.identity.wire.NeverNull;
import org.cumulet.identity.wire.Text;
import org.jspecify.annotations.Nullable;

/// What shall become of a policy: absent keys stay.
record PolicyBlobChange(
        @NeverNull @Text(max = 255, blank = false) @Nullable String type,
        @NeverNull @Text(max = 1_000_000) @Nullable String blob,
        @JsonAnySetter @Text @Nullable Map<String, Object> extra) {

    PolicyBlobChange {
        extra = Extra.of(extra);
    }

    record Request(@NotNull @Valid PolicyBlobChange policy) {}
}
