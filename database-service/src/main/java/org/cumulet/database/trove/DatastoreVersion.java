package org.cumulet.database.trove;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;
import java.util.regex.Pattern;
import org.cumulet.database.engine.EngineKind;
import org.cumulet.database.server.DatabaseServer;

/// A kind of server in a version that a registered server has. Its ids follow from what it is.
///
/// @param name the series: `11.4` of MariaDB, `18` of PostgreSQL
/// @param number the release: `11.4.5`
record DatastoreVersion(EngineKind engine, String name, String number) {

    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)*");

    static DatastoreVersion of(DatabaseServer server) {
        var found = NUMBER.matcher(String.valueOf(server.version()));
        var number = found.find() ? found.group() : "0";
        return new DatastoreVersion(server.engine(), series(server.engine(), number), number);
    }

    private static String series(EngineKind engine, String number) {
        var parts = number.split("\\.");
        return engine == EngineKind.POSTGRESQL || parts.length == 1 ? parts[0] : parts[0] + "." + parts[1];
    }

    UUID id() {
        return named(engine.word() + " " + number);
    }

    UUID datastore() {
        return named(engine.word());
    }

    boolean isOfDatastore(String asked) {
        return asked.equals(engine.word()) || asked.equals(datastore().toString());
    }

    boolean is(String asked) {
        return asked.equals(name) || asked.equals(number) || asked.equals(id().toString());
    }

    private static UUID named(String text) {
        return UUID.nameUUIDFromBytes(("datastore " + text).getBytes(UTF_8));
    }
}
