package org.cumulet.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who listens to events of today understands those of tomorrow. `contracts/events/promised.txt` holds every field that
/// was ever promised; `-Dcumulet.contracts.write` adds what is new to it and takes nothing away.
class PromisesAreKeptTest {

    private static final Path PROMISED = EventContract.folder().resolve("promised.txt");

    @Test
    void noSchemaTakesBackWhatWasPromised() throws IOException {
        var today = today();

        assertThat(promised())
                .as("fields that consumers rely on: keep them, or promise another type of event beside this one")
                .allMatch(field -> today.stream().anyMatch(it -> it.keeps(field)));
    }

    @Test
    void whatIsNewIsPromised() throws IOException {
        var known = promised();
        var added = today().stream()
                .filter(field -> known.stream()
                        .noneMatch(it ->
                                it.path().equals(field.path()) && it.type().equals(field.type())))
                .toList();
        if (System.getProperty("cumulet.contracts.write") != null) {
            write(known, added);
        } else {
            assertThat(added)
                    .as("run the test again with -Dcumulet.contracts.write")
                    .isEmpty();
        }
    }

    @Nested
    class AField {

        @ParameterizedTest
        @CsvSource({
            "t a string required,     t a string required,          true",
            "t a string required,     t a string optional,          true",
            "t a string optional,     t a string required,          false",
            "t a string required,     t a null|string required,     true",
            "t a null|string required,t a string required,          false",
            "t a string:uuid required,t a string:date-time required,false",
            "t a integer required,    t a string required,          false",
            "t a x required,          t a x|y required,             true",
            "t a x|y|z required,      t a x|y required,             false",
            "t b string required,     t a string required,          false",
            "u a string required,     t a string required,          false",
        })
        void keepsWhatWasPromisedOfIt(String now, String then, boolean keeps) {
            assertThat(PromisedField.parse(now).keeps(PromisedField.parse(then)))
                    .isEqualTo(keeps);
        }
    }

    private static List<PromisedField> today() {
        return EventContract.types().stream()
                .map(EventContract::of)
                .flatMap(PromisedField::of)
                .toList();
    }

    private static List<PromisedField> promised() throws IOException {
        return Files.readAllLines(PROMISED).stream().map(PromisedField::parse).toList();
    }

    private static void write(List<PromisedField> known, List<PromisedField> added) throws IOException {
        SortedSet<String> lines = new TreeSet<>();
        known.forEach(field -> lines.add(field.toString()));
        added.forEach(field -> lines.add(field.toString()));
        Files.write(PROMISED, lines);
    }
}
