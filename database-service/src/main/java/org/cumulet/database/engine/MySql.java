package org.cumulet.database.engine;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// MySQL: its accounts keep an old password beside the new one, and its passwords are proved by salted SHA-256.
///
/// A password is sent whole the first time, so only over TLS; whose certificate the server has is not asked.
final class MySql extends MySqlKin {

    private static final String PROOF = " identified with caching_sha2_password as ";
    private static final Runtime.Version OLDEST = Runtime.Version.parse("8.0.14");

    /// What an account is proved with.
    private record Proof(String now, @Nullable String old) {}

    @Override
    public EngineKind kind() {
        return EngineKind.MYSQL;
    }

    @Override
    Map<String, String> manners() {
        return Map.of("sslMode", "trust");
    }

    @Override
    String accounts() {
        return "mysql.user";
    }

    @Override
    Set<String> builtIn() {
        return Set.of("root", "mysql.sys", "mysql.session", "mysql.infoschema");
    }

    @Override
    void mustBeUsable(Session session, String version) throws SQLException {
        if (version.contains("MariaDB")) {
            throw new NotEntitled("This is no MySQL: " + version);
        }
        if (Runtime.Version.parse(version.replaceFirst("[^0-9.].*", "")).compareTo(OLDEST) < 0) {
            throw new NotEntitled("MySQL %s keeps no old password beside a new one: %s or later is needed."
                    .formatted(version, OLDEST));
        }
        if (session.any("select 1 from performance_schema.global_variables"
                + " where variable_name = 'partial_revokes' and variable_value = 'ON'")) {
            throw new NotEntitled(
                    "With partial_revokes the names of databases in grants are read otherwise: turn it off.");
        }
    }

    /// Such as are numbers, switches or words; the server does not tell which of them are for good until it is
    /// restarted.
    @Override
    public List<Parameter> parameters(Access access) throws SQLException {
        try (var session = open(access)) {
            return session.all("""
                    select lower(variable_name), min_value, max_value, variable_value
                    from performance_schema.variables_info join performance_schema.global_variables using (variable_name)
                    where max_value <> '0' and variable_value regexp '^-?[0-9]+([.][0-9]+)?$' or variable_value in ('ON', 'OFF')
                    order by 1""", row -> {
                var value = row.getString(4);
                var isSwitch = !value.matches("[-0-9.]+");
                return new Parameter(
                        row.getString(1),
                        isSwitch
                                ? Parameter.Type.BOOLEAN
                                : value.contains(".") ? Parameter.Type.FLOAT : Parameter.Type.INTEGER,
                        isSwitch ? null : Parameter.number(row.getString(2)),
                        isSwitch ? null : Parameter.number(row.getString(3)),
                        true,
                        value);
            });
        }
    }

    /// An old password is kept by setting it first and the new one after it.
    @Override
    public void putAccount(Access access, Account account, List<String> verifiers) throws SQLException {
        var wanted = new Proof(verifiers.getFirst(), verifiers.size() > 1 ? verifiers.get(1) : null);
        try (var session = open(access)) {
            var who = who(account);
            session.run("create user if not exists " + who + PROOF + text(wanted.now()));
            if (proof(session, account).equals(wanted)) {
                return;
            }
            if (wanted.old() == null) {
                session.run("alter user " + who + PROOF + text(wanted.now()));
                session.run("alter user " + who + " discard old password");
            } else {
                session.run("alter user " + who + PROOF + text(wanted.old()));
                session.run("alter user " + who + PROOF + text(wanted.now()) + " retain current password");
            }
        }
    }

    private static Proof proof(Session session, Account account) throws SQLException {
        return session.one(
                "select authentication_string, user_attributes->>'$.additional_password' from mysql.user"
                        + " where user = ? and host = ?",
                row -> new Proof(row.getString(1), row.getString(2)),
                account.login(),
                host(account));
    }

    @Override
    public String verifier(String password) {
        return CachingSha2.of(password);
    }

    @Override
    public void changeOwnPassword(Access access, String password) throws SQLException {
        try (var session = open(access)) {
            session.run("alter user current_user()" + PROOF + text(verifier(password)));
        }
    }
}
