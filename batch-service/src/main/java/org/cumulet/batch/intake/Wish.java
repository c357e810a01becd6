package org.cumulet.batch.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.cumulet.batch.BatchSettings;
import org.cumulet.batch.job.Policy;
import org.jspecify.annotations.Nullable;

/// What a document, or the query of its request, says of the job as a whole.
final class Wish {

    private static final int LONGEST_NAME = 255;
    private static final int MOST_URGENT = 100;

    @Nullable
    String name;

    int priority;
    int maxParallel;
    private @Nullable Policy policy;
    private int atLeast;

    @Nullable
    Instant notBefore;

    @Nullable
    Instant deadline;

    Wish(BatchSettings settings) {
        maxParallel = settings.maxParallel();
    }

    /// A member of the document.
    ///
    /// @return whether there is such a thing
    boolean take(String member, JsonNode value, Problems problems) {
        switch (member) {
            case "name" -> {
                if (value.isTextual()
                        && value.asText().length() <= LONGEST_NAME
                        && !value.asText().contains("\0")) {
                    name = value.asText();
                } else {
                    problems.add(
                            null, "/name", "a string of at most %d characters is expected".formatted(LONGEST_NAME));
                }
            }
            case "priority" -> priority = number(member, value, -MOST_URGENT, MOST_URGENT, problems);
            case "max_parallel" -> maxParallel = number(member, value, 1, 1_000_000, problems);
            case "policy" -> policy = policy(value, problems);
            case "at_least" -> atLeast = number(member, value, 1, 1_000_000, problems);
            case "not_before" -> notBefore = moment(member, value, problems);
            case "deadline" -> deadline = moment(member, value, problems);
            default -> {
                return false;
            }
        }
        return true;
    }

    /// As it says, or as its other members mean.
    Policy policy() {
        return policy != null ? policy : atLeast > 0 ? Policy.AT_LEAST : Policy.BEST_EFFORT;
    }

    /// How many of these items must be done.
    int needed(int items) {
        return switch (policy()) {
            case BEST_EFFORT -> 0;
            case ALL_OR_NOTHING -> items;
            case AT_LEAST -> atLeast;
        };
    }

    /// Whether there is any time to begin something, and enough to do.
    void check(Instant now, int items, Problems problems) {
        if (atLeast > 0 != (policy() == Policy.AT_LEAST)) {
            problems.add(null, "/at_least", "a number is expected where the policy is at_least, and only there");
        }
        if (problems.isEmpty() && atLeast > items) {
            problems.add(null, "/at_least", "there are only %d items".formatted(items));
        }
        var begin = notBefore == null || notBefore.isBefore(now) ? now : notBefore;
        if (deadline != null && !deadline.isAfter(begin)) {
            problems.add(null, "/deadline", "a moment that is still to come, and after not_before, is expected");
        }
    }

    private static Policy policy(JsonNode value, Problems problems) {
        var policy = Policy.of(value.asText());
        if (policy.isEmpty()) {
            problems.add(null, "/policy", "one of best_effort, all_or_nothing and at_least is expected");
        }
        return policy.orElse(Policy.BEST_EFFORT);
    }

    private static int number(String member, JsonNode value, int least, int most, Problems problems) {
        if (value.isIntegralNumber() && value.canConvertToInt() && value.asInt() >= least && value.asInt() <= most) {
            return value.asInt();
        }
        problems.add(null, "/" + member, "a whole number from %d to %d is expected".formatted(least, most));
        return least;
    }

    private static @Nullable Instant moment(String member, JsonNode value, Problems problems) {
        try {
            return OffsetDateTime.parse(value.asText()).toInstant();
        } catch (DateTimeParseException e) {
            problems.add(null, "/" + member, "a moment such as 2026-03-08T06:00:00Z is expected");
            return null;
        }
    }
}
