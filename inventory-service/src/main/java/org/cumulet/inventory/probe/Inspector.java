package org.cumulet.inventory.probe;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.cumulet.events.Service;
import org.cumulet.inventory.InventorySettings;
import org.cumulet.inventory.fact.Facts;
import org.cumulet.inventory.host.Host;
import org.cumulet.ssh.CommandRunner;
import org.jspecify.annotations.Nullable;

/// Asks a host what it is, in one round trip.
@Singleton
public class Inspector {

    private final CommandRunner runner;
    private final Clock clock;
    private final InventorySettings settings;

    Inspector(
            @Service("inventory") CommandRunner runner, @Service("inventory") Clock clock, InventorySettings settings) {
        this.runner = runner;
        this.clock = clock;
        this.settings = settings;
    }

    /// @param libvirtComplaint null where libvirt answers
    public record Seen(Facts facts, @Nullable String libvirtComplaint) {}

    /// Empty where the host does not run what it is asked to. What else goes wrong is a fault of the machine.
    public Optional<Seen> look(Host host) {
        var script = ProbeScript.fresh();
        var command = script.command(settings.instancesPath(), settings.probe().timeout());
        var asked = clock.instant();
        var said = runner.run(host.machine(), command).orThrow(host.machine(), "looking at it");
        var answered = clock.instant();
        return script.sections(said.stdout())
                .map(sections -> new FactsReader(sections, asked, answered))
                .map(reader -> new Seen(reader.facts(), reader.libvirtComplaint()));
    }
}
