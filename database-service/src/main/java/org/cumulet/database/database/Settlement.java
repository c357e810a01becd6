package org.cumulet.database.database;

import java.util.UUID;

/// Makes true on the server what was declared. What is asked here joins the running transaction.
public interface Settlement {

    void apply(Database database);

    /// Takes back first what was not declared.
    void repair(Database database);

    /// Whatever is being done to the database is given up.
    void drop(Database database);

    void endOverlap(UUID user);
}
