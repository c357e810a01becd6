package org.cumulet.compute.create;

import java.util.Base64;
import org.cumulet.api.fault.Fault;
import org.jspecify.annotations.Nullable;

/// What the guest reads when it first boots.
final class UserData {

    private UserData() {}

    /// As it came, without line breaks; it must be base64.
    static @Nullable String checked(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        var plain = text.replaceAll("\\s", "");
        try {
            Base64.getDecoder().decode(plain);
            return plain;
        } catch (IllegalArgumentException e) {
            throw new Fault.BadRequest("Invalid input for field/attribute user_data. It must be base64.");
        }
    }
}
