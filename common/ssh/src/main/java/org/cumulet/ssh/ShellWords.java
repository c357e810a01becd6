package org.cumulet.ssh;

import java.util.List;
import java.util.stream.Collectors;

/// SSH carries one line of shell and no arguments; this is the only place where one is made of the other.
final class ShellWords {

    private ShellWords() {}

    /// A line that any POSIX shell reads as exactly these words, whatever is in them.
    static String quote(List<String> words) {
        return words.stream().map(ShellWords::quote).collect(Collectors.joining(" "));
    }

    private static String quote(String word) {
        if (word.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("an argument cannot hold a NUL");
        }
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
