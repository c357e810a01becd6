package org.cumulet.inventory.preflight;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cumulet.inventory.step.StepName;

/// Whether hosts know each other by name.
record NameChecks(Sight sight) {

    Stream<Check> all() {
        return Stream.of(hostsFile(), names());
    }

    /// A line that says another address than ours wins over any name server.
    private Check hostsFile() {
        var said = sight.answer("hosts-file");
        if (said.isEmpty()) {
            return Check.skipped("hosts-file", "The host did not show it.");
        }
        var wrong = wrongLines(said.get().output());
        return wrong.isEmpty()
                ? Check.ok("hosts-file", said.get().evidence())
                : Check.failed(
                        "hosts-file",
                        wrong.stream().map(WrongLine::sentence).collect(Collectors.joining(" ")),
                        said.get().evidence(),
                        new Check.Fix(
                                sight.host().name(),
                                "sed -i '%s' /etc/hosts"
                                        .formatted(wrong.stream()
                                                .map(line -> "%ds/^[^ \\t]*/%s/".formatted(line.number(), line.right()))
                                                .collect(Collectors.joining("; ")))));
    }

    private record WrongLine(int number, String name, String says, String right) {
        String sentence() {
            return "Line %d of /etc/hosts says that %s is %s, but it is %s.".formatted(number, name, says, right);
        }
    }

    private List<WrongLine> wrongLines(String text) {
        var known = sight.byName();
        var wrong = new ArrayList<WrongLine>();
        var number = 0;
        for (var line : text.lines().toList()) {
            number++;
            var words = line.replaceFirst("#.*$", "").strip().split("\\s+");
            for (var at = 1; at < words.length; at++) {
                var machine = known.get(words[at]);
                if (machine != null && !machine.addresses().contains(words[0])) {
                    wrong.add(new WrongLine(number, words[at], words[0], machine.address()));
                }
            }
        }
        return wrong;
    }

    private Check names() {
        var unknown = new ArrayList<String>();
        var wrong = new ArrayList<String>();
        sight.byName()
                .forEach((name, machine) -> sight.answer("resolve:" + name).ifPresent(answer -> {
                    if (!answer.ok() || answer.output().isEmpty()) {
                        unknown.add(name);
                    } else if (answer.output()
                            .lines()
                            .noneMatch(line ->
                                    machine.addresses().contains(line.strip().split("\\s+")[0]))) {
                        wrong.add(name);
                    }
                }));
        if (unknown.isEmpty() && wrong.isEmpty()) {
            return Check.ok("names", null);
        }
        var shown = Stream.concat(wrong.stream(), unknown.stream()).findFirst().orElseThrow();
        var cause = wrong.isEmpty()
                ? "These hosts are not known by name: %s.".formatted(String.join(", ", unknown))
                : "These names lead to another address than the host's: %s.".formatted(String.join(", ", wrong));
        return Check.failed(
                "names",
                cause,
                sight.evidence("resolve:" + shown),
                new Check.Fix(
                        sight.host().name(),
                        Stream.concat(wrong.stream(), unknown.stream())
                                .map(name -> "echo '%s %s' >> /etc/hosts".formatted(address(name), name))
                                .collect(Collectors.joining("; ")),
                        StepName.HOSTS_FILE));
    }

    private String address(String name) {
        return sight.byName().get(name) instanceof Sight.Machine machine ? machine.address() : "ADDRESS";
    }
}
