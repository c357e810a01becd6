package org.cumulet.database.dump;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import org.cumulet.database.engine.EngineKind;
import org.cumulet.database.engine.Session;

/// How the databases of an engine are dumped, restored and counted.
///
/// A dump is one view of the database: what is written meanwhile is not in it. Who may do what is not in it either:
/// that is declared.
public interface Dump {

    /// Streams it all, never more than a few rows at a time.
    ///
    /// @param session of an administrator, in the database
    /// @return what was in it
    Contents write(Session session, String database, OutputStream out) throws SQLException, IOException;

    /// Who plays a dump back.
    ///
    /// @param admin of an administrator, in the database
    /// @param owner of somebody who may what an owner of it may, and nothing else: it does all that users wrote
    /// @param keeper the account that code which runs as its maker shall run as
    DumpReader.Player player(Session admin, Session owner, Keeper keeper) throws SQLException;

    /// What is in it now.
    Contents count(Session session, String database) throws SQLException;

    /// An account of an owner.
    record Keeper(String login, String host) {}

    static Dump of(EngineKind kind) {
        return switch (kind) {
            case MARIADB, MYSQL -> new MariaDbDump();
            case POSTGRESQL -> new PostgresDump();
        };
    }
}
