package org.cumulet.network.address;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/// An IP address of either version, in order as a number.
public record Ip(int version, BigInteger number) implements Comparable<Ip> {

    private static final String BYTE = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern V4 = Pattern.compile(BYTE + "(?:\\." + BYTE + "){3}");
    private static final Pattern V6 = Pattern.compile("(?=.*:)[0-9A-Fa-f:]{2,39}");
    private static final Comparator<Ip> ORDER =
            Comparator.comparingInt(Ip::version).thenComparing(Ip::number);

    /// Reads an address as people write it; neither leading zeros nor zones nor host names, and no IPv4 address in the
    /// clothes of an IPv6 one.
    public static Optional<Ip> parse(String text) {
        var version = V4.matcher(text).matches() ? 4 : 6;
        if (version == 6 && !V6.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(of(InetAddress.ofLiteral(text))).filter(ip -> ip.version == version);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// For constants and what was checked before.
    @JsonCreator
    public static Ip of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("not an IP address: " + text));
    }

    static Ip of(InetAddress address) {
        var bytes = address.getAddress();
        return new Ip(bytes.length == 4 ? 4 : 6, new BigInteger(1, bytes));
    }

    /// How many bits an address of this version has.
    public static int bits(int version) {
        return version == 4 ? 32 : 128;
    }

    public Ip plus(BigInteger steps) {
        return new Ip(version, number.add(steps));
    }

    public Ip next() {
        return plus(BigInteger.ONE);
    }

    public Ip previous() {
        return plus(BigInteger.ONE.negate());
    }

    InetAddress asInetAddress() {
        var bytes = new byte[bits(version) / 8];
        var raw = number.toByteArray();
        var length = Math.min(raw.length, bytes.length);
        System.arraycopy(raw, raw.length - length, bytes, bytes.length - length, length);
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public int compareTo(Ip other) {
        return ORDER.compare(this, other);
    }

    @Override
    @JsonValue
    public String toString() {
        return version == 4
                ? asInetAddress().getHostAddress()
                : shortened(asInetAddress().getHostAddress());
    }

    /// RFC 5952: the longest run of zero groups, two at least, becomes `::`.
    private static String shortened(String groups) {
        var best = "";
        for (var run = "0:0:0:0:0:0:0:0"; run.length() > 1 && best.isEmpty(); run = run.substring(2)) {
            best = (":" + groups + ":").contains(":" + run + ":") ? run : "";
        }
        if (best.isEmpty()) {
            return groups;
        }
        var all = ":" + groups + ":";
        var start = all.indexOf(":" + best + ":");
        var before = all.substring(1, Math.max(1, start));
        var after = all.substring(Math.min(all.length() - 1, start + best.length() + 2), all.length() - 1);
        return before + "::" + after;
    }
}
