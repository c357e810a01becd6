package org.cumulet.database.dump;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.cumulet.database.engine.Session;
import org.postgresql.PGConnection;

/// PostgreSQL: what its catalog says, and rows as `COPY` writes them. What the catalog has that is not known here
/// refuses the dump.
final class PostgresDump implements Dump {

    private static final String TABLES = """
            select format('%I.%I', n.nspname, c.relname),
                (select string_agg(quote_ident(a.attname), ', ' order by a.attnum) from pg_attribute a
                    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '')
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'r' and c.oid >= 16384 and n.nspname !~ '^(pg_|information_schema$)'
            and not exists (select from pg_depend x where x.classid = 'pg_class'::regclass and x.objid = c.oid and x.deptype = 'e')
            order by 1""";

    @Override
    public Contents write(Session session, String database, OutputStream out) throws SQLException, IOException {
        session.run("begin isolation level repeatable read read only");
        session.run("set local search_path = ''");
        var catalog = new PostgresCatalog(session);
        catalog.mustBeDumpable();
        var tables = tables(session);
        for (var table : tables.keySet()) {
            session.run("lock table only %s in access share mode".formatted(table));
        }
        var dump = DumpWriter.forPostgres(out);
        dump.statement("set client_encoding = 'UTF8'");
        dump.statement("set standard_conforming_strings = on");
        dump.statement("set check_function_bodies = off");
        dump.statement("set search_path = ''");
        var things = catalog.things();
        write(dump, catalog.schemas());
        write(dump, things.early());
        var rows = new HashMap<String, Long>();
        for (var table : tables.entrySet()) {
            rows.put(table.getKey(), rows(session, table.getKey(), table.getValue(), dump));
        }
        write(dump, catalog.sequenceValues());
        write(dump, catalog.constraints());
        write(dump, things.late());
        write(dump, catalog.behaviour());
        dump.end();
        session.run("rollback");
        return Contents.of(rows);
    }

    private static void write(DumpWriter dump, Iterable<String> statements) throws IOException {
        for (var statement : statements) {
            dump.statement(statement);
        }
    }

    /// Their names and the columns that are kept.
    private static Map<String, String> tables(Session session) throws SQLException {
        var tables = new HashMap<String, String>();
        session.all(TABLES, row -> tables.put(row.getString(1), String.valueOf(row.getString(2))));
        return tables;
    }

    private static long rows(Session session, String table, String columns, DumpWriter dump)
            throws SQLException, IOException {
        if (columns.equals("null")) {
            return session.one("select count(*) from only " + table, row -> row.getLong(1));
        }
        try (var rows = dump.copy("COPY %s (%s) from stdin".formatted(table, columns))) {
            return session.connection()
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy %s (%s) to stdout".formatted(table, columns), rows);
        }
    }

    /// Extensions are an administrator's to make; all else is the owner's.
    @Override
    public DumpReader.Player player(Session admin, Session owner, Keeper keeper) throws SQLException {
        var copy = owner.connection().unwrap(PGConnection.class).getCopyAPI();
        return new DumpReader.Player() {
            @Override
            public void run(String statement) throws SQLException {
                (statement.startsWith("create extension ") ? admin : owner).run(statement);
            }

            @Override
            public void copy(String statement, DumpReader.Lines rows) throws SQLException, IOException {
                var into = copy.copyIn(statement);
                try {
                    for (var row = rows.next(); row != null; row = rows.next()) {
                        into.writeToCopy(row, 0, row.length);
                    }
                    into.endCopy();
                } finally {
                    if (into.isActive()) {
                        into.cancelCopy();
                    }
                }
            }
        };
    }

    @Override
    public Contents count(Session session, String database) throws SQLException {
        var rows = new HashMap<String, Long>();
        for (var table : tables(session).keySet()) {
            rows.put(table, session.one("select count(*) from only " + table, row -> row.getLong(1)));
        }
        return Contents.of(rows);
    }
}
