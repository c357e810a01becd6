package org.cumulet.identity.keystone;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cumulet.api.fault.Fault;
import org.jspecify.annotations.Nullable;

/// The rows of some tables in what `mysqldump` or `mariadb-dump` wrote.
final class Dump {

    private static final int MOST_ROWS = 2_000_000;

    private final Map<String, List<Row>> tables = new HashMap<>();
    private final Map<String, List<String>> columns = new HashMap<>();
    private final Set<String> wanted;
    private int count;

    private Dump(Set<String> wanted) {
        this.wanted = wanted;
    }

    /// A row, by the names of its columns in lower case. A value is text as it is stored, or null.
    record Row(Map<String, @Nullable String> values) {

        @Nullable
        String get(String column) {
            return values.get(column);
        }

        /// One that has to be there.
        String text(String column) {
            var value = values.get(column);
            if (value == null) {
                throw new Fault.BadRequest("The dump has a row without %s: %s".formatted(column, values.keySet()));
            }
            return value;
        }

        boolean is(String column) {
            return "1".equals(values.get(column));
        }
    }

    /// Reads to the end; only rows of the tables that are wanted are kept.
    ///
    /// @throws Fault.BadRequest when it is no dump that we can read
    static Dump read(Reader text, Set<String> wanted) throws IOException {
        var dump = new Dump(wanted);
        var words = new SqlWords(text);
        for (var statement = words.statement(); !statement.isEmpty(); statement = words.statement()) {
            dump.take(statement);
        }
        return dump;
    }

    List<Row> rows(String table) {
        return tables.getOrDefault(table, List.of());
    }

    boolean hasTable(String table) {
        return columns.containsKey(table);
    }

    private void take(List<SqlWords.Word> statement) {
        if (begins(statement, "CREATE", "TABLE")) {
            define(statement);
        } else if (begins(statement, "INSERT", "INTO")) {
            insert(statement);
        }
    }

    private static boolean begins(List<SqlWords.Word> statement, String first, String second) {
        return statement.size() > 3
                && statement.get(0).is(first)
                && statement.get(1).is(second);
    }

    /// A column is a quoted name right after the opening bracket or a comma between the columns.
    private void define(List<SqlWords.Word> statement) {
        var names = new ArrayList<String>();
        var depth = 0;
        for (var i = 2; i < statement.size(); i++) {
            var word = statement.get(i);
            if (depth == 1
                    && word.isName()
                    && (statement.get(i - 1).is("(") || statement.get(i - 1).is(","))) {
                names.add(word.lower());
            }
            depth += word.is("(") ? 1 : word.is(")") ? -1 : 0;
        }
        columns.put(statement.get(2).lower(), names);
    }

    private void insert(List<SqlWords.Word> statement) {
        var table = statement.get(2).lower();
        if (!wanted.contains(table)) {
            return;
        }
        var at = 3;
        var names = columns.getOrDefault(table, List.of());
        if (statement.get(at).is("(")) {
            names = new ArrayList<>();
            for (at++; !statement.get(at).is(")"); at++) {
                if (statement.get(at).isName()) {
                    names.add(statement.get(at).lower());
                }
            }
            at++;
        }
        values(table, names, statement.subList(at + 1, statement.size()));
    }

    private void values(String table, List<String> names, List<SqlWords.Word> words) {
        var row = new ArrayList<@Nullable String>();
        for (var word : words) {
            if (word.is("(")) {
                row = new ArrayList<>();
            } else if (word.is(")")) {
                add(table, names, row);
            } else if (word.isValue()) {
                row.add(word.value());
            }
        }
    }

    private void add(String table, List<String> names, List<@Nullable String> row) {
        if (names.size() != row.size() || ++count > MOST_ROWS) {
            throw new Fault.BadRequest(
                    "The dump cannot be read: a row of %s has %d values for %d columns, or there are too many rows."
                            .formatted(table, row.size(), names.size()));
        }
        var values = new LinkedHashMap<String, @Nullable String>();
        for (var i = 0; i < row.size(); i++) {
            values.put(names.get(i), row.get(i));
        }
        tables.computeIfAbsent(table, _ -> new ArrayList<>()).add(new Row(values));
    }
}
