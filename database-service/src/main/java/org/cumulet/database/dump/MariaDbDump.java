package org.cumulet.database.dump;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cumulet.database.engine.Session;

/// MariaDB and MySQL: what `SHOW CREATE` says, and rows as `INSERT`s of half a megabyte.
///
/// Views, routines, triggers and events run as an account; a dump leaves open as which.
final class MariaDbDump implements Dump {

    /// Where a player says as whom it runs.
    static final String AS_WHOM = "/* definer */";

    private static final String BEGINNING = "(?i)\\A(create\\s+(?:or\\s+replace\\s+)?(?:algorithm\\s*=\\s*\\w+\\s+)?)";
    private static final Pattern CODE = Pattern.compile(BEGINNING + Pattern.quote(AS_WHOM));
    private static final Pattern DEFINER = Pattern.compile(
            BEGINNING
                    + "(?:definer\\s*=\\s*(?:`(?:[^`]|``)*`|'[^']*'|[\\w.$-]+)(?:@(?:`(?:[^`]|``)*`|'[^']*'|[\\w.%$-]+))?\\s+)?");
    private static final Set<String> BYTES =
            Set.of("bit", "binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob");
    private static final Set<String> SHAPES = Set.of(
            "geometry",
            "point",
            "linestring",
            "polygon",
            "multipoint",
            "multilinestring",
            "multipolygon",
            "geometrycollection");
    private static final Set<String> TEXT =
            Set.of("char", "varchar", "tinytext", "text", "mediumtext", "longtext", "enum", "set");
    private static final int ENOUGH = 1 << 19;
    private static final int ROWS_AT_A_TIME = 500;
    private static final HexFormat HEX = HexFormat.of();

    /// A column whose values are kept.
    private record Column(String quoted, String type) {

        /// Read such that nothing is lost: text of numbers and times is the server's own.
        String read() {
            if (BYTES.contains(type) || SHAPES.contains(type) || TEXT.contains(type)) {
                return quoted;
            }
            return type.equals("float")
                    ? "cast(%s + 0e0 as char)".formatted(quoted)
                    : "cast(%s as char)".formatted(quoted);
        }

        boolean isBytes() {
            return BYTES.contains(type) || SHAPES.contains(type);
        }
    }

    @Override
    public Contents write(Session session, String database, OutputStream out) throws SQLException, IOException {
        session.run("set session time_zone = '+00:00', sql_mode = ''");
        session.run("set session transaction isolation level repeatable read");
        session.run("start transaction with consistent snapshot");
        mustBeDumpable(session, database);
        var dump = DumpWriter.forMariaDb(out);
        for (var setting : List.of(
                "set names utf8mb4",
                "set time_zone = '+00:00'",
                "set foreign_key_checks = 0, unique_checks = 0",
                "set sql_mode = 'NO_AUTO_VALUE_ON_ZERO'")) {
            dump.statement(setting);
        }
        sequences(session, database, dump);
        var rows = new HashMap<String, Long>();
        for (var table : tables(session, database)) {
            dump.statement(session.one("show create table " + name(table), row -> row.getString(2)));
            rows.put(table, rows(session, database, table, dump));
        }
        code(session, database, dump);
        dump.end();
        session.run("rollback");
        return Contents.of(rows);
    }

    private static void mustBeDumpable(Session session, String database) throws SQLException {
        var packages = session.all(
                "select routine_name from information_schema.routines where routine_schema = ?"
                        + " and routine_type not in ('FUNCTION', 'PROCEDURE')",
                row -> row.getString(1),
                database);
        if (!packages.isEmpty()) {
            throw new Unsupported("the package '%s'".formatted(packages.getFirst()));
        }
    }

    private static List<String> tables(Session session, String database) throws SQLException {
        return ofType(session, database, "'BASE TABLE', 'SYSTEM VERSIONED'");
    }

    private static List<String> ofType(Session session, String database, String types) throws SQLException {
        return session.all(
                "select table_name from information_schema.tables where table_schema = ? and table_type in (%s) order by table_name"
                        .formatted(types),
                row -> row.getString(1),
                database);
    }

    private static void sequences(Session session, String database, DumpWriter dump) throws SQLException, IOException {
        for (var sequence : ofType(session, database, "'SEQUENCE'")) {
            dump.statement(session.one("show create sequence " + name(sequence), row -> row.getString(2)));
            var next = session.one("select next_not_cached_value from " + name(sequence), row -> row.getString(1));
            dump.statement("do setval(%s, %s, 0)".formatted(name(sequence), next));
        }
    }

    private static long rows(Session session, String database, String table, DumpWriter dump)
            throws SQLException, IOException {
        var columns = session.all(
                "select column_name, data_type from information_schema.columns where table_schema = ? and table_name = ?"
                        + " and coalesce(generation_expression, '') = '' order by ordinal_position",
                row -> new Column(name(row.getString(1)), row.getString(2).toLowerCase(Locale.ROOT)),
                database,
                table);
        var insert = "insert into %s (%s) values\n"
                .formatted(name(table), columns.stream().map(Column::quoted).collect(Collectors.joining(", ")));
        var query = "select %s from %s"
                .formatted(columns.stream().map(Column::read).collect(Collectors.joining(", ")), name(table));
        try (var statement = session.connection().createStatement()) {
            statement.setEscapeProcessing(false);
            statement.setFetchSize(ROWS_AT_A_TIME);
            try (var row = statement.executeQuery(query)) {
                return rows(row, columns, insert, dump);
            }
        }
    }

