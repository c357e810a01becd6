package org.cumulet.database.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// MariaDB: its accounts take several proofs, and its passwords are proved by SHA-1 done twice.
final class MariaDb extends MySqlKin {

    @Override
    public EngineKind kind() {
        return EngineKind.MARIADB;
    }

    @Override
    Map<String, String> manners() {
        return Map.of();
    }

    @Override
    String accounts() {
        return "mysql.global_priv";
    }

    @Override
    Set<String> builtIn() {
        return Set.of("root", "mysql", "mariadb.sys");
    }

    @Override
    void mustBeUsable(Session session, String version) throws SQLException {
        if (!version.contains("MariaDB")) {
            throw new NotEntitled("This is no MariaDB: " + version);
        }
    }

    @Override
    public List<Parameter> parameters(Access access) throws SQLException {
        try (var session = open(access)) {
            return session.all(
                    "select lower(variable_name), variable_type, numeric_min_value, numeric_max_value, read_only, global_value"
                            + " from information_schema.system_variables where variable_scope <> 'SESSION ONLY'"
                            + " and variable_type regexp 'INT|DOUBLE|BOOLEAN|ENUM' and global_value is not null order by 1",
                    row -> new Parameter(
                            row.getString(1),
                            type(row.getString(2)),
                            Parameter.number(row.getString(3)),
                            Parameter.number(row.getString(4)),
                            row.getString(5).equals("YES"),
                            row.getString(6)));
        }
    }

    private static Parameter.Type type(String word) {
        return switch (word) {
            case "BOOLEAN" -> Parameter.Type.BOOLEAN;
            case "DOUBLE" -> Parameter.Type.FLOAT;
            case "ENUM" -> Parameter.Type.STRING;
            default -> Parameter.Type.INTEGER;
        };
    }

    @Override
    public void putAccount(Access access, Account account, List<String> verifiers) throws SQLException {
        var proof = verifiers.stream()
                .map(verifier -> "mysql_native_password using " + text(verifier))
                .collect(Collectors.joining(" or ", " identified via ", ""));
        try (var session = open(access)) {
            session.run("create user if not exists " + who(account) + proof);
            session.run("alter user " + who(account) + proof);
        }
    }

    /// As the server's PASSWORD() does: SHA-1 twice.
    @Override
    public String verifier(String password) {
        try {
            var sha1 = MessageDigest.getInstance("SHA-1");
            var once = sha1.digest(password.getBytes(UTF_8));
            return "*" + HexFormat.of().withUpperCase().formatHex(sha1.digest(once));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void changeOwnPassword(Access access, String password) throws SQLException {
        try (var session = open(access)) {
            session.run("set password = " + text(verifier(password)));
        }
    }
}
