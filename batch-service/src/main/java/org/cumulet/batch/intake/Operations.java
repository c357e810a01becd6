package org.cumulet.batch.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// The operations of a document, checked one by one; as long as nothing is wrong they go to the ledger.
final class Operations {

    private final ItemCopy copy;
    private final Problems problems;
    private final Templates templates;
    private final long most;
    private final Set<String> names = new HashSet<>();
    private long count;
    private boolean launched;

    /// @param most how many there may be
    Operations(ItemCopy copy, Problems problems, Templates templates, long most) {
        this.copy = copy;
        this.problems = problems;
        this.templates = templates;
        this.most = most;
    }

    /// @param line where the document is lines
    /// @param pointer where in the document or its line it is
    void add(JsonNode node, @Nullable Integer line, String pointer) throws IOException, SQLException {
        if (!node.has("launch")) {
            addOne(node, line, pointer);
            return;
        }
        if (node.size() > 1) {
            problems.add(line, pointer, "a launch stands alone");
        }
        launched = true;
        BiConsumer<String, String> tell = (where, what) -> problems.add(line, pointer + "/launch" + where, what);
        var launch = templates.filled(node.path("launch"), tell);
        if (launch.isPresent()) {
            Launch.of(launch.get(), most, tell).forEach(operation -> addOne(operation, line, pointer));
        }
    }

    private void addOne(JsonNode node, @Nullable Integer line, String pointer) throws IOException, SQLException {
        if (++count > most) {
            throw problems.fatal(line, pointer, "more than %d operations".formatted(most));
        }
        var operation = Operation.of(node, (where, what) -> problems.add(line, pointer + where, what));
        if (operation.name() != null && !names.add(operation.name())) {
            problems.add(line, pointer + "/name", "an operation before has this name");
        }
        if (problems.isEmpty()) {
            copy.add(operation);
        }
    }

    /// Whether there was anything, right or wrong.
    boolean isEmpty() {
        return count == 0 && !launched;
    }
}
