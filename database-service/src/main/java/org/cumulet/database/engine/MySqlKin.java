package org.cumulet.database.engine;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.mariadb.jdbc.Driver;

/// MariaDB and MySQL, as their administrators speak to them: what is the same with both.
///
/// `_` and `%` in the name of a database are wildcards in their grants, and are escaped in every one of them.
abstract sealed class MySqlKin implements Engine permits MariaDb, MySql {

    private static final Set<String> READONLY = Set.of("SELECT", "SHOW VIEW");
    private static final Set<String> READWRITE = Set.of(
            "SELECT", "SHOW VIEW", "INSERT", "UPDATE", "DELETE", "EXECUTE", "LOCK TABLES", "CREATE TEMPORARY TABLES");
    private static final Set<String> OWNER = Set.of(
            "SELECT",
            "SHOW VIEW",
            "INSERT",
            "UPDATE",
            "DELETE",
            "EXECUTE",
            "LOCK TABLES",
            "CREATE TEMPORARY TABLES",
            "CREATE",
            "DROP",
            "ALTER",
            "INDEX",
            "REFERENCES",
            "CREATE VIEW",
            "CREATE ROUTINE",
            "ALTER ROUTINE",
            "EVENT",
            "TRIGGER");

    private static final Duration LONG = Duration.ofHours(1);

    /// Who holds something, and on what.
    private record Held(Account account, String object) {}

    /// How its clients connect, beside what is the same for all.
    abstract Map<String, String> manners();

    /// The table that has a row for every account.
    abstract String accounts();

    /// Accounts that come with the server.
    abstract Set<String> builtIn();

    /// Refuses what is not this kind of server, or cannot be used.
    abstract void mustBeUsable(Session session, String version) throws SQLException;

    Session open(Access access) throws SQLException {
        return open(access, "", Duration.ofMinutes(1));
    }

    private Session open(Access access, String database, Duration patience) throws SQLException {
        var properties = new Properties();
        properties.setProperty("connectTimeout", "5000");
        properties.setProperty("socketTimeout", Long.toString(patience.toMillis()));
        properties.setProperty("allowLocalInfile", "false");
        properties.putAll(manners());
        return Session.open(
                new Driver(),
                "jdbc:mariadb://%s:%d/%s".formatted(access.host(), access.port(), database),
                access,
                properties);
    }

    @Override
    public Session longSession(Access access, String database) throws SQLException {
        return open(access, database, LONG);
    }

    @Override
    public Vitals vitals(Access access) throws SQLException {
        try (var session = open(access)) {
            var version = session.one("select version()", row -> row.getString(1));
            mustBeUsable(session, version);
            if (!session.any("select 1 from information_schema.user_privileges where is_grantable = 'YES'"
                    + " and privilege_type = 'CREATE USER' and grantee = concat('''',"
                    + " replace(current_user(), '@', '''@'''), '''')")) {
                throw new NotEntitled("The administrator needs all privileges on *.* with grant option.");
            }
            var bytes = session.one(
                    "select coalesce(sum(data_length + index_length), 0) from information_schema.tables",
                    row -> row.getLong(1));
            return new Vitals(version, bytes, status(session), maxConnections(session));
        }
    }

    private static int status(Session session) throws SQLException {
        return session.one("show global status like 'Threads_connected'", row -> row.getInt(2));
    }

    private static int maxConnections(Session session) throws SQLException {
        return session.one("select @@max_connections", row -> row.getInt(1));
    }

    @Override
    public boolean hasDatabase(Access access, String database) throws SQLException {
        try (var session = open(access)) {
            return session.any("select 1 from information_schema.schemata where schema_name = ?", database);
        }
    }

    @Override
    public boolean hasUser(Access access, String login) throws SQLException {
        try (var session = open(access)) {
            return session.any("select 1 from %s where user = ?".formatted(accounts()), login);
        }
    }

    @Override
    public void createDatabase(Access access, DatabaseShape shape) throws SQLException {
        try (var session = open(access)) {
            session.run("create database if not exists %s character set %s collate %s"
                    .formatted(name(shape.name()), text(shape.characterSet()), text(shape.collation())));
        }
    }

    @Override
    public void grant(Access access, String database, Account account, Profile profile) throws SQLException {
        try (var session = open(access)) {
            revokeAll(session, pattern(database), account);
            session.run("grant %s on %s.* to %s"
                    .formatted(
                            String.join(", ", privileges(profile, database)), name(pattern(database)), who(account)));
        }
    }

    @Override
    public void revoke(Access access, String database, Account account) throws SQLException {
        try (var session = open(access)) {
            revokeAll(session, pattern(database), account);
        } catch (SQLException e) {
            if (hasAccount(access, account)) {
                throw e;
            } // else it went with another of its databases meanwhile
        }
    }

    private boolean hasAccount(Access access, Account account) throws SQLException {
        try (var session = open(access)) {
            return session.any(
                    "select 1 from %s where user = ? and host = ?".formatted(accounts()),
                    account.login(),
                    host(account));
        }
    }

    /// Where there is nothing, the server would refuse to take it back.
    private static void revokeAll(Session session, String pattern, Account account) throws SQLException {
        var held = "select 1 from mysql.db where user = ? and host = ? and db = ?";
        Object[] row = {account.login(), host(account), pattern};
        if (session.any(held + " and grant_priv = 'Y'", row)) {
            session.run("revoke grant option on %s.* from %s".formatted(name(pattern), who(account)));
        }
        if (session.any(held, row)) {
            session.run("revoke all privileges on %s.* from %s".formatted(name(pattern), who(account)));
        }
    }

