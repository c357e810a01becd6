package org.cumulet.saga;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeoutException;

/// Which troubles pass, how often to try, and how long to wait in between.
final class Patience {

    static final int ATTEMPTS = 10;
    static final int ATTEMPTS_TO_UNDO = 20;

    private static final Set<String> OF_THE_MOMENT = Set.of("08", "40", "53", "57");
    private static final long FIRST_WAIT = 250;
    private static final long LONGEST_WAIT = 15_000;

    private Patience() {}

    static boolean mayPass(Throwable trouble) {
        return switch (trouble) {
            case Retry _,
                    IOException _,
                    UncheckedIOException _,
                    TimeoutException _,
                    LedgerUnreachable _,
                    InterruptedException _ -> true;
            case SQLException refused -> isOfTheMoment(refused);
            case StepFailed _ -> false;
            default -> trouble.getCause() != null && trouble.getCause() != trouble && mayPass(trouble.getCause());
        };
    }

    /// No connection to be had, connection lost, deadlock, too little of something, shutting down.
    private static boolean isOfTheMoment(SQLException refused) {
        var state = refused.getSQLState();
        return state == null
                || refused instanceof SQLTransientException
                || OF_THE_MOMENT.contains(state.substring(0, 2));
    }

    /// Doubles from a quarter of a second to fifteen, give or take a fifth so that many do not come back at once.
    static Duration wait(int attempt) {
        var wait = Math.min(LONGEST_WAIT, FIRST_WAIT << Math.min(attempt, 10));
        return Duration.ofMillis((long) (wait * ThreadLocalRandom.current().nextDouble(0.8, 1.2)));
    }
}
