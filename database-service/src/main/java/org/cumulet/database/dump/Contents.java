package org.cumulet.database.dump;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a database holds: how many rows each of its tables has.
///
/// @param rows by the table's name; on PostgreSQL with its schema
public record Contents(SortedMap<String, Long> rows) {

    public static Contents of(Map<String, Long> rows) {
        return new Contents(new TreeMap<>(rows));
    }

    public int tables() {
        return rows.size();
    }

    public long allRows() {
        return rows.values().stream().mapToLong(Long::longValue).sum();
    }
}
