package org.cumulet.compute.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.version.Microversion;
import org.cumulet.compute.server.VmState;
import org.jspecify.annotations.Nullable;

/// What shall be done: the body has one key, and the key says it.
sealed interface ActionRequest {

    record Start() implements ActionRequest {}

    record Stop() implements ActionRequest {}

    record Reboot(boolean hard) implements ActionRequest {}

    record Lock(@Nullable String reason) implements ActionRequest {}

    record Unlock() implements ActionRequest {}

    record ResetState(VmState state) implements ActionRequest {}

    record ForceDelete() implements ActionRequest {}

    /// @param lines how many of the last; all when negative
    record Console(int lines) implements ActionRequest {}

    /// When locks came to have reasons.
    Microversion LOCK_REASONS = Microversion.of("2.73");

    /// @throws Fault.BadRequest when it is no action, or not one of ours
    static ActionRequest of(@Nullable Map<String, JsonNode> body) {
        if (body == null || body.size() != 1) {
            throw new Fault.BadRequest("Malformed request body: it must have one key, the action.");
        }
        var action = body.entrySet().iterator().next();
        var value = new Value(action.getKey(), action.getValue() == null ? NullNode.getInstance() : action.getValue());
        return switch (action.getKey()) {
            case "os-start" -> new Start();
            case "os-stop" -> new Stop();
            case "reboot" ->
                new Reboot(value.oneOf("type", Set.of("SOFT", "HARD")).equals("HARD"));
            case "lock" -> new Lock(lockReason(value));
            case "unlock" -> new Unlock();
            case "os-resetState" -> new ResetState(VmState.valueOf(value.oneOf("state", Set.of("ACTIVE", "ERROR"))));
            case "forceDelete" -> new ForceDelete();
            case "os-getConsoleOutput" -> new Console(value.lines());
            default -> throw new Fault.BadRequest("There is no such action: %s".formatted(action.getKey()));
        };
    }

    private static @Nullable String lockReason(Value value) {
        if (!Microversion.atLeast(LOCK_REASONS) || value.node().isNull()) {
            return null;
        }
        value.mustOnlyHave("locked_reason");
        var reason = value.node().path("locked_reason");
        if (reason.isMissingNode()) {
            return null;
        }
        if (!reason.isTextual() || !reason.asText().matches("[^\\p{Cntrl}]{1,255}")) {
            throw value.invalid("locked_reason must be 1 to 255 printable characters");
        }
        return reason.asText();
    }

    /// What is said about an action.
    record Value(String action, JsonNode node) {

        String oneOf(String key, Set<String> words) {
            mustOnlyHave(key);
            var word = node.path(key).asText().toUpperCase(Locale.ROOT);
            if (!node.path(key).isTextual() || !words.contains(word)) {
                throw invalid("%s must be one of %s"
                        .formatted(
                                key, String.join(", ", words.stream().sorted().toList())));
            }
            return word;
        }

        /// `length`: a number, a number as a string, or nothing.
        int lines() {
            if (!node.isObject()) {
                throw invalid("an object is expected");
            }
            mustOnlyHave("length");
            var length = node.path("length");
            if (length.isMissingNode() || length.isNull()) {
                return -1;
            }
            if (!length.isIntegralNumber() && !length.isTextual()
                    || !length.asText().matches("-1|\\d{1,9}")) {
                throw invalid("length must be a whole number from -1 on");
            }
            return Integer.parseInt(length.asText());
        }

        void mustOnlyHave(String key) {
            node.fieldNames().forEachRemaining(name -> {
                if (!name.equals(key)) {
                    throw invalid("Additional properties are not allowed ('%s' was unexpected)".formatted(name));
                }
            });
        }

        Fault.BadRequest invalid(String what) {
            return new Fault.BadRequest("Invalid input for field/attribute %s. %s".formatted(action, what));
        }
    }
}
