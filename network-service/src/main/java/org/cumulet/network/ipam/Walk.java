package org.cumulet.network.ipam;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.cumulet.network.address.Ip;
import org.cumulet.network.address.IpRange;

/// Walks once through the pools of a subnet, beginning behind the address that was given out last, and stops at every
/// free one. What is in use is read a stretch at a time.
final class Walk {

    private static final BigInteger STRETCH = BigInteger.valueOf(512);

    private final Function<IpRange, Set<Ip>> used;
    private final Deque<IpRange> ahead;
    private final Set<Ip> taken = new HashSet<>();
    private Set<Ip> usedHere = Set.of();
    private Optional<IpRange> here = Optional.empty();

    /// @param used which addresses of a range are in use
    Walk(List<IpRange> pools, Optional<Ip> last, Function<IpRange, Set<Ip>> used) {
        this.used = used;
        this.ahead = new ArrayDeque<>(ordered(pools, last));
    }

    /// This address is given out, but not by walking.
    void skip(Ip address) {
        taken.add(address);
    }

    boolean isTaken(Ip address) {
        return taken.contains(address);
    }

    Optional<Ip> next() {
        while (here.isPresent() || !ahead.isEmpty()) {
            if (here.isEmpty()) {
                enter(ahead.removeFirst());
            }
            var step = here.orElseThrow();
            here = step.size().equals(BigInteger.ONE)
                    ? Optional.empty()
                    : Optional.of(new IpRange(step.start().next(), step.end()));
            if (!usedHere.contains(step.start()) && taken.add(step.start())) {
                return Optional.of(step.start());
            }
        }
        return Optional.empty();
    }

    /// Reads what is in use on the first stretch of a range and leaves the rest for later.
    private void enter(IpRange range) {
        var stretch = range;
        if (range.size().compareTo(STRETCH) > 0) {
            stretch = new IpRange(range.start(), range.start().plus(STRETCH).previous());
            ahead.addFirst(new IpRange(stretch.end().next(), range.end()));
        }
        usedHere = used.apply(stretch);
        here = Optional.of(stretch);
    }

    private static List<IpRange> ordered(List<IpRange> pools, Optional<Ip> last) {
        var behind = new ArrayList<IpRange>();
        var before = new ArrayList<IpRange>();
        for (var pool :
                pools.stream().sorted(Comparator.comparing(IpRange::start)).toList()) {
            if (last.isEmpty() || pool.start().compareTo(last.get()) > 0) {
                behind.add(pool);
            } else if (pool.end().compareTo(last.get()) <= 0) {
                before.add(pool);
            } else {
                behind.add(new IpRange(last.get().next(), pool.end()));
                before.add(new IpRange(pool.start(), last.get()));
            }
        }
        behind.addAll(before);
        return behind;
    }
}
