package org.cumulet.network.address;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;

/// Addresses from one to another, both included.
public record IpRange(Ip start, Ip end) {

    public IpRange {
        if (start.version() != end.version() || start.compareTo(end) > 0) {
            throw new IllegalArgumentException("%s-%s is not a range".formatted(start, end));
        }
    }

    public boolean contains(Ip address) {
        return address.version() == start.version() && address.compareTo(start) >= 0 && address.compareTo(end) <= 0;
    }

    public boolean overlaps(IpRange other) {
        return contains(other.start) || other.contains(start);
    }

    public BigInteger size() {
        return end.number().subtract(start.number()).add(BigInteger.ONE);
    }

    /// What is left without one address: nothing, one or two ranges.
    public List<IpRange> without(Ip address) {
        if (!contains(address)) {
            return List.of(this);
        }
        var before =
                address.equals(start) ? Stream.<IpRange>empty() : Stream.of(new IpRange(start, address.previous()));
        var after = address.equals(end) ? Stream.<IpRange>empty() : Stream.of(new IpRange(address.next(), end));
        return Stream.concat(before, after).toList();
    }

    @Override
    public String toString() {
        return start + "-" + end;
    }
}
