package org.cumulet.database.engine;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a database server is asked to do. Everything may be asked twice.
public interface Engine {

    EngineKind kind();

    /// How it is; also whether this administrator may do what will be asked.
    ///
    /// @throws NotEntitled when it may not
    Vitals vitals(Access access) throws SQLException;

    boolean hasDatabase(Access access, String database) throws SQLException;

    boolean hasUser(Access access, String login) throws SQLException;

    void createDatabase(Access access, DatabaseShape shape) throws SQLException;

    /// Makes the account, or sets what proves it.
    ///
    /// @param verifiers what the server compares with, the newest first; MariaDB takes several, MySQL two
    void putAccount(Access access, Account account, List<String> verifiers) throws SQLException;

    /// Grants exactly this profile: what the account had in this database beyond it goes.
    void grant(Access access, String database, Account account, Profile profile) throws SQLException;

    /// Takes back what the account has in this database; nothing where there is nothing.
    void revoke(Access access, String database, Account account) throws SQLException;

    /// Removes the account and ends what it has open.
    void dropAccount(Access access, Account account) throws SQLException;

    /// Removes the database, ending the connections that are open.
    void dropDatabase(Access access, String database) throws SQLException;

    /// For work in a database that takes long: the server may think for an hour before it answers.
    Session longSession(Access access, String database) throws SQLException;

    /// How each of its databases is used.
    Map<String, Use> uses(Access access) throws SQLException;

    /// How it is set, by name.
    List<Parameter> parameters(Access access) throws SQLException;

    /// Everybody who has anything in this database, the administrator excepted.
    List<Granted> granted(Access access, String database) throws SQLException;

    /// The privileges of a profile in the words of [#granted].
    Set<String> privileges(Profile profile, String database);

    /// Takes back something that [#granted] found in this database.
    void takeBack(Access access, String database, Granted found) throws SQLException;

    /// What this server compares a password with, so that no password ever travels in a statement.
    String verifier(String password);

    /// Sets the administrator's own password.
    void changeOwnPassword(Access access, String password) throws SQLException;

    /// The administrator lacks rights that are needed here. The message says which.
    final class NotEntitled extends SQLException {

        private static final long serialVersionUID = 1;

        NotEntitled(String message) {
            super(message, "42501");
        }
    }
}
