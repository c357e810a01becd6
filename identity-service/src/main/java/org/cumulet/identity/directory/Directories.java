package org.cumulet.identity.directory;

import java.util.List;
import java.util.Optional;
import org.cumulet.api.fault.Fault;
import org.jspecify.annotations.Nullable;

/// Directories outside, in which some domains keep their users and groups. What is asked for is brought here: ids are
/// those of the traces that are kept.
///
/// All but `has` may wait for the directory, so nobody asks who holds a connection to the database.
///
/// @implSpec throws [Fault.Unavailable] where the directory does not answer
public interface Directories {

    /// Whether the users and groups of this domain are in a directory.
    boolean has(String domainId);

    /// Ids of the domain's users.
    ///
    /// @param name of those wanted; null for all
    List<String> users(String domainId, @Nullable String name);

    /// Brings the user and all groups that it is in. False where it is in the directory no more.
    boolean user(String domainId, String directoryId);

    /// Ids of the domain's groups.
    ///
    /// @param name of those wanted; null for all
    List<String> groups(String domainId, @Nullable String name);

    /// Ids of the users in a group; nothing where there is no such group any more.
    Optional<List<String>> members(String domainId, String groupDirectoryId);

    /// Whether this is the password of the user.
    ///
    /// @param directoryId null for nobody, which takes as long
    boolean knows(String domainId, @Nullable String directoryId, String password);

    /// @throws Fault.Forbidden where users and groups are changed in a directory, not here
    default void mustNotHave(String domainId) {
        if (has(domainId)) {
            throw elsewhere();
        }
    }

    /// What is in a directory is changed there.
    static Fault elsewhere() {
        return new Fault.Forbidden(
                "The users and groups of this domain are in a directory, which can be read here and not changed.");
    }
}
