package org.cumulet.api.fault;

import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;

/// Tells a database that is away, full or busy from a defect of ours.
final class DatabaseAway {

    private static final String NO_CONNECTION = "Acquisition timeout";

    private DatabaseAway() {}

    /// The fault to answer with, when it is the database's: connection lost or refused (SQLSTATE class 08), out of
    /// resources (53), shutting down or starting (57P), or no connection free for too long.
    static Optional<Fault> behind(Throwable trouble) {
        return Stream.iterate(trouble, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .filter(cause -> cause instanceof SQLException sql && isPassing(sql))
                .findFirst()
                .map(cause -> new Fault.Unavailable("The database is away or busy; try again.").because(trouble));
    }

    private static boolean isPassing(SQLException trouble) {
        var state = String.valueOf(trouble.getSQLState());
        return state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57P")
                || String.valueOf(trouble.getMessage()).startsWith(NO_CONNECTION);
    }
}
