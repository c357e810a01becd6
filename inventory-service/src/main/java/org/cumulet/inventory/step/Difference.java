package org.cumulet.inventory.step;

import java.util.ArrayList;
import java.util.List;

/// What differs between two texts, line by line, as `diff` shows it.
final class Difference {

    private static final int LONGEST = 2000;

    private Difference() {}

    /// Lines that go begin with `-`, lines that come with `+`, lines that stay with a space.
    static String between(String is, String shall) {
        var before = is.lines().limit(LONGEST).toList();
        var after = shall.lines().limit(LONGEST).toList();
        var common = common(before, after);
        var lines = new ArrayList<String>();
        var at = 0;
        var to = 0;
        while (at < before.size() || to < after.size()) {
            if (at < before.size() && to < after.size() && before.get(at).equals(after.get(to))) {
                lines.add(" " + before.get(at));
                at++;
                to++;
            } else if (to == after.size() || at < before.size() && common[at + 1][to] >= common[at][to + 1]) {
                lines.add("-" + before.get(at));
                at++;
            } else {
                lines.add("+" + after.get(to));
                to++;
            }
        }
        return String.join("\n", lines);
    }

    /// How many lines the rests of both have in common, in their order.
    private static int[][] common(List<String> before, List<String> after) {
        var common = new int[before.size() + 1][after.size() + 1];
        for (var at = before.size() - 1; at >= 0; at--) {
            for (var to = after.size() - 1; to >= 0; to--) {
                common[at][to] = before.get(at).equals(after.get(to))
                        ? common[at + 1][to + 1] + 1
                        : Math.max(common[at + 1][to], common[at][to + 1]);
            }
        }
        return common;
    }
}
