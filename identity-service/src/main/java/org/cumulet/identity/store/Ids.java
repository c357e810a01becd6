package org.cumulet.identity.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/// Identity's ids: 32 hex digits.
public final class Ids {

    private Ids() {}

    /// The id of something that is elsewhere, as Keystone makes it: the same for the same thing, always.
    ///
    /// @param kind `user` or `group`
    public static String of(String domainId, String kind, String localId) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest((domainId + kind + localId).getBytes(UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String fresh() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
