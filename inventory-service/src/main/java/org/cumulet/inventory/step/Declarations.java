package org.cumulet.inventory.step;

import jakarta.inject.Singleton;
import java.util.Objects;
import org.cumulet.inventory.InventorySettings;
import org.cumulet.inventory.host.Host;
import org.cumulet.inventory.host.HostService;

/// Declares hosts, by what is known of them and of the others now.
@Singleton
public class Declarations {

    private final HostService hosts;
    private final InventorySettings.Prepare settings;

    Declarations(HostService hosts, InventorySettings settings) {
        this.hosts = hosts;
        this.settings = settings.prepare();
    }

    /// @throws Declaration.Undeclarable when nobody knows yet what this host is
    public Declaration of(Host host, Wish wish) {
        var facts = host.facts();
        if (facts == null) {
            throw new Declaration.Undeclarable("Host '%s' has not been looked at yet: it is %s."
                    .formatted(host.name(), host.state().text()));
        }
        var timeSource = Objects.requireNonNullElse(wish.timeSource(), settings.timeSource());
        return new Declaration(host, facts, hosts.neighbours(), wish, timeSource);
    }
}
