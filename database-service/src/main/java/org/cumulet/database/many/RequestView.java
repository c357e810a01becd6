package org.cumulet.database.many;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cumulet.database.database.DatabaseService.Declared;
import org.cumulet.database.database.DatabaseView;
import org.jspecify.annotations.Nullable;

/// What became of a request for many.
///
/// @param counts items by state
record RequestView(UUID id, Map<State, Long> counts, List<Item> items) {

    /// How far an item is.
    enum State {
        @JsonProperty("refused")
        REFUSED,
        @JsonProperty("building")
        BUILDING,
        @JsonProperty("active")
        ACTIVE,
        @JsonProperty("error")
        ERROR,
        @JsonProperty("deleted")
        DELETED
    }

    /// @param reason why it was refused or failed
    /// @param database with the passwords of its users, in the answer to the request itself only
    record Item(
            String name,
            State state,
            @Nullable String reason,
            @Nullable DatabaseView database) {

        static Item of(Declared declared) {
            var view = declared.database();
            if (declared.refusal() != null) {
                return new Item(declared.name(), State.REFUSED, declared.refusal(), null);
            }
            if (view == null) {
                return new Item(declared.name(), State.DELETED, null, null);
            }
            var state = switch (view.state()) {
                case BUILDING -> State.BUILDING;
                case ACTIVE -> State.ACTIVE;
                case ERROR -> State.ERROR;
                case DELETING -> State.DELETED;
            };
            return new Item(declared.name(), state, view.fault(), view);
        }
    }

    static One of(UUID id, List<Declared> declared) {
        var items = declared.stream().map(Item::of).toList();
        return new One(new RequestView(
                id, items.stream().collect(Collectors.groupingBy(Item::state, Collectors.counting())), items));
    }

    record One(RequestView request) {}
}
