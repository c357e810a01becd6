package org.cumulet.identity.ldap;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A user as the directory has it.
///
/// @param dn its own name in the directory
record FoundUser(
        String dn,
        String id,
        String name,
        boolean enabled,
        @Nullable String email,
        @Nullable String description) {

    Map<String, Object> extra() {
        var extra = new LinkedHashMap<String, Object>();
        if (email != null) {
            extra.put("email", email);
        }
        if (description != null) {
            extra.put("description", description);
        }
        return extra;
    }
}
