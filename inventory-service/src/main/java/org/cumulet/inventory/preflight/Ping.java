package org.cumulet.inventory.preflight;

import java.util.Optional;
import java.util.regex.Pattern;

/// What came of a ping: it went through, nobody answered, or somebody on the way said why not.
record Ping(Said.Answer answer) {

    private static final Pattern REFUSED = Pattern.compile(
            "From ([0-9.]+)[ :].*(Destination Host Prohibited|Destination Net Prohibited|Packet filtered|Destination"
                    + " (?:Host|Net|Port|Protocol) (?:Unreachable|Unknown))");
    private static final Pattern TOO_LONG = Pattern.compile("message too long|Frag needed|mtu ?= ?([0-9]+)");

    /// @param from who said it
    /// @param why as ping prints it
    record Refusal(String from, String why) {

        /// A firewall says so, and not a router that finds nobody.
        boolean isProhibition() {
            return why.endsWith("Prohibited") || why.equals("Packet filtered");
        }
    }

    boolean went() {
        return answer.ok();
    }

    Optional<Refusal> refusal() {
        var found = REFUSED.matcher(answer.output());
        return found.find() ? Optional.of(new Refusal(found.group(1), found.group(2))) : Optional.empty();
    }

    boolean isTooLong() {
        return TOO_LONG.matcher(answer.output()).find();
    }
}
