package org.cumulet.identity.accessrule;

import jakarta.validation.constraints.Pattern;
import org.cumulet.api.fault.Fault;
import org.cumulet.auth.AccessRule;
import org.cumulet.identity.wire.Text;
import org.jspecify.annotations.Nullable;

/// An access rule as somebody wishes it: one the user has, by its id, or by what it says.
public record WishedAccessRule(
        @Text(max = 64) @Nullable String id,
        @Text(max = 64, blank = false) @Nullable String service,

        @Pattern(regexp = "GET|HEAD|POST|PUT|PATCH|DELETE|COPY") @Nullable
        String method,

        @Pattern(regexp = "/\\S{0,127}") @Text(max = 128) @Nullable
        String path) {

    /// @throws Fault.BadRequest where it says too little
    AccessRule rule() {
        if (service == null || method == null || path == null) {
            throw new Fault.BadRequest("Invalid access rule: it needs an id, or service, method and path.");
        }
        return new AccessRule(service, method, path);
    }
}
