package org.cumulet.batch.work;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cumulet.batch.item.Item;
import org.jspecify.annotations.Nullable;

/// The call that undoes what an item did.
record Undo(String method, String path, Contents contents) {

    private static final Pattern ACTION = Pattern.compile("/compute/v2\\.1/servers/[0-9a-fA-F-]{36}/action");
    private static final Map<String, String> ACTIONS = Map.of("os-start", "os-stop", "os-stop", "os-start");
    private static final Pattern INTERFACE = Pattern.compile("(/network/v2\\.0/routers/[^/?]+/)add_router_interface");
    private static final Pattern KEYPAIRS = Pattern.compile("/compute/v2\\.1/os-keypairs");
    private static final String SERVERS = "/compute/v2.1/servers/";

    /// What was made is deleted, what was started is stopped, what was stopped started, and what was plugged into a
    /// router unplugged.
    ///
    /// @param sent what the item sent
    /// @return empty for all else: it cannot be undone
    static Optional<Undo> of(Item item, Contents sent) {
        var path = item.path().replaceFirst("\\?.*", "").replaceFirst("/$", "");
        if (item.method().equals("POST") && ACTION.matcher(path).matches()) {
            return action(sent.body()).map(body -> new Undo("POST", path, new Contents(sent.headers(), body)));
        }
        var plugged = INTERFACE.matcher(path);
        if (item.method().equals("PUT") && plugged.matches()) {
            return Optional.of(new Undo("PUT", plugged.group(1) + "remove_router_interface", sent));
        }
        return item.method().equals("POST")
                ? made(item, path, sent).map(id -> new Undo("DELETE", path + "/" + id, Contents.NOTHING))
                : Optional.empty();
    }

    private static Optional<JsonNode> action(@Nullable JsonNode body) {
        return body == null
                ? Optional.empty()
                : body.propertyStream()
                        .map(member -> ACTIONS.get(member.getKey()))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .map(action -> JsonNodeFactory.instance.objectNode().putNull(action));
    }

    /// The last part of the path of what a POST has made. Keypairs are known by their names.
    private static Optional<String> made(Item item, String path, Contents sent) {
        if (KEYPAIRS.matcher(path).matches() && sent.body() != null) {
            return Optional.of(sent.body().path("keypair").path("name").asText());
        }
        return path.endsWith("/action") ? Optional.empty() : Optional.ofNullable(item.resource());
    }

    /// Whether what it deletes goes by and by, and is gone when it is not found any more.
    boolean isGradual() {
        return method.equals("DELETE") && path.startsWith(SERVERS);
    }
}
