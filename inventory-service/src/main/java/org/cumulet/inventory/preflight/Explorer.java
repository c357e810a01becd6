package org.cumulet.inventory.preflight;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
import org.cumulet.ssh.Command;
import org.cumulet.ssh.CommandRunner;
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

    Explorer(@Service("inventory") CommandRunner runner, InventorySettings settings) {
        this.runner = runner;
        this.settings = settings.preflight();
    }

    /// What a host says when it tries the others and the outside.
    Said explore(Host host, List<Host> others, String outside) {
        var arguments = new ArrayList<>(List.of(outside, host.name()));
        others.stream()
                .filter(other -> other.address() != null)
                .map(other -> "%s=%s".formatted(other.name(), other.address()))
                .forEach(arguments::add);
        return ask(host, SCRIPT, arguments).orElseGet(() -> new Said(Map.of()));
    }

    /// What a host says when it pings these addresses; nothing where it cannot be asked.
    Map<String, Said.Answer> pings(Host from, List<String> addresses) {
        try {
            var answers = new LinkedHashMap<>(
                    ask(from, PINGS, addresses).map(Said::answers).orElseGet(Map::of));
            answers.keySet().retainAll(addresses);
            return answers;
        } catch (MachineFault fault) {
            return Map.of();
        }
    }

    /// The rules of a host's firewall, as they are now; none where it cannot be asked.
    List<FirewallRule> firewall(Host host) {
        try {
            var command = Command.sh(
                            "PATH=$PATH:/usr/sbin:/sbin; [ \"$(id -u)\" = 0 ] && exec nft -a list ruleset; exec sudo -n nft -a"
                                    + " list ruleset")
                    .within(settings.timeout());
            var said = runner.run(host.machine(), command);
            return said.ok() ? FirewallReader.rules(said.stdout()) : List.of();
        } catch (MachineFault fault) {
            return List.of();
        }
    }

    private Optional<Said> ask(Host host, String script, List<String> arguments) {
        var mark = UUID.randomUUID().toString();
        var all = new ArrayList<>(List.of(mark));
        all.addAll(arguments);
        var command = Command.sh(script, all.toArray(String[]::new)).within(settings.timeout());
        return Said.read(mark, runner.run(host.machine(), command).stdout());
    }

    private static String text() {
        try (var script = Explorer.class.getResourceAsStream("/org/cumulet/inventory/preflight/preflight.sh")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
