package org.cumulet.compute.web;

/// What may be in a name. Control characters may not: names are shown on terminals.
public final class Names {

    /// Up to 255 printable characters without space at either end.
    public static final String PRINTABLE = "(?!\\s)[^\\p{Cntrl}\\u2028\\u2029]{1,255}(?<!\\s)";

    public static final String PRINTABLE_SAYS =
            "must be 1 to 255 printable characters and neither begin nor end with whitespace";

    /// Text of several lines.
    public static final String TEXT = "[^\\p{Cntrl}&&[^\\n\\r\\t]]*";

    public static final String TEXT_SAYS = "must not hold control characters";

    /// The key of a piece of metadata or of an extra spec.
    public static final String KEY = "[a-zA-Z0-9-_:. ]{1,255}";

    public static final String KEY_SAYS = "keys must be 1 to 255 letters, digits, space, '-', '_', ':' and '.'";

    /// A word servers are found by.
    public static final String TAG = "[^,/\\p{Cntrl}]{1,60}";

    public static final String TAG_SAYS = "tags must be 1 to 60 characters without ',' and '/'";

    /// A guest's own name.
    public static final String HOSTNAME = "[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?";

    public static final String HOSTNAME_SAYS =
            "must be 1 to 63 letters, digits and '-', with a letter or digit at both ends";

    private Names() {}
}
