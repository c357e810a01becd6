package org.cumulet.identity.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.cumulet.identity.token.FederatedLoginService.Delivered;

/// A page that hands a token to a dashboard as soon as it is shown, and can do nothing else.
///
/// @param policy for the header `Content-Security-Policy`
record DeliveryPage(String html, String policy) {

    private static final String SCRIPT = "document.forms[0].submit()";

    private static final String PAGE = """
            <!DOCTYPE html>
            <html>
            <head><title>Logging in</title></head>
            <body>
            <form method="post" action="%s">
            <input type="hidden" name="token" value="%s">
            <noscript><input type="submit" value="Continue"></noscript>
            </form>
            <script>%s</script>
            </body>
            </html>
            """;

    static DeliveryPage of(Delivered delivered) {
        var origin = URI.create(delivered.origin());
        return new DeliveryPage(
                PAGE.formatted(escaped(delivered.origin()), escaped(delivered.token()), SCRIPT),
                "default-src 'none'; script-src 'sha256-%s'; form-action %s://%s; frame-ancestors 'none'; base-uri 'none'"
                        .formatted(hash(), origin.getScheme(), origin.getAuthority()));
    }

    private static String hash() {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(SCRIPT.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
