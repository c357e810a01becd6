package org.cumulet.database.trove;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.cumulet.database.database.UserService.InstanceUser;
import org.cumulet.database.trove.DatabaseNames.DatabaseName;

/// What is in an instance, as Trove shows it.
interface ContentView {

    record Databases(List<DatabaseName> databases, List<Link> links) {}

    /// @param host from where it comes
    record User(String name, String host, List<DatabaseName> databases) {
        static User of(InstanceUser user) {
            return new User(user.name(), user.host(), DatabaseNames.items(user.databases()));
        }
    }

    record OneUser(User user) {}

    record Users(List<User> users, List<Link> links) {}

    /// @param rootEnabled whether it ever was
    record RootShown(@JsonProperty("rootEnabled") boolean rootEnabled) {}

    /// Who may everything in the instance. The password is shown this once.
    record Root(String name, String password) {
        @Override
        public String toString() {
            return name;
        }
    }

    record RootMade(Root user) {}
}