    @Override
    public void dropAccount(Access access, Account account) throws SQLException {
        try (var session = open(access)) {
            session.run("drop user if exists " + who(account));
            if (!session.any("select 1 from %s where user = ?".formatted(accounts()), account.login())) {
                endAll(session, "user", account.login());
            }
        }
    }

    private static void endAll(Session session, String column, String value) throws SQLException {
        for (var id : session.all(
                "select id from information_schema.processlist where %s = ?".formatted(column),
                row -> row.getLong(1),
                value)) {
            kill(session, id);
        }
    }

    /// Ending what has ended meanwhile is no error.
    private static void kill(Session session, long id) throws SQLException {
        try {
            session.run("kill connection " + id);
        } catch (SQLException e) {
            if (e.getErrorCode() != 1094) { // unknown thread
                throw e;
            }
        }
    }

    @Override
    public void dropDatabase(Access access, String database) throws SQLException {
        try (var session = open(access)) {
            session.run("drop database if exists " + name(database));
            endAll(session, "db", database);
        }
    }

    @Override
    public Map<String, Use> uses(Access access) throws SQLException {
        try (var session = open(access)) {
            var found = new HashMap<String, Use>();
            session.all("""
                    select s.schema_name,
                        coalesce((select sum(t.data_length + t.index_length) from information_schema.tables t
                            where t.table_schema = s.schema_name), 0),
                        (select count(*) from information_schema.processlist p where p.db = s.schema_name)
                    from information_schema.schemata s""", row -> found.put(row.getString(1), new Use(row.getLong(2), row.getInt(3))));
            return found;
        }
    }

    @Override
    public List<Granted> granted(Access access, String database) throws SQLException {
        try (var session = open(access)) {
            var found = new ArrayList<Granted>();
            found.addAll(read(session, database, Granted.Scope.DATABASE, """
                    select grantee, table_schema, privilege_type, is_grantable
                    from information_schema.schema_privileges where ? like table_schema"""));
            found.addAll(read(session, database, Granted.Scope.PART, """
                    select grantee, table_name, privilege_type, is_grantable
                    from information_schema.table_privileges where table_schema = ?"""));
            found.addAll(read(session, database, Granted.Scope.BEYOND, """
                    select grantee, '*', privilege_type, is_grantable
                    from information_schema.user_privileges where privilege_type <> 'USAGE' and ? <> ''"""));
            var self = session.one("select current_user()", row -> row.getString(1));
            found.removeIf(each -> each.account().toString().equals(self) || isBuiltIn(each));
            return found;
        }
    }

    private static List<Granted> read(Session session, String database, Granted.Scope scope, String query)
            throws SQLException {
        var found = new LinkedHashMap<Held, Set<String>>();
        session.all(
                query,
                row -> {
                    var held = found.computeIfAbsent(
                            new Held(account(row.getString(1)), row.getString(2)), _ -> new LinkedHashSet<>());
                    if (row.getString(4).equals("YES")) {
                        held.add("GRANT OPTION");
                    }
                    return held.add(row.getString(3));
                },
                database);
        return found.entrySet().stream()
                .map(each -> {
                    var held = each.getKey();
                    var wide = scope == Granted.Scope.DATABASE && !held.object().equals(pattern(database));
                    return new Granted(
                            held.account(), wide ? Granted.Scope.BEYOND : scope, held.object(), each.getValue());
                })
                .toList();
    }

    /// From `'login'@'host'`.
    private static Account account(String grantee) {
        var at = grantee.lastIndexOf("'@'");
        return new Account(grantee.substring(1, at), shortHost(grantee.substring(at + 3, grantee.length() - 1)));
    }

    private boolean isBuiltIn(Granted granted) {
        return granted.object().equals("*")
                && builtIn().contains(granted.account().login());
    }

    @Override
    public Set<String> privileges(Profile profile, String database) {
        return switch (profile) {
            case OWNER -> OWNER;
            case READWRITE -> READWRITE;
            case READONLY -> READONLY;
        };
    }

    @Override
    public void takeBack(Access access, String database, Granted found) throws SQLException {
        try (var session = open(access)) {
            switch (found.scope()) {
                case DATABASE -> revokeAll(session, pattern(database), found.account());
                case PART -> {
                    for (var privilege : found.privileges()) {
                        session.run("revoke %s on %s.%s from %s"
                                .formatted(privilege, name(database), name(found.object()), who(found.account())));
                    }
                }
                case BEYOND -> {
                    // touches others too: an operator's matter
                }
            }
        }
    }

    static String who(Account account) {
        return text(account.login()) + "@" + text(host(account));
    }

    /// A subnet is written with its mask here: `10.0.0.0/255.255.255.0`.
    static String host(Account account) {
        var parts = account.host().split("/", 2);
        if (parts.length == 1) {
            return account.host();
        }
        var mask = -1L << (32 - Integer.parseInt(parts[1]));
        return "%s/%d.%d.%d.%d".formatted(parts[0], mask >> 24 & 255, mask >> 16 & 255, mask >> 8 & 255, mask & 255);
    }

    private static String shortHost(String host) {
        var parts = host.split("/", 2);
        if (parts.length == 1) {
            return host;
        }
        var bits = 0;
        for (var part : parts[1].split("\\.")) {
            bits += Integer.bitCount(Integer.parseInt(part));
        }
        return parts[0] + "/" + bits;
    }

    private static String name(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    /// A name that matches itself only.
    private static String pattern(String database) {
        return database.replace("\\", "\\\\").replace("_", "\\_").replace("%", "\\%");
    }

    static String text(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
