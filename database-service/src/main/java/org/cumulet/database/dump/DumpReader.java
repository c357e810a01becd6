package org.cumulet.database.dump;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Reads a dump to its last line; one that has none is not whole.
public final class DumpReader {

    private static final int CHUNK = 1 << 16;
    private static final String ROWS_END = "\\.";

    /// Who does what a dump says.
    public interface Player {

        void run(String statement) throws SQLException;

        /// A statement that reads rows, and the rows, each with its line feed.
        void copy(String statement, Lines rows) throws SQLException, IOException;
    }

    /// Lines, one after the other; null after the last.
    @FunctionalInterface
    public interface Lines {
        byte @Nullable [] next() throws IOException;
    }

    private final InputStream in;

    public DumpReader(InputStream in) {
        this.in = new BufferedInputStream(in, CHUNK);
    }

    public void play(Player player) throws IOException, SQLException {
        var title = text(line());
        if (!title.startsWith(DumpWriter.TITLE)) {
            throw new Damaged("this is no dump of ours", null);
        }
        var mark = title.substring(DumpWriter.TITLE.length());
        for (var first = text(line()); !first.equals(DumpWriter.END); first = text(line())) {
            if (!first.startsWith("delimiter ")) {
                play(player, statement(first, mark));
            }
        }
    }

    private void play(Player player, String statement) throws IOException, SQLException {
        if (statement.startsWith("COPY ")) {
            player.copy(statement, this::row);
        } else {
            player.run(statement);
        }
    }

    private String statement(String first, String mark) throws IOException {
        var statement = new StringBuilder(first);
        for (var next = text(line()); !next.equals(mark); next = text(line())) {
            statement.append('\n').append(next);
        }
        return statement.toString();
    }

    private byte @Nullable [] row() throws IOException {
        var row = line();
        return row.length == 3 && text(row).equals(ROWS_END) ? null : row;
    }

    private static String text(byte[] line) {
        return new String(line, 0, line.length - 1, UTF_8);
    }

    /// With its line feed.
    private byte[] line() throws IOException {
        var line = new ByteArrayOutputStream(128);
        int next;
        do {
            next = in.read();
            if (next < 0) {
                throw new Damaged("it ends before its end", null);
            }
            line.write(next);
        } while (next != '\n');
        return line.toByteArray();
    }
}
