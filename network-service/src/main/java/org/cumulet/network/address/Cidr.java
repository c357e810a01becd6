package org.cumulet.network.address;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/// A range of addresses with a common beginning: `10.0.0.0/24`.
///
/// @param first the lowest address, all host bits zero
/// @param prefix how many bits are common
public record Cidr(Ip first, int prefix) {

    private static final Pattern PREFIX = Pattern.compile("0|[1-9]\\d{0,2}");

    public Cidr {
        if (prefix < 0
                || prefix > Ip.bits(first.version())
                || first.number().getLowestSetBit() >= 0
                        && first.number().getLowestSetBit() < Ip.bits(first.version()) - prefix) {
            throw new IllegalArgumentException("%s/%d is not a CIDR".formatted(first, prefix));
        }
    }

    /// Reads `address/prefix`; host bits may be set and are dropped.
    public static Optional<Cidr> parse(String text) {
        var slash = text.indexOf('/');
        if (slash < 0 || !PREFIX.matcher(text.substring(slash + 1)).matches()) {
            return Optional.empty();
        }
        var prefix = Integer.parseInt(text.substring(slash + 1));
        return Ip.parse(text.substring(0, slash))
                .filter(address -> prefix <= Ip.bits(address.version()))
                .map(address -> around(address, prefix));
    }

    /// Like [#parse], but a bare address counts as a range of one.
    public static Optional<Cidr> parseLenient(String text) {
        return text.indexOf('/') >= 0 ? parse(text) : Ip.parse(text).map(Cidr::only);
    }

    /// For constants and what was checked before.
    @JsonCreator
    public static Cidr of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("not a CIDR: " + text));
    }

    public static Cidr only(Ip address) {
        return new Cidr(address, Ip.bits(address.version()));
    }

    private static Cidr around(Ip address, int prefix) {
        var hostBits = Ip.bits(address.version()) - prefix;
        var number = address.number().shiftRight(hostBits).shiftLeft(hostBits);
        return new Cidr(new Ip(address.version(), number), prefix);
    }

    public int version() {
        return first.version();
    }

    public Ip last() {
        return first.plus(BigInteger.ONE.shiftLeft(Ip.bits(version()) - prefix).subtract(BigInteger.ONE));
    }

    public boolean contains(Ip address) {
        return address.version() == version() && address.compareTo(first) >= 0 && address.compareTo(last()) <= 0;
    }

    public boolean overlaps(Cidr other) {
        return contains(other.first) || other.contains(first);
    }

    /// The netmask of an IPv4 range: `255.255.255.0`.
    public Ip netmask() {
        var all = BigInteger.ONE.shiftLeft(Ip.bits(version())).subtract(BigInteger.ONE);
        var hostBits = Ip.bits(version()) - prefix;
        return new Ip(version(), all.shiftRight(hostBits).shiftLeft(hostBits));
    }

    /// The addresses that a machine may have: without network and broadcast address where the range is large enough
    /// to have them (IPv6: without the anycast address of routers).
    public IpRange hosts() {
        if (Ip.bits(version()) - prefix < 2) {
            return new IpRange(first, last());
        }
        return new IpRange(first.next(), version() == 4 ? last().previous() : last());
    }

    @Override
    @JsonValue
    public String toString() {
        return first + "/" + prefix;
    }
}
