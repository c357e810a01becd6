package org.cumulet.database.engine;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.postgresql.Driver;

/// PostgreSQL, as a superuser speaks to it.
///
/// Every database has three roles that nobody logs in with, `name.owner`, `name.readwrite` and `name.readonly`; a
/// profile is the membership in one of them. An owner works as `name.owner`, so that what one login makes belongs to
/// all
/// of them. PUBLIC may nothing.
final class Postgres implements Engine {

    private static final String HOME = "postgres";
    private static final String PUBLIC = "PUBLIC";
    private static final long ROLES = 0x6375_6d75_6c65_7401L;

    @Override
    public EngineKind kind() {
        return EngineKind.POSTGRESQL;
    }

    private static Session open(Access access, String database) throws SQLException {
        return open(access, database, Duration.ofMinutes(1));
    }

    @Override
    public Session longSession(Access access, String database) throws SQLException {
        return open(access, database, Duration.ofHours(1));
    }

    private static Session open(Access access, String database, Duration patience) throws SQLException {
        var properties = new Properties();
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("loginTimeout", "10");
        properties.setProperty("socketTimeout", Long.toString(patience.toSeconds()));
        properties.setProperty("ApplicationName", "cumulet");
        return Session.open(
                new Driver(),
                "jdbc:postgresql://%s:%d/%s".formatted(access.host(), access.port(), database),
                access,
                properties);
    }

    /// While it is open nobody else of ours changes roles there: PostgreSQL fails where two change one at a time.
    private static Session openForRoles(Access access) throws SQLException {
        var session = open(access, HOME);
        session.any("select pg_advisory_lock(?)", ROLES);
        return session;
    }

    @Override
    public Vitals vitals(Access access) throws SQLException {
        try (var session = open(access, HOME)) {
            if (!session.any("select 1 from pg_roles where rolname = current_user and rolsuper")) {
                throw new NotEntitled("The administrator needs to be a superuser.");
            }
            return session.one(
                    "select current_setting('server_version'), (select sum(pg_database_size(oid)) from pg_database),"
                            + " (select count(*) from pg_stat_activity where backend_type = 'client backend'),"
                            + " current_setting('max_connections')::int",
                    row -> new Vitals("PostgreSQL " + row.getString(1), row.getLong(2), row.getInt(3), row.getInt(4)));
        }
    }

    @Override
    public List<Parameter> parameters(Access access) throws SQLException {
        try (var session = open(access, HOME)) {
            return session.all(
                    "select name, vartype, min_val, max_val, context = 'postmaster', setting from pg_settings"
                            + " where vartype <> 'string' and context <> 'internal' order by name",
                    row -> new Parameter(
                            row.getString(1),
                            type(row.getString(2)),
                            Parameter.number(row.getString(3)),
                            Parameter.number(row.getString(4)),
                            row.getBoolean(5),
                            row.getString(6)));
        }
    }

    private static Parameter.Type type(String word) {
        return switch (word) {
            case "bool" -> Parameter.Type.BOOLEAN;
            case "real" -> Parameter.Type.FLOAT;
            case "enum" -> Parameter.Type.STRING;
            default -> Parameter.Type.INTEGER;
        };
    }

    @Override
    public boolean hasDatabase(Access access, String database) throws SQLException {
        try (var session = open(access, HOME)) {
            return hasDatabase(session, database);
        }
    }

    private static boolean hasDatabase(Session session, String database) throws SQLException {
        return session.any("select 1 from pg_database where datname = ?", database);
    }

    @Override
    public boolean hasUser(Access access, String login) throws SQLException {
        try (var session = open(access, HOME)) {
            return hasRole(session, login);
        }
    }

    private static boolean hasRole(Session session, String role) throws SQLException {
        return session.any("select 1 from pg_roles where rolname = ?", role);
    }

    @Override
    public void createDatabase(Access access, DatabaseShape shape) throws SQLException {
        var name = shape.name();
        try (var session = open(access, HOME)) {
            for (var profile : Profile.values()) {
                if (!hasRole(session, group(name, profile))) {
                    session.run("create role %s nologin".formatted(name(group(name, profile))));
                }
            }
            if (!hasDatabase(session, name)) {
                session.run("create database %s owner %s template template0 encoding %s locale %s"
                        .formatted(
                                name(name),
                                name(group(name, Profile.OWNER)),
                                text(shape.characterSet()),
                                text(shape.collation())));
            }
            session.run("revoke all on database %s from public".formatted(name(name)));
            session.run("grant connect, temporary on database %s to %s"
                    .formatted(name(name), name(group(name, Profile.READWRITE))));
            session.run(
                    "grant connect on database %s to %s".formatted(name(name), name(group(name, Profile.READONLY))));
        }
        try (var session = open(access, name)) {
            openSchema(session, name);
        }
    }

