package org.cumulet.database.settle;

import java.util.UUID;
import org.cumulet.database.database.Database;

/// A database that is to be as declared. What that is is asked when its turn comes.
///
/// @param wish which of its wishes this is for
record Settling(UUID database, int wish) {

    static Settling of(Database database) {
        return new Settling(database.id(), database.wish());
    }
}
