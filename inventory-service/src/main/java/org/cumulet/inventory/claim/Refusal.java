package org.cumulet.inventory.claim;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Puts into words why no host will do, and what would have helped. Hosts are not named: that is for admins.
final class Refusal {

    private record Miss(Candidate host, Shortage shortage) {}

    private Refusal() {}

    static Decision.Refused of(Claim claim, int considered, Map<Reason, Integer> fallen, List<Candidate> tooSmall) {
        var nearest = tooSmall.stream()
                .map(host -> new Miss(host, Shortage.of(host, claim.wanted())))
                .filter(miss -> !miss.shortage().lacking().isEmpty())
                .min(Comparator.comparing(Miss::shortage)
                        .thenComparing(miss -> miss.host().name()));
        var reasons = new TreeMap<String, Integer>();
        fallen.forEach((reason, count) -> reasons.merge(reason.name(), count, Integer::sum));
        return new Decision.Refused(
                claim.consumerId(),
                message(claim, considered, fallen, nearest),
                considered,
                reasons,
                nearest.map(miss -> "one host lacks only %s"
                                .formatted(miss.shortage().text()))
                        .orElse(null),
                nearest.map(Miss::host).orElse(null));
    }

    private static String message(Claim claim, int considered, Map<Reason, Integer> fallen, Optional<Miss> nearest) {
        if (considered == 0) {
            return claim.host() == null ? "There are no hosts yet." : "There is no such host.";
        }
        var wanted = claim.wanted().entrySet().stream()
                .map(wish -> Shortage.amount(wish.getKey(), wish.getValue()))
                .collect(Collectors.joining(", "));
        var reasons = fallen.entrySet().stream()
                .map(fall -> "%d %s %s"
                        .formatted(
                                fall.getValue(),
                                fall.getValue() == 1 ? "is" : "are",
                                fall.getKey().verb()))
                .collect(Collectors.joining(", "));
        return "No host has room for %s: of %d host%s considered, %s.%s"
                .formatted(
                        wanted,
                        considered,
                        considered == 1 ? "" : "s",
                        reasons,
                        nearest.map(miss -> " The nearest lacks %s."
                                        .formatted(miss.shortage().text()))
                                .orElse(""));
    }
}
