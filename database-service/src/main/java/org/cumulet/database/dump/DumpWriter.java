package org.cumulet.database.dump;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.UUID;

/// Writes statements, each with a line after it that occurs nowhere else, since what is between may be any text.
final class DumpWriter {

    static final String TITLE = "-- Cumulet dump 1 ";
    static final String END = "-- end of the dump";

    private final OutputStream out;
    private final String mark;

    private DumpWriter(OutputStream out, String mark) throws IOException {
        this.out = out;
        this.mark = mark;
        line(TITLE + mark);
    }

    /// What `mariadb` and `mysql` read.
    static DumpWriter forMariaDb(OutputStream out) throws IOException {
        var writer = new DumpWriter(out, ";;" + random());
        writer.line("delimiter " + writer.mark);
        return writer;
    }

    /// What `psql` reads.
    static DumpWriter forPostgres(OutputStream out) throws IOException {
        return new DumpWriter(out, ";--" + random());
    }

    private static String random() {
        return UUID.randomUUID().toString().substring(24);
    }

    void statement(String statement) throws IOException {
        line(statement);
        line(mark);
    }

    /// A statement and the rows that it reads, in the engine's own text.
    Rows copy(String statement) throws IOException {
        statement(statement);
        return new Rows();
    }

    /// The last line: without it the dump is not whole.
    void end() throws IOException {
        line(END);
        out.flush();
    }

    private void line(String text) throws IOException {
        out.write(text.getBytes(UTF_8));
        out.write('\n');
    }

    /// Rows as the server writes them.
    final class Rows extends OutputStream {

        @Override
        public void write(int b) throws IOException {
            out.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            out.write("\\.\n".getBytes(US_ASCII));
        }
    }
}
