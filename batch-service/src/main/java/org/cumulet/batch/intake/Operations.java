package org.cumulet.batch.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// The operations of a document, checked one by one; as long as nothing is wrong they go to the ledger.
final class Operations {

    /// Each end of an item looks at all that still follow others.
    private static final int MOST_FOLLOWING = 10_000;

    private final ItemCopy copy;
    private final Problems problems;
    private final Templates templates;
    private final Fleet fleet;
    private final long most;
    private final Map<String, Integer> names = new HashMap<>();
    private final Set<Integer> used = new TreeSet<>();
    private int following;
    private long count;
    private boolean launched;

    /// @param most how many there may be
    Operations(ItemCopy copy, Problems problems, Templates templates, Fleet fleet, long most) {
        this.copy = copy;
        this.problems = problems;
        this.templates = templates;
        this.fleet = fleet;
        this.most = most;
    }

    /// @param line where the document is lines
    /// @param pointer where in the document or its line it is
    void add(JsonNode node, @Nullable Integer line, String pointer) throws IOException, SQLException {
        var shape = node.has("launch") ? Optional.of("launch") : Fleet.member(node);
        if (shape.isEmpty()) {
            addOne(node, line, pointer);
            return;
        }
        if (node.size() > (node.has("after") ? 2 : 1)) {
            problems.add(line, pointer, "a %s stands alone, but for what it comes after".formatted(shape.get()));
        }
        BiConsumer<String, String> tell =
                (where, what) -> problems.add(line, pointer + "/" + shape.get() + where, what);
        Launch.Each each = operation -> {
            if (node.has("after")) {
                operation.set("after", node.path("after"));
            }
            addOne(operation, line, pointer);
        };
        if (node.has("launch")) {
            launched = true;
            var launch = templates.filled(node.path("launch"), tell);
            if (launch.isPresent()) {
                Launch.of(launch.get(), most, tell).forEach(each);
            }
        } else {
            fleet.forEach(node, most, tell, each);
        }
    }

    private void addOne(JsonNode node, @Nullable Integer line, String pointer) throws IOException, SQLException {
        if (++count > most) {
            throw problems.fatal(line, pointer, "more than %d operations".formatted(most));
        }
        var operation = Operation.of(node, (where, what) -> problems.add(line, pointer + where, what));
        var position = (int) count - 1;
        var after = after(operation, (where, what) -> problems.add(line, pointer + where, what));
        if (operation.name() != null && names.putIfAbsent(operation.name(), position) != null) {
            problems.add(line, pointer + "/name", "an operation before has this name");
        }
        if (!after.isEmpty() && ++following > MOST_FOLLOWING) {
            throw problems.fatal(line, pointer, "more than %d operations that follow others".formatted(MOST_FOLLOWING));
        }
        if (problems.isEmpty()) {
            copy.add(operation, after);
        }
    }

    /// Positions of what an operation follows.
    private Set<Integer> after(Operation operation, BiConsumer<String, String> tell) {
        var after = new TreeSet<Integer>();
        for (int i = 0; i < operation.after().size(); i++) {
            var before = names.get(operation.after().get(i));
            if (before == null) {
                tell.accept("/after/" + i, "no operation before has this name");
            } else {
                after.add(before);
            }
        }
        for (var name : operation.uses()) {
            var before = names.get(name);
            if (before == null) {
                tell.accept("", "no operation before is called %s, as {{%s.…}} says".formatted(name, name));
            } else {
                after.add(before);
                used.add(before);
            }
        }
        return after;
    }

    /// Positions of those whose answers others use.
    Set<Integer> used() {
        return used;
    }

    /// Whether there was anything, right or wrong.
    boolean isEmpty() {
        return count == 0 && !launched;
    }
}