    /// What is in `public`, now and later, is the owners'; the others may do with it what their profile says.
    private static void openSchema(Session session, String database) throws SQLException {
        var owner = name(group(database, Profile.OWNER));
        session.run("alter schema public owner to " + owner);
        session.run("revoke all on schema public from public");
        for (var each : Map.of(
                        Profile.READWRITE,
                        Map.of("tables", "select, insert, update, delete", "sequences", "usage, select, update"),
                        Profile.READONLY,
                        Map.of("tables", "select", "sequences", "select"))
                .entrySet()) {
            var group = name(group(database, each.getKey()));
            session.run("grant usage on schema public to " + group);
            for (var rights : each.getValue().entrySet()) {
                session.run("grant %s on all %s in schema public to %s"
                        .formatted(rights.getValue(), rights.getKey(), group));
                session.run("alter default privileges for role %s in schema public grant %s on %s to %s"
                        .formatted(owner, rights.getValue(), rights.getKey(), group));
            }
        }
    }

    @Override
    public void putAccount(Access access, Account account, List<String> verifiers) throws SQLException {
        try (var session = openForRoles(access)) {
            var role = name(account.login());
            if (!hasRole(session, account.login())) {
                session.run("create role " + role);
            }
            session.run("alter role %s login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password %s"
                    .formatted(role, text(verifiers.getFirst())));
        }
    }

    @Override
    public void grant(Access access, String database, Account account, Profile profile) throws SQLException {
        try (var session = openForRoles(access)) {
            var role = name(account.login());
            leaveGroups(session, database, role, profile);
            session.run("grant %s to %s".formatted(name(group(database, profile)), role));
            session.run("revoke all on database %s from %s".formatted(name(database), role));
            session.run(
                    profile == Profile.OWNER
                            ? "alter role %s in database %s set role to %s"
                                    .formatted(role, name(database), name(group(database, profile)))
                            : "alter role %s in database %s reset role".formatted(role, name(database)));
        }
    }

    private static void leaveGroups(Session session, String database, String role, Profile... stays)
            throws SQLException {
        for (var other : Profile.values()) {
            if (!List.of(stays).contains(other) && hasRole(session, group(database, other))) {
                session.run("revoke %s from %s".formatted(name(group(database, other)), role));
            }
        }
    }

    @Override
    public void revoke(Access access, String database, Account account) throws SQLException {
        try {
            leave(access, database, account);
        } catch (SQLException e) {
            if (hasUser(access, account.login())) {
                throw e;
            } // else it went with another of its databases meanwhile
        }
    }

    private static void leave(Access access, String database, Account account) throws SQLException {
        var role = name(account.login());
        try (var session = openForRoles(access)) {
            if (!hasRole(session, account.login()) || !hasDatabase(session, database)) {
                return;
            }
            leaveGroups(session, database, role);
            session.run("revoke all on database %s from %s".formatted(name(database), role));
            session.run("alter role %s in database %s reset role".formatted(role, name(database)));
        }
        try (var session = open(access, database)) {
            session.run("reassign owned by %s to %s".formatted(role, name(group(database, Profile.OWNER))));
            session.run("drop owned by " + role);
        }
    }

    @Override
    public void dropAccount(Access access, Account account) throws SQLException {
        try (var session = openForRoles(access)) {
            session.run("drop role if exists " + name(account.login()));
            session.any(
                    "select pg_terminate_backend(pid) from pg_stat_activity where usename = ? or usesysid is not null"
                            + " and usesysid not in (select oid from pg_roles)",
                    account.login());
        }
    }

    @Override
    public void dropDatabase(Access access, String database) throws SQLException {
        try (var session = open(access, HOME)) {
            session.run("drop database if exists %s with (force)".formatted(name(database)));
        }
        try (var session = openForRoles(access)) {
            for (var profile : Profile.values()) {
                session.run("drop role if exists " + name(group(database, profile)));
            }
        }
    }

    @Override
    public Map<String, Use> uses(Access access) throws SQLException {
        try (var session = open(access, HOME)) {
            var found = new HashMap<String, Use>();
            session.all("""
                    select datname, pg_database_size(oid), (select count(*) from pg_stat_activity a where a.datid = d.oid
                        and a.backend_type = 'client backend' and a.application_name <> 'cumulet')
                    from pg_database d where datallowconn""", row -> found.put(row.getString(1), new Use(row.getLong(2), row.getInt(3))));
            return found;
        }
    }

