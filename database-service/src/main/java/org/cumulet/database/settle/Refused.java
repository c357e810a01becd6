package org.cumulet.database.settle;

import java.sql.SQLException;
import java.util.Set;
import org.cumulet.database.dump.Unsupported;
import org.cumulet.database.engine.Names;
import org.cumulet.saga.StepFailed;

/// Tells what a server refuses for good from what may pass.
public final class Refused {

    private static final Set<String> OF_THE_WISH = Set.of("0A", "22", "23", "28", "42", "2B", "HY");

    /// Something that is asked of a server.
    @FunctionalInterface
    public interface Question<T, E extends Exception> {
        T ask() throws SQLException, E;
    }

    private Refused() {}

    /// @throws StepFailed with the server's own words, where asking again would not help
    public static <T, E extends Exception> T explained(Question<T, E> question) throws SQLException, E {
        try {
            return question.ask();
        } catch (Unsupported e) {
            throw new StepFailed(String.valueOf(e.getMessage()), e.toString(), e);
        } catch (SQLException e) {
            var state = String.valueOf(e.getSQLState());
            if (state.length() == 5 && OF_THE_WISH.contains(state.substring(0, 2))) {
                throw new StepFailed(
                        "The server refused: " + Names.shown(String.valueOf(e.getMessage())), e.toString(), e);
            }
            throw e;
        }
    }
}
