package org.cumulet.database.database;

import java.io.IOException;
import java.sql.SQLException;
import java.util.UUID;

/// Keeps what is in a database before it is lost.
public interface LastDump {

    /// Writes down, in the running transaction, that what is in it is to be kept.
    void order(Database database);

    /// In the running transaction: not any more, if that has not been done.
    void waive(Database database);

    /// Does it, if it was ordered; may be done twice.
    void keep(UUID database) throws SQLException, IOException;
}
