package org.cumulet.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/// What a benchmark found: a table for people, JSON for programs.
interface Measured {

    /// Whether something did not come to a good end.
    boolean hasFailures();

    void print(PrintStream out);

    default void write(Path file) throws IOException {
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), this);
    }
}
