package org.cumulet.network.port;

import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.cumulet.api.fault.Fault;
import org.cumulet.network.address.Mac;

/// Hardware addresses that are unique on their network. The network's lock must be held.
@Singleton
class Macs {

    private final PortStore store;

    Macs(PortStore store) {
        this.store = store;
    }

    /// @throws Fault.Conflict where one of these is in use or asked for twice
    void mustBeFree(UUID network, List<Mac> asked) {
        if (asked.isEmpty()) {
            return;
        }
        var taken = store.macsIn(network, texts(asked));
        for (var mac : asked) {
            if (!taken.add(mac.text())) {
                throw new Fault.Conflict("Unable to complete operation for network %s. The mac address %s is in use."
                                .formatted(network, mac))
                        .named("MacAddressInUse");
            }
        }
    }

    /// So many that nobody on the network has.
    Deque<Mac> fresh(UUID network, int count, Collection<Mac> except) {
        var fresh = new LinkedHashSet<Mac>();
        while (fresh.size() < count) {
            while (fresh.size() < count) {
                fresh.add(Mac.random(ThreadLocalRandom.current()));
            }
            fresh.removeAll(except);
            store.macsIn(network, texts(fresh)).forEach(taken -> fresh.remove(new Mac(taken)));
        }
        return new ArrayDeque<>(fresh);
    }

    Mac fresh(UUID network) {
        return fresh(network, 1, List.of()).getFirst();
    }

    private static Collection<String> texts(Collection<Mac> macs) {
        return macs.stream().map(Mac::text).collect(Collectors.toSet());
    }
}
