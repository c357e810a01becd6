package org.cumulet.batch.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.UUID;
import org.cumulet.batch.item.Item;
import org.cumulet.batch.store.Sealer;
import org.cumulet.batch.work.Contents;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// Items on their way into the ledger, as they are read.
final class ItemCopy implements AutoCloseable {

    private static final int CHUNK = 64 * 1024;

    private final UUID job;
    private final CopyIn copy;
    private final Sealer sealer;
    private final ObjectMapper json;
    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
    private int count;

    ItemCopy(Connection connection, UUID job, Sealer sealer, ObjectMapper json) throws SQLException {
        this.job = job;
        this.sealer = sealer;
        this.json = json;
        this.copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy item (job, position, label, method, path, sent, after, blocked) from stdin");
    }

    /// @param after positions of those that are to be done first
    void add(Operation operation, Collection<Integer> after) throws SQLException, IOException {
        var position = count++;
        waiting.write("%s\t%d\t%s\t%s\t%s\t%s\t%s\t%b\n"
                .formatted(
                        job,
                        position,
                        operation.name() == null ? "\\N" : operation.name(),
                        operation.method(),
                        operation.path(),
                        sealed(position, operation.contents()),
                        after.isEmpty()
                                ? "\\N"
                                : after.stream().map(String::valueOf).collect(joining(",", "{", "}")),
                        !after.isEmpty())
                .getBytes(UTF_8));
        if (waiting.size() > CHUNK) {
            flush();
        }
    }

    int count() {
        return count;
    }

    void finish() throws SQLException {
        flush();
        copy.endCopy();
    }

    /// What was not finished never was.
    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    private void flush() throws SQLException {
        copy.writeToCopy(waiting.toByteArray(), 0, waiting.size());
        waiting.reset();
    }

    private String sealed(int position, @Nullable Contents contents) throws IOException {
        return contents == null || contents.equals(Contents.NOTHING)
                ? "\\N"
                : "\\\\x"
                        + HexFormat.of()
                                .formatHex(sealer.seal(Item.seal(job, position), json.writeValueAsBytes(contents)));
    }
}
