package org.cumulet.database.database;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.cumulet.database.engine.Account;
import org.cumulet.database.engine.DatabaseShape;
import org.cumulet.database.engine.Profile;

/// What is to be there of a database, and what is to go.
///
/// @param claimed whether what is on the server under its name is ours
/// @param going whether all of it shall go
public record Plan(UUID server, boolean claimed, boolean going, DatabaseShape shape, List<Entitlement> entitlements) {

    /// One user's part in it.
    ///
    /// @param claimed whether who is on the server under its name is ours
    /// @param leaving accounts that lose this database
    /// @param unused those of them that nothing else needs
    public record Entitlement(
            String user,
            boolean claimed,
            Profile profile,
            List<Login> logins,
            List<String> hosts,
            List<Account> leaving,
            List<Account> unused) {

        /// The accounts that are to have this database.
        public List<Account> accounts() {
            return logins.stream().flatMap(login -> login.from(hosts)).toList();
        }
    }

    /// A login and what it is checked with.
    public record Login(String name, List<String> verifiers) {

        public Stream<Account> from(List<String> hosts) {
            return hosts.stream().map(host -> new Account(name, host));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /// A password that is to end.
    ///
    /// @param old who logs in with it
    /// @param now what stays valid
    /// @param accounts of the user
    public record OldPassword(UUID server, String old, Login now, List<String> hosts, List<String> databases) {}
}