    private static long rows(ResultSet row, List<Column> columns, String insert, DumpWriter dump)
            throws SQLException, IOException {
        long count = 0;
        var values = new StringBuilder();
        while (row.next()) {
            values.append(values.isEmpty() ? "" : ",\n").append('(');
            for (int i = 0; i < columns.size(); i++) {
                values.append(i == 0 ? "" : ",").append(value(row, i + 1, columns.get(i)));
            }
            values.append(')');
            count++;
            if (values.length() > ENOUGH) {
                dump.statement(insert + values);
                values.setLength(0);
            }
        }
        if (!values.isEmpty()) {
            dump.statement(insert + values);
        }
        return count;
    }

    private static String value(ResultSet row, int i, Column column) throws SQLException {
        if (column.isBytes()) {
            var bytes = row.getBytes(i);
            return bytes == null ? "null" : "x'" + HEX.formatHex(bytes) + "'";
        }
        var text = row.getString(i);
        return text == null ? "null" : text(text);
    }

    /// Views look like tables first, since they may build on each other in any order.
    private static void code(Session session, String database, DumpWriter dump) throws SQLException, IOException {
        var views = ofType(session, database, "'VIEW'");
        for (var view : views) {
            var columns = session.all(
                    "select column_name from information_schema.columns where table_schema = ? and table_name = ?"
                            + " order by ordinal_position",
                    row -> "1 as " + name(row.getString(1)),
                    database,
                    view);
            dump.statement("create %s view %s as select %s".formatted(AS_WHOM, name(view), String.join(", ", columns)));
        }
        for (var kind : List.of("FUNCTION", "PROCEDURE")) {
            for (var routine : session.all(
                    "select routine_name from information_schema.routines where routine_schema = ? and routine_type = ?"
                            + " order by routine_name",
                    row -> row.getString(1),
                    database,
                    kind)) {
                code(session, "show create %s %s".formatted(kind, name(routine)), 2, 3, dump);
            }
        }
        dump.statement("set sql_mode = ''");
        for (var view : views) {
            var made = session.one("show create view " + name(view), row -> row.getString(2));
            dump.statement(asWhom(made).replaceFirst("(?i)\\Acreate ", "create or replace "));
        }
        for (var trigger : session.all(
                "select trigger_name from information_schema.triggers where trigger_schema = ?"
                        + " order by event_object_table, action_timing, event_manipulation, action_order",
                row -> row.getString(1),
                database)) {
            code(session, "show create trigger " + name(trigger), 2, 3, dump);
        }
        for (var event : session.all(
                "select event_name from information_schema.events where event_schema = ? order by event_name",
                row -> row.getString(1),
                database)) {
            code(session, "show create event " + name(event), 2, 4, dump);
        }
    }

    /// Code means what it means under the SQL mode it was made with.
    private static void code(Session session, String show, int mode, int text, DumpWriter dump)
            throws SQLException, IOException {
        var made = session.one(show, row -> Map.entry(row.getString(mode), row.getString(text)));
        dump.statement("set sql_mode = " + text(made.getKey()));
        dump.statement(asWhom(made.getValue()));
    }

    static String asWhom(String statement) {
        var definer = DEFINER.matcher(statement);
        if (!definer.find()) {
            throw new IllegalStateException("Not read: " + statement.substring(0, Math.min(80, statement.length())));
        }
        return definer.group(1) + AS_WHOM + " " + statement.substring(definer.end());
    }

    @Override
    public DumpReader.Player player(Session admin, Session owner, Keeper keeper) {
        var definer = "definer = %s@%s".formatted(text(keeper.login()), text(keeper.host()));
        return new DumpReader.Player() {
            @Override
            public void run(String statement) throws SQLException {
                if (statement.startsWith("set ")) {
                    admin.run(statement);
                    owner.run(statement);
                    return;
                }
                var code = CODE.matcher(statement);
                if (code.lookingAt()) {
                    admin.run(code.group(1) + definer + statement.substring(code.end()));
                } else {
                    owner.run(statement);
                }
            }

            @Override
            public void copy(String statement, DumpReader.Lines rows) {
                throw new IllegalStateException("No dump of this engine has this");
            }
        };
    }

    @Override
    public Contents count(Session session, String database) throws SQLException {
        var rows = new HashMap<String, Long>();
        for (var table : tables(session, database)) {
            rows.put(table, session.one("select count(*) from " + name(table), row -> row.getLong(1)));
        }
        return Contents.of(rows);
    }

    private static String name(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    /// As `sql_mode = ''` reads it.
    private static String text(String text) {
        var quoted = new StringBuilder(text.length() + 16).append('\'');
        text.chars().forEach(each -> {
            switch (each) {
                case '\'' -> quoted.append("''");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case 0 -> quoted.append("\\0");
                case 0x1a -> quoted.append("\\Z");
                default -> quoted.append((char) each);
            }
        });
        return quoted.append('\'').toString();
    }
}
