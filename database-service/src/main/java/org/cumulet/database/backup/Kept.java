package org.cumulet.database.backup;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cumulet.database.dump.Contents;
import org.jspecify.annotations.Nullable;

/// A dump that is kept.
///
/// @param sha512 of the bytes as they are kept; they are found by it
/// @param sealedKey what they are encrypted with, sealed; null where they are not
record Kept(String sha512, long bytes, byte @Nullable [] sealedKey, Contents contents) {

    /// A line for each table: its rows, and its name, which may be any text but holds no NUL.
    String contentsText() {
        return contents.rows().entrySet().stream()
                .map(each -> each.getValue() + " "
                        + each.getKey().replace("\\", "\\\\").replace("\n", "\\n"))
                .collect(Collectors.joining("\n"));
    }

    static Contents contents(String text) {
        Map<String, Long> rows = new TreeMap<>();
        text.lines().forEach(line -> {
            var words = line.split(" ", 2);
            rows.put(unescaped(words[1]), Long.parseLong(words[0]));
        });
        return Contents.of(rows);
    }

    private static String unescaped(String name) {
        return name.replace("\\n", "\n").replace("\\\\", "\\");
    }
}
