package org.cumulet.systemtests.cloud;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What a page says was typed at a shell, and what came back.
///
/// @param typed the commands, one or more lines each, as one script
/// @param answered the lines that they print
public record Console(String typed, List<String> answered) {

    /// The consoles of one section of a page, as one.
    public static Console of(Path page, String section) {
        var typed = new StringBuilder();
        var answered = new ArrayList<String>();
        var inSection = false;
        var inConsole = false;
        var inCommand = false;
        for (var line : lines(page)) {
            if (line.startsWith("## ")) {
                inSection = line.equals("## " + section);
            } else if (line.startsWith("```")) {
                inConsole = line.equals("```console");
            } else if (inSection && inConsole) {
                inCommand = line.startsWith("$ ") || inCommand && line.startsWith("    ");
                if (inCommand) {
                    typed.append(line.startsWith("$ ") ? line.substring(2) : line)
                            .append('\n');
                } else {
                    answered.add(line);
                }
            }
        }
        return new Console(typed.toString(), List.copyOf(answered));
    }

    private static List<String> lines(Path page) {
        try {
            return Files.readAllLines(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
