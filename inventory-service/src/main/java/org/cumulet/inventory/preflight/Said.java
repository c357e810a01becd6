package org.cumulet.inventory.preflight;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a host said while it tried things out, section by section.
record Said(Map<String, Answer> answers) {

    private static final int LONGEST = 4000;

    /// @param status how the command ended; 0 is well
    record Answer(String command, String output, int status) {

        boolean ok() {
            return status == 0;
        }

        Check.Evidence evidence() {
            var cut = output.length() > LONGEST ? output.substring(0, LONGEST) + "…" : output;
            return new Check.Evidence(command, cut);
        }
    }

    /// Empty where the host did not come to the end.
    static Optional<Said> read(String mark, String text) {
        var answers = new LinkedHashMap<String, Answer>();
        var name = "";
        var lines = new ArrayList<String>();
        for (var line : text.lines().toList()) {
            if (line.startsWith(mark + " ")) {
                name = line.substring(mark.length() + 1);
                lines.clear();
            } else if (line.matches("= [0-9]{1,3}") && !lines.isEmpty()) {
                answers.put(name, answer(lines, Integer.parseInt(line.substring(2))));
                lines.clear();
            } else {
                lines.add(line);
            }
        }
        return name.equals("end") ? Optional.of(new Said(answers)) : Optional.empty();
    }

    private static Answer answer(List<String> lines, int status) {
        var command = lines.getFirst().replaceFirst("^\\$ ", "");
        return new Answer(
                command, String.join("\n", lines.subList(1, lines.size())).strip(), status);
    }

    Optional<Answer> answer(String name) {
        return Optional.ofNullable(answers.get(name));
    }

    /// Sections such as `ping:compute2`, by what follows the colon.
    Map<String, Answer> all(String kind) {
        var found = new LinkedHashMap<String, Answer>();
        answers.forEach((name, answer) -> {
            if (name.startsWith(kind + ":")) {
                found.put(name.substring(kind.length() + 1), answer);
            }
        });
        return found;
    }
}
