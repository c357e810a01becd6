package org.cumulet.inventory.drift;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.cumulet.api.fault.Fault;
import org.cumulet.inventory.host.Host;
import org.cumulet.inventory.host.HostService;
import org.cumulet.inventory.preparation.PreparationService;
import org.cumulet.inventory.step.Change;
import org.cumulet.inventory.step.Declaration;
import org.cumulet.inventory.step.Declarations;
import org.cumulet.inventory.step.HostSteps;
import org.cumulet.ssh.MachineFault;

/// Holds hosts against what was declared when they were prepared.
@Singleton
class DriftService {

    private final HostService hosts;
    private final DriftRecords records;
    private final PreparationService preparations;
    private final Declarations declarations;
    private final HostSteps steps;

    DriftService(
            HostService hosts,
            DriftRecords records,
            PreparationService preparations,
            Declarations declarations,
            HostSteps steps) {
        this.hosts = hosts;
        this.records = records;
        this.preparations = preparations;
        this.declarations = declarations;
        this.steps = steps;
    }

    Standard show(String id) {
        return standard(hosts.named(id, DriftRule.SHOW));
    }

    Standard check(String id) {
        var host = hosts.named(id, DriftRule.CHECK);
        standard(host);
        check(host);
        return standard(host);
    }

    /// @return the preparation that brings it back
    UUID repair(String id) {
        var host = hosts.named(id, DriftRule.REPAIR);
        return preparations.repeat(id, standard(host).preparation(), DriftRule.REPAIR);
    }

    private Standard standard(Host host) {
        return records.of(host.id())
                .orElseThrow(() -> new Fault.Conflict(
                        "Host '%s' has not been prepared, so nothing is declared for it.".formatted(host.name())));
    }

    void check(UUID id) {
        hosts.known(id).ifPresent(this::check);
    }

    private void check(Host host) {
        records.of(host.id()).ifPresent(standard -> {
            try {
                records.found(host, standard.preparation(), differences(host, standard));
            } catch (MachineFault | Declaration.Undeclarable e) {
                records.notFoundOut(host, standard.preparation(), String.valueOf(e.getMessage()));
            }
        });
    }

    private List<Change> differences(Host host, Standard standard) {
        var wish = preparations.wishOf(standard.preparation());
        return steps.differences(host, declarations.of(host, wish).steps());
    }
}
