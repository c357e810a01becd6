package org.cumulet.saga;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// What travellers do to the world, and what it has in store for them.
@Singleton
class World {

    /// Something that happens to a traveller at a step, at a certain attempt (from 1).
    interface Fate {
        void strike(int attempt) throws Exception;
    }

    private final Map<String, List<String>> log = new ConcurrentHashMap<>();
    private final Map<String, Fate> fates = new ConcurrentHashMap<>();

    void happens(String traveller, String step, Fate fate) {
        fates.put(traveller + "/" + step, fate);
    }

    Trip step(Trip trip, String step) throws Exception {
        strike(trip, step);
        return trip.and(step);
    }

    void strike(Trip trip, String step) throws Exception {
        var entries = log.computeIfAbsent(trip.traveller(), _ -> new CopyOnWriteArrayList<>());
        entries.add(step);
        var attempt = (int) entries.stream().filter(step::equals).count();
        fates.getOrDefault(trip.traveller() + "/" + step, n -> {}).strike(attempt);
    }

    List<String> logOf(String traveller) {
        return log.getOrDefault(traveller, List.of());
    }
}
