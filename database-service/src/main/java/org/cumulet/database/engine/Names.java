package org.cumulet.database.engine;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Which names, hosts and passwords may come near a server. What passes here needs no escaping anywhere, and is escaped
/// all the same.
public final class Names {

    private static final Pattern DATABASE = Pattern.compile("[a-z][a-z0-9_]{0,47}");
    private static final Pattern USER = Pattern.compile("[a-z][a-z0-9_]{0,31}");
    private static final Pattern ROOT = Pattern.compile("root_[0-9a-f]{8}");
    private static final Pattern PASSWORD = Pattern.compile("[\\x20-\\x7e]{1,128}");
    private static final Pattern LOCALE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,63}");
    private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
    private static final Pattern SUBNET = Pattern.compile(IPV4.pattern() + "/([1-9]|[12]\\d|3[0-2])");

    private static final Set<String> RESERVED = Set.of(
            "mysql",
            "information_schema",
            "performance_schema",
            "sys",
            "test",
            "mariadb",
            "root",
            "admin",
            "postgres",
            "template0",
            "template1",
            "public",
            "none",
            "session_user",
            "current_user",
            "current_role",
            "user",
            "default");

    private Names() {}

    /// What is wrong with this name of a database; nothing if it can be used.
    public static Optional<String> troubleWithDatabase(String name) {
        return trouble("Database", name, DATABASE, 48);
    }

    public static Optional<String> troubleWithUser(String name) {
        return isRoot(name)
                ? Optional.of("User name '%s' is reserved.".formatted(name))
                : trouble("User", name, USER, 32);
    }

    /// Whether it is the name of an instance's root.
    public static boolean isRoot(String name) {
        return ROOT.matcher(name).matches();
    }

    /// What is wrong with a password that somebody has chosen. It is not repeated.
    public static Optional<String> troubleWithPassword(String password) {
        return Optional.of("A password is made of 1 to 128 printable ASCII characters.")
                .filter(_ -> !PASSWORD.matcher(password).matches());
    }

    public static Optional<String> troubleWithLocale(String name) {
        return Optional.of("'%s' is no name of a character set or collation.".formatted(shown(name)))
                .filter(_ -> !LOCALE.matcher(name).matches());
    }

    /// What is wrong with this host pattern.
    public static Optional<String> troubleWithHost(EngineKind kind, String host) {
        return switch (kind) {
            case MARIADB, MYSQL ->
                Optional.of("Host '%s' is none of: localhost, %%, an IPv4 address, an IPv4 subnet such as 10.0.0.0/24."
                                .formatted(shown(host)))
                        .filter(_ -> !isHost(host));
            case POSTGRESQL ->
                Optional.of(
                                "PostgreSQL decides by its pg_hba.conf who may come from where: its only host is %%, not '%s'."
                                        .formatted(shown(host)))
                        .filter(_ -> !host.equals(Account.ANYWHERE));
        };
    }

    private static boolean isHost(String host) {
        return host.equals("localhost")
                || host.equals(Account.ANYWHERE)
                || IPV4.matcher(host).matches()
                || SUBNET.matcher(host).matches() && isFirstOfItsSubnet(host);
    }

    /// Any other address would match nobody.
    private static boolean isFirstOfItsSubnet(String subnet) {
        var parts = subnet.split("/");
        var address = 0L;
        for (var octet : parts[0].split("\\.")) {
            address = address << 8 | Long.parseLong(octet);
        }
        return (address & (1L << 32 - Integer.parseInt(parts[1])) - 1) == 0;
    }

    private static Optional<String> trouble(String what, String name, Pattern pattern, int longest) {
        if (!pattern.matcher(name).matches()) {
            return Optional.of(
                    "%s name '%s' is not made of a lower-case letter and up to %d more, digits and underscores."
                            .formatted(what, shown(name), longest - 1));
        }
        return Stream.of(name)
                .filter(it -> RESERVED.contains(it) || it.startsWith("pg_"))
                .map(it -> "%s name '%s' is reserved.".formatted(what, it))
                .findFirst();
    }

    /// Somebody's words in an answer: short, and nothing that moves a cursor.
    public static String shown(String text) {
        var clean = text.codePoints()
                .filter(each -> !Character.isISOControl(each))
                .limit(200)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return clean.toString();
    }
}
