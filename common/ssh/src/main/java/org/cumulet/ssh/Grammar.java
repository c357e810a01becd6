package org.cumulet.ssh;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What an address, a user name and a fingerprint may look like.
public enum Grammar {
    /// A host name, an IPv4 or an IPv6 address: nothing that an option, a shell or a second line could be made of.
    ADDRESS(
            "a host name or an IP address",
            253,
            "(?!(?:.*\\.)?(?:0[xX][0-9A-Fa-f]*|[0-9]+)$)(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)"
                    + "(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*"
                    + "|(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\\.(?!$)|$)){4}"
                    + "|(?=[0-9A-Fa-f:]*::|(?:[0-9A-Fa-f]+:){7})(?!.*::.*::)(?!.*:::)[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7}"),
    USER("a user name", 32, "[a-z_][a-z0-9_-]*"),
    FINGERPRINT("a SHA-256 fingerprint of a host key (SHA256:…)", 50, "SHA256:[A-Za-z0-9+/]{43}");

    private final String what;
    private final int longest;
    private final Pattern pattern;

    Grammar(String what, int longest, String pattern) {
        this.what = what;
        this.longest = longest;
        this.pattern = Pattern.compile(pattern);
    }

    public boolean matches(@Nullable String text) {
        return text != null && text.length() <= longest && pattern.matcher(text).matches();
    }

    public String what() {
        return what;
    }

    String check(@Nullable String text) {
        if (text == null || !matches(text)) {
            throw new IllegalArgumentException("not " + what);
        }
        return text;
    }
}
