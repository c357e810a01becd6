package org.cumulet.identity.grant;

/// Who holds a role.
public sealed interface Holder {

    String id();

    record User(String id) implements Holder {}

    record Group(String id) implements Holder {}

    /// By the word that paths have for its kind.
    static Holder of(String kind, String id) {
        return kind.equals("users") ? new User(id) : new Group(id);
    }

    /// The column it is kept in.
    default String column() {
        return switch (this) {
            case User _ -> "user_id";
            case Group _ -> "group_id";
        };
    }
}
