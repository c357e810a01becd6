package org.cumulet.network.record;

import java.util.regex.Pattern;
import org.cumulet.api.fault.Fault;
import org.jspecify.annotations.Nullable;

/// `If-Match: revision_number=7`.
public final class Revision {

    private static final Pattern FORM = Pattern.compile("revision_number=(\\d{1,9})");

    private Revision() {}

    public static @Nullable Integer expected(@Nullable String ifMatch) {
        if (ifMatch == null) {
            return null;
        }
        var match = FORM.matcher(ifMatch.strip());
        if (!match.matches()) {
            throw new Fault.BadRequest("Invalid If-Match: it must be revision_number=<number>");
        }
        return Integer.valueOf(match.group(1));
    }
}
