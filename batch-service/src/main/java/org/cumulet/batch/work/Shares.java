package org.cumulet.batch.work;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cumulet.batch.job.Candidate;

/// Who gets the next places: always the project for which the fewest calls are made, and in it the most urgent job.
final class Shares {

    private Shares() {}

    /// @param candidates the most urgent first
    /// @param places how many there are to give
    /// @return how many each job gets, in the order in which they were given
    static Map<UUID, Integer> of(List<Candidate> candidates, int places) {
        var waiting = new LinkedHashMap<String, List<Share>>();
        var calls = new HashMap<String, Integer>();
        for (var candidate : candidates) {
            calls.merge(candidate.project(), candidate.calls(), Integer::sum);
            if (candidate.room() > 0) {
                waiting.computeIfAbsent(candidate.project(), _ -> new ArrayList<>())
                        .add(new Share(candidate));
            }
        }
        var given = new LinkedHashMap<UUID, Integer>();
        for (int i = 0; i < places && !waiting.isEmpty(); i++) {
            var poorest = poorest(waiting, calls);
            var shares = poorest.getValue();
            var share = shares.getFirst();
            given.merge(share.job, 1, Integer::sum);
            calls.merge(poorest.getKey(), 1, Integer::sum);
            share.room--;
            if (share.room == 0) {
                shares.removeFirst();
            }
            if (shares.isEmpty()) {
                waiting.remove(poorest.getKey());
            }
        }
        return given;
    }

    private static Map.Entry<String, List<Share>> poorest(
            Map<String, List<Share>> waiting, Map<String, Integer> calls) {
        return waiting.entrySet().stream()
                .min(Comparator.comparing(each -> calls.getOrDefault(each.getKey(), 0)))
                .orElseThrow();
    }

    private static final class Share {
        private final UUID job;
        private int room;

        Share(Candidate candidate) {
            this.job = candidate.job();
            this.room = candidate.room();
        }
    }
}
