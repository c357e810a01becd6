package org.cumulet.identity.store;

import java.util.function.Supplier;
import org.cumulet.api.fault.Fault;
import org.hibernate.exception.ConstraintViolationException;

/// Names are kept unique by the database, which alone can; here its refusal becomes ours.
public final class Unique {

    private Unique() {}

    /// Does what may break a constraint.
    ///
    /// @param change writes and flushes
    /// @param otherwise what to say where something like it exists
    public static void orElse(Runnable change, Supplier<Fault> otherwise) {
        try {
            change.run();
        } catch (ConstraintViolationException refused) {
            throw otherwise.get().because(refused);
        }
    }
}
