package org.cumulet.network.ipam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cumulet.network.address.Ip;
import org.cumulet.network.address.IpRange;
import org.junit.jupiter.api.Test;

class WalkTest {

    private final Set<Ip> used = new HashSet<>();
    private final List<IpRange> asked = new ArrayList<>();

    private Walk walk(List<IpRange> pools, Optional<Ip> last) {
        return new Walk(pools, last, range -> {
            asked.add(range);
            return new HashSet<>(used.stream().filter(range::contains).toList());
        });
    }

    private static IpRange range(String start, String end) {
        return new IpRange(Ip.of(start), Ip.of(end));
    }

    private static List<String> all(Walk walk) {
        var all = new ArrayList<String>();
        for (var next = walk.next(); next.isPresent(); next = walk.next()) {
            all.add(next.get().toString());
        }
        return all;
    }

    @Test
    void beginsAtTheBeginningWhereNothingWasGivenOut() {
        assertThat(all(walk(List.of(range("10.0.0.2", "10.0.0.4")), Optional.empty())))
                .containsExactly("10.0.0.2", "10.0.0.3", "10.0.0.4");
    }

    @Test
    void goesOnBehindTheLastOneAndComesAroundOnce() {
        assertThat(all(walk(List.of(range("10.0.0.2", "10.0.0.5")), Optional.of(Ip.of("10.0.0.3")))))
                .containsExactly("10.0.0.4", "10.0.0.5", "10.0.0.2", "10.0.0.3");
    }

    @Test
    void goesThroughAllPoolsWhateverTheirOrder() {
        var pools = List.of(range("10.0.0.8", "10.0.0.9"), range("10.0.0.2", "10.0.0.3"));
        assertThat(all(walk(pools, Optional.of(Ip.of("10.0.0.9")))))
                .containsExactly("10.0.0.2", "10.0.0.3", "10.0.0.8", "10.0.0.9");
    }

    @Test
    void passesWhatIsInUseAndWhatWasGivenOutOtherwise() {
        used.add(Ip.of("10.0.0.2"));
        var walk = walk(List.of(range("10.0.0.2", "10.0.0.5")), Optional.empty());
        walk.skip(Ip.of("10.0.0.4"));
        assertThat(all(walk)).containsExactly("10.0.0.3", "10.0.0.5");
    }

    @Test
    void readsOnlyTheStretchItNeeds() {
        var walk = walk(List.of(range("2001:db8::1", "2001:db8::ffff:ffff:ffff:ffff")), Optional.empty());
        walk.next();
        assertThat(asked).containsExactly(range("2001:db8::1", "2001:db8::200"));
    }

    @Test
    void findsTheOneThatIsLeftInALargePool() {
        for (var ip = Ip.of("10.0.0.1"); ip.compareTo(Ip.of("10.0.8.0")) <= 0; ip = ip.next()) {
            used.add(ip);
        }
        used.remove(Ip.of("10.0.6.66"));
        assertThat(all(walk(List.of(range("10.0.0.1", "10.0.8.0")), Optional.of(Ip.of("10.0.7.0")))))
                .containsExactly("10.0.6.66");
    }

    @Test
    void endsWhereNothingIsFree() {
        assertThat(all(walk(List.of(), Optional.empty()))).isEmpty();
    }
}
