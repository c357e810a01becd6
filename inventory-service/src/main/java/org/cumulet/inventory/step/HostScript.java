package org.cumulet.inventory.step;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The script that a host runs: the engine, and a plan of calls.
record HostScript(List<Step> steps) {

    private static final String ENGINE = text("engine.sh");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9./_=+:@-]+");

    String text() {
        var plan = new StringBuilder(ENGINE).append("\nplan() {\n    :\n");
        for (var step : steps) {
            plan.append("    step ").append(word(step.name().text())).append('\n');
            step.items().forEach(item -> plan.append("    ").append(call(item)).append('\n'));
        }
        return plan.append("}\n\nmain \"$@\"\n").toString();
    }

    private static String call(Item item) {
        return String.join(" ", item.words().stream().map(HostScript::word).toList());
    }

    /// Nothing that a shell could read as anything but a word gets into a script.
    private static String word(String word) {
        if (!WORD.matcher(word).matches()) {
            throw new IllegalArgumentException("not a word: " + word);
        }
        return word;
    }

    /// What differs, of what a host said to `look`; empty where it did not come to the end.
    Optional<List<Change>> differences(String mark, String said) {
        var answers = said.lines()
                .filter(line -> line.startsWith(mark + " "))
                .map(line -> line.substring(mark.length() + 1))
                .toList();
        if (answers.isEmpty() || !answers.getLast().equals("end")) {
            return Optional.empty();
        }
        var looked = looked().toList();
        if (looked.size() != answers.size() - 1) {
            return Optional.empty();
        }
        var changes = new ArrayList<Change>();
        for (var at = 0; at < looked.size(); at++) {
            var answer = answers.get(at);
            var is = Base64Text.read(answer.substring(answer.indexOf(' ') + 1));
            var item = looked.get(at).item();
            if (!item.fits(is)) {
                changes.add(Change.of(looked.get(at).step(), item, is));
            }
        }
        return Optional.of(changes);
    }

    private record Looked(StepName step, Item item) {}

    /// Everything that says of itself what is there, in the order of the plan.
    private Stream<Looked> looked() {
        return steps.stream()
                .flatMap(step -> step.items().stream()
                        .filter(item -> !(item instanceof Item.Tell))
                        .map(item -> new Looked(step.name(), item)));
    }

    static String text(String name) {
        try (var script = HostScript.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
