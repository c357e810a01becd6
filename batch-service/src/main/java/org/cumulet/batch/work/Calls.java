package org.cumulet.batch.work;

import java.util.ArrayList;
import java.util.List;
import org.cumulet.batch.item.Item;

/// Which items of a job are asked for in one call: launches of servers, many together; all others each by itself.
final class Calls {

    /// Servers of one call.
    static final int MOST = 200;

    private static final int MOST_BYTES = 4 * 1024 * 1024;
    private static final int DEFECT = 500;

    private Calls() {}

    static List<List<Item>> of(List<Item> items) {
        var calls = new ArrayList<List<Item>>();
        var together = new ArrayList<Item>();
        var bytes = 0;
        for (var item : items) {
            if (!goesWithOthers(item)) {
                calls.add(List.of(item));
                continue;
            }
            if (together.size() == MOST || bytes > MOST_BYTES) {
                calls.add(List.copyOf(together));
                together.clear();
                bytes = 0;
            }
            together.add(item);
            bytes += item.sent() == null ? 0 : item.sent().length;
        }
        if (!together.isEmpty()) {
            calls.add(together);
        }
        return calls;
    }

    /// What met a defect might be the cause of it, what has something to take away first does that first, and
    /// of many together too little is answered for others to use.
    private static boolean goesWithOthers(Item item) {
        var metDefect = item.status() != null && item.status() == DEFECT;
        return item.isLaunch() && item.sent() != null && item.leftover() == null && !item.keeps() && !metDefect;
    }
}
