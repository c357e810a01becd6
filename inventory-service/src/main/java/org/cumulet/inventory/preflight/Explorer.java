package org.cumulet.inventory.preflight;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.cumulet.events.Service;
import org.cumulet.inventory.InventorySettings;
import org.cumulet.inventory.fact.Facts.FirewallRule;
import org.cumulet.inventory.host.Host;
import org.cumulet.inventory.probe.FirewallReader;
import org.cumulet.saga.Retry;
import org.cumulet.ssh.Command;
import org.cumulet.ssh.CommandRunner;
import org.cumulet.ssh.Machine;
import org.cumulet.ssh.MachineFault;

/// Lets hosts try out what they can reach. Everything that is asked here only reads.
@Singleton
class Explorer {

    private static final String SCRIPT = text();
    private static final String PINGS = """
            mark=$1
            shift
            for target; do
                { said=$(ping -n -c 1 -W 1 "$target" 2>&1) && status=0 || status=$?
                printf '%s %s\\n$ %s\\n%s\\n= %s\\n' "$mark" "$target" "ping -n -c 1 -W 1 $target" "$said" "$status"; } &
            done
            wait
            echo "$mark end"
            """;

    private final CommandRunner runner;
    private final InventorySettings.Preflight settings;
    private final PerMachine<List<String>, Map<String, Said.Answer>> pinging;
    private final PerMachine<Asked, WayOut> waysOut;

    Explorer(@Service("inventory") CommandRunner runner, InventorySettings settings) {
        this.runner = runner;
        this.settings = settings.preflight();
        var patience = this.settings.timeout().multipliedBy(3);
        this.pinging = new PerMachine<>(patience, this::pingsOfMany);
        this.waysOut = new PerMachine<>(patience, this::waysOutOfMany);
    }

    private record Asked(String name, String outside) {}

    /// What a host that is others' way out says.
    record WayOut(Said said, List<FirewallRule> firewall) {}

    /// What a host says when it tries the others and the outside.
    Said explore(Host host, List<Host> others, String outside) {
        var arguments = new ArrayList<>(List.of(outside, host.name()));
        others.stream()
                .filter(other -> other.address() != null)
                .map(other -> "%s=%s".formatted(other.name(), other.address()))
                .forEach(arguments::add);
        return explore(host.machine(), arguments);
    }

    private Said explore(Machine machine, List<String> arguments) {
        return ask(machine, SCRIPT, arguments).orElseGet(() -> new Said(Map.of()));
    }

    /// What a host that many others ask about, since it is their way out, says of it; empty where it cannot be asked.
    Optional<WayOut> wayOut(Host host, String outside) throws InterruptedException {
        try {
            return Optional.of(waysOut.ask(host.machine(), new Asked(host.name(), outside)));
        } catch (MachineFault | Retry fault) {
            return Optional.empty();
        }
    }

    private List<WayOut> waysOutOfMany(Machine machine, List<Asked> questions) {
        var answers = new HashMap<Asked, WayOut>();
        for (var asked : questions) {
            answers.computeIfAbsent(
                    asked,
                    _ -> new WayOut(explore(machine, List.of(asked.outside(), asked.name())), firewall(machine)));
        }
        return questions.stream().map(answers::get).toList();
    }

    /// What a host says when it pings these addresses; nothing where it cannot be asked.
    Map<String, Said.Answer> pings(Host from, List<String> addresses) throws InterruptedException {
        try {
            return pinging.ask(from.machine(), addresses);
        } catch (MachineFault | Retry fault) {
            return Map.of();
        }
    }

    private List<Map<String, Said.Answer>> pingsOfMany(Machine machine, List<List<String>> questions) {
        var all = questions.stream().flatMap(List::stream).distinct().toList();
        var answers = ask(machine, PINGS, all).map(Said::answers).orElseGet(Map::of);
        return questions.stream().map(wanted -> only(wanted, answers)).toList();
    }

    private static Map<String, Said.Answer> only(List<String> wanted, Map<String, Said.Answer> answers) {
        var own = new LinkedHashMap<>(answers);
        own.keySet().retainAll(wanted);
        return own;
    }

    /// The rules of a host's firewall, as they are now; none where it cannot be asked.
    List<FirewallRule> firewall(Host host) {
        return firewall(host.machine());
    }

    private List<FirewallRule> firewall(Machine machine) {
        try {
            var command = Command.sh(
                            "PATH=$PATH:/usr/sbin:/sbin; [ \"$(id -u)\" = 0 ] && exec nft -a list ruleset; exec sudo -n nft -a"
                                    + " list ruleset")
                    .within(settings.timeout());
            var said = runner.run(machine, command);
            return said.ok() ? FirewallReader.rules(said.stdout()) : List.of();
        } catch (MachineFault fault) {
            return List.of();
        }
    }

    private Optional<Said> ask(Machine machine, String script, List<String> arguments) {
        var mark = UUID.randomUUID().toString();
        var all = new ArrayList<>(List.of(mark));
        all.addAll(arguments);
        var command = Command.sh(script, all.toArray(String[]::new)).within(settings.timeout());
        return Said.read(mark, runner.run(machine, command).stdout());
    }

    private static String text() {
        try (var script = Explorer.class.getResourceAsStream("/org/cumulet/inventory/preflight/preflight.sh")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