    @Override
    public List<Granted> granted(Access access, String database) throws SQLException {
        var found = new ArrayList<Granted>();
        try (var session = open(access, HOME)) {
            found.addAll(grouped(
                    Granted.Scope.DATABASE, session, """
                    select m.rolname, ?, 'MEMBER OF ' || g.rolname || case when a.admin_option then ' WITH ADMIN OPTION' else '' end
                    from pg_auth_members a join pg_roles m on m.oid = a.member join pg_roles g on g.oid = a.roleid
                    where g.rolname = any(?) and m.rolname <> current_user
                    union all
                    select coalesce(r.rolname, 'PUBLIC'), d.datname, a.privilege_type
                    from pg_database d
                    cross join aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) a
                    left join pg_roles r on r.oid = a.grantee
                    where d.datname = ? and a.grantee <> d.datdba and not coalesce(r.rolname = any(?), false)
                    """, database, groups(database), database, groups(database)));
            found.addAll(grouped(Granted.Scope.BEYOND, session, """
                    with member as (
                        select m.* from pg_roles m where exists (select from pg_auth_members a
                        join pg_roles g on g.oid = a.roleid where a.member = m.oid and g.rolname = any(?)))
                    select m.rolname, '*', r.word
                    from pg_roles m cross join lateral (values ('SUPERUSER', m.rolsuper)) r(word, has)
                    where r.has and m.oid <> 10 and m.rolname <> current_user
                    union all
                    select m.rolname, '*', r.word
                    from member m cross join lateral (values ('CREATEDB', m.rolcreatedb), ('CREATEROLE', m.rolcreaterole),
                        ('REPLICATION', m.rolreplication), ('BYPASSRLS', m.rolbypassrls)) r(word, has)
                    where r.has
                    union all
                    select m.rolname, '*', 'MEMBER OF ' || g.rolname
                    from member m join pg_auth_members a on a.member = m.oid join pg_roles g on g.oid = a.roleid
                    where g.rolname !~ '\\.(owner|readwrite|readonly)$' and m.rolname <> current_user
                    """, (Object) groups(database)));
        }
        try (var session = open(access, database)) {
            found.addAll(grouped(Granted.Scope.PART, session, """
                    select coalesce(r.rolname, 'PUBLIC'), format('%I.%I', n.nspname, c.relname), a.privilege_type
                    from pg_class c join pg_namespace n on n.oid = c.relnamespace cross join aclexplode(c.relacl) a
                    left join pg_roles r on r.oid = a.grantee
                    where n.nspname !~ '^pg_|^information_schema$' and a.grantee <> c.relowner
                    and not coalesce(r.rolname = any(?), false)
                    """, (Object) groups(database)));
        }
        return found;
    }

    private static List<Granted> grouped(Granted.Scope scope, Session session, String query, Object... arguments)
            throws SQLException {
        var found = new LinkedHashMap<List<String>, Set<String>>();
        session.all(
                query,
                row -> found.computeIfAbsent(List.of(row.getString(1), row.getString(2)), _ -> new LinkedHashSet<>())
                        .add(row.getString(3)),
                arguments);
        return found.entrySet().stream()
                .map(each -> new Granted(
                        new Account(each.getKey().getFirst(), Account.ANYWHERE),
                        scope,
                        each.getKey().getLast(),
                        each.getValue()))
                .toList();
    }

    @Override
    public Set<String> privileges(Profile profile, String database) {
        return Set.of("MEMBER OF " + group(database, profile));
    }

    @Override
    public void takeBack(Access access, String database, Granted found) throws SQLException {
        var login = found.account().login();
        var whom = login.equals(PUBLIC) ? "public" : name(login);
        try (var session = open(access, database)) {
            switch (found.scope()) {
                case DATABASE -> {
                    session.run("revoke all on database %s from %s".formatted(name(database), whom));
                    if (!login.equals(PUBLIC)) {
                        leaveGroups(session, database, whom);
                    }
                }
                case PART -> session.run("revoke all on table %s from %s".formatted(found.object(), whom));
                case BEYOND -> {
                    // touches others too: an operator's matter
                }
            }
        }
    }

    @Override
    public String verifier(String password) {
        return ScramVerifier.of(password);
    }

    @Override
    public void changeOwnPassword(Access access, String password) throws SQLException {
        try (var session = open(access, HOME)) {
            session.run("alter role current_user password " + text(verifier(password)));
        }
    }

    private static String group(String database, Profile profile) {
        return database + "." + profile.name().toLowerCase(Locale.ROOT);
    }

    private static String[] groups(String database) {
        return Stream.of(Profile.values())
                .map(profile -> group(database, profile))
                .toArray(String[]::new);
    }

    private static String name(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    private static String text(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
