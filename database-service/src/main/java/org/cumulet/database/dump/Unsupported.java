package org.cumulet.database.dump;

import java.sql.SQLException;

/// A database has something that a dump would have to leave out: better none than half of one.
public final class Unsupported extends SQLException {

    private static final long serialVersionUID = 1;

    Unsupported(String what) {
        super("A dump cannot hold " + what + "; use the server's own program.", "0A000");
    }
}
