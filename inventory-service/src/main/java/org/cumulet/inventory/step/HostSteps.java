package org.cumulet.inventory.step;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cumulet.events.Service;
import org.cumulet.inventory.InventorySettings;
import org.cumulet.inventory.host.Host;
import org.cumulet.ssh.Command;
import org.cumulet.ssh.CommandRunner;
import org.cumulet.ssh.Machine;

/// Looks at hosts and lets them change themselves, each with one command. What cannot be done is a
/// [org.cumulet.ssh.MachineFault].
///
/// A change runs on the host by itself, in a folder of its own, and either ends well and is confirmed, or undoes
/// itself.
@Singleton
public class HostSteps {

    private static final String DRIVE = HostScript.text("drive.sh");
    private static final String FOLDER = "/var/lib/cumulet/preparations/";
    private static final int PATIENCE_SECONDS = 20;
    private static final Duration SLACK = Duration.ofSeconds(40);

    private final CommandRunner runner;
    private final InventorySettings.Prepare settings;

    HostSteps(@Service("inventory") CommandRunner runner, InventorySettings settings) {
        this.runner = runner;
        this.settings = settings.prepare();
    }

    /// How far a change has come on its host.
    public enum State {
        /// It has not begun.
        NONE,
        RUNNING,
        /// All is done, and undone again unless somebody confirms that the host can still be reached.
        WAITING,
        DONE,
        UNDOING,
        UNDONE,
        /// Undoing it failed.
        BROKEN
    }

    /// @param log the end of what the host noted
    public record Answer(State state, String log) {
        static Answer read(String said) {
            var parts = said.split("\n--\n", 2);
            return new Answer(
                    State.valueOf(parts[0].strip().toUpperCase(Locale.ROOT)), parts.length > 1 ? parts[1].strip() : "");
        }

        /// The last thing that the host noted.
        public String lastWords() {
            var lines = log.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
            return lines.isEmpty() ? "it does not say why" : lines.getLast();
        }

        /// The step that was under way at the end.
        public String lastStep() {
            return log.lines().filter(line -> line.startsWith("# ")).reduce("", (_, last) -> last.substring(2));
        }
    }

    /// What is not as it is declared; changes nothing.
    public List<Change> differences(Host host, List<Step> steps) {
        var script = new HostScript(steps);
        var mark = UUID.randomUUID().toString();
        var said = runner.run(host.machine(), sh(host, script.text(), List.of("look", mark), settings.lookTimeout()))
                .orThrow(host.machine(), "looking at what is there");
        return script.differences(mark, said.stdout())
                .orElseThrow(() ->
                        new IllegalStateException("host %s did not say all that it was asked".formatted(host.name())));
    }

    /// Starts a change, or joins the one that was started. Returns after a while also where it is not over.
    public Answer begin(Host host, UUID change, List<Step> steps) {
        return drive(host, driven(new HostScript(steps)), "begin", change);
    }

    /// @param was what was not as declared before; like `is` only where the answer is that all is done
    /// @param is what is not as declared after it
    public record Whole(Answer answer, List<Change> was, List<Change> is) {

        static Whole read(HostScript script, String mark, String said) {
            var rest = said.lines().filter(line -> !line.startsWith(mark + ":")).collect(Collectors.joining("\n"));
            return new Whole(
                    Answer.read(rest),
                    script.differences(mark + ":was", said).orElse(List.of()),
                    script.differences(mark + ":is", said).orElse(List.of()));
        }
    }

    /// All of it with one command, which nobody has to confirm. May also be running still.
    public Whole whole(Host host, UUID change, List<Step> steps) {
        var script = new HostScript(steps);
        return Whole.read(script, change.toString(), said(host, driven(script), "whole", change));
    }

    /// What was done stays.
    public Answer confirm(Host host, UUID change) {
        return drive(host, DRIVE, "confirm", change);
    }

    /// Undoes what is under way.
    public Answer cancel(Host host, UUID change) {
        return drive(host, DRIVE, "cancel", change);
    }

    /// Undoes what was done and confirmed.
    public Answer undo(Host host, UUID change) {
        return drive(host, DRIVE, "back", change);
    }

    private static String driven(HostScript script) {
        var coded = Base64.getEncoder().encodeToString(script.text().getBytes(StandardCharsets.UTF_8));
        return "SCRIPT=%s\n%s".formatted(coded, DRIVE);
    }

    private Answer drive(Host host, String script, String what, UUID change) {
        return Answer.read(said(host, script, what, change));
    }

    private String said(Host host, String script, String what, UUID change) {
        var guard = Long.toString(settings.guard().toSeconds());
        var arguments = List.of(what, FOLDER + change, guard, Integer.toString(PATIENCE_SECONDS));
        return runner.run(host.machine(), sh(host, script, arguments, SLACK))
                .orThrow(host.machine(), "preparing it")
                .stdout();
    }

    private static Command sh(Host host, String script, List<String> arguments, Duration timeout) {
        var command = Command.sh(script, arguments.toArray(String[]::new)).within(timeout);
        if (host.machine().kind() == Machine.Kind.LOCAL || "root".equals(host.user())) {
            return command;
        }
        var argv = new ArrayList<>(List.of("sudo", "-n"));
        argv.addAll(command.argv());
        return new Command(argv, command.input(), command.timeout(), command.outputLimit());
    }
}
