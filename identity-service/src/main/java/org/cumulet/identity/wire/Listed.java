package org.cumulet.identity.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.cumulet.api.page.Page;
import org.jspecify.annotations.Nullable;

/// What every list says beside its items. Keystone has no pages: a list that is too long is cut, and says so.
///
/// @param links of the list itself
/// @param truncated true where it was cut, else absent
public record Listed(
        Ends links,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean truncated) {

    /// The most items a list has.
    public static final int MOST = 10_000;

    public record Ends(
            String self,
            @Nullable String previous,
            @Nullable String next) {}

    public static Listed of(Page<?> page, Links links) {
        return new Listed(new Ends(links.here(), null, null), page.more() ? true : null);
    }
}
