package org.cumulet.network.port;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cumulet.network.wire.Body;

/// Something a machine is told by DHCP beyond the usual. Name and value follow a grammar that leaves nothing to be
/// misunderstood by the daemon that reads them.
///
/// @param optName a name as dnsmasq knows it, or a number
/// @param optValue values parted by commas
public record DhcpOption(String optName, String optValue, int ipVersion) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,62}");
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,2}");
    private static final Pattern VALUE =
            Pattern.compile("[A-Za-z0-9._:/@%+=?&~-](?:[A-Za-z0-9 ._:/@%+=?&~-]{0,253}[A-Za-z0-9._:/@%+=?&~-])?");
    private static final int LARGEST = 254;

    /// @return empty when the caller wants the option to be gone
    static Wish from(Body body) {
        var name = body.required(
                "opt_name", body.parsed("opt_name", DhcpOption::name, "the name or number of a DHCP option"));
        var value = body.parsedOrNull("opt_value", DhcpOption::value, "a value that a DHCP option can have");
        var version = body.integer("ip_version", 4, 6).orElse(4);
        return new Wish(name, value.map(it -> new DhcpOption(name, it, version)));
    }

    /// An option to be set, or to be gone.
    record Wish(String name, Optional<DhcpOption> option) {}

    /// True where it is a number rather than a name.
    public boolean byNumber() {
        return NUMBER.matcher(optName).matches();
    }

    private static Optional<String> name(String text) {
        var fits = NAME.matcher(text).matches() || NUMBER.matcher(text).matches() && Integer.parseInt(text) <= LARGEST;
        return fits ? Optional.of(text) : Optional.empty();
    }

    private static Optional<String> value(String text) {
        var fits = Arrays.stream(text.split(",", -1))
                .allMatch(part -> VALUE.matcher(part).matches());
        return fits ? Optional.of(text) : Optional.empty();
    }
}
