package org.cumulet.batch.work;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cumulet.batch.item.Item;
import org.cumulet.batch.item.ItemLedger.Follow;
import org.cumulet.batch.remote.Answer;
import org.cumulet.once.AnsweredId;
import org.jspecify.annotations.Nullable;

/// What is still to come when a call is answered: a server that is to be ACTIVE, or gone.
final class Following {

    static final String GONE = "GONE";

    private static final String SERVERS = "/compute/v2.1/servers";
    private static final Pattern SERVER = Pattern.compile(SERVERS + "/([0-9a-fA-F-]{36})");
    private static final Pattern ACTION = Pattern.compile(SERVERS + "/([0-9a-fA-F-]{36})/action");
    private static final Map<String, String> ACTIONS =
            Map.of("os-start", "ACTIVE", "os-stop", "SHUTOFF", "reboot", "ACTIVE");

    private Following() {}

    /// What this item waits for, after this answer.
    ///
    /// @param body what it sent
    static Optional<Follow> of(Item item, @Nullable JsonNode body, Answer answer) {
        var path = item.path();
        if (item.method().equals("POST") && path.equals(SERVERS)) {
            return AnsweredId.of(answer.body()).map(id -> new Follow(SERVERS + "/" + id, "ACTIVE", id));
        }
        var server = SERVER.matcher(path);
        if (item.method().equals("DELETE") && server.matches()) {
            return Optional.of(new Follow(path, GONE, server.group(1)));
        }
        var action = ACTION.matcher(path);
        if (item.method().equals("POST") && action.matches() && body != null) {
            return body.propertyStream()
                    .map(member -> ACTIONS.get(member.getKey()))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .map(target -> new Follow(SERVERS + "/" + action.group(1), target, action.group(1)));
        }
        return Optional.empty();
    }

    /// What a look at it says.
    sealed interface Seen {
        record There() implements Seen {}

        record NotYet() implements Seen {}

        record Never(String why) implements Seen {}
    }

    /// @param server its state; null where there is none
    static Seen see(String target, @Nullable JsonNode server) {
        if (server == null) {
            return target.equals(GONE) ? new Seen.There() : new Seen.Never("It was deleted meanwhile.");
        }
        if (target.equals(GONE)) {
            return new Seen.NotYet();
        }
        if (server.path("status").asText().equals("ERROR")) {
            return new Seen.Never(server.path("fault").asText("It is in ERROR."));
        }
        var isThere = server.path("status").asText().equals(target)
                && server.path("task").isNull();
        return isThere ? new Seen.There() : new Seen.NotYet();
    }
}
