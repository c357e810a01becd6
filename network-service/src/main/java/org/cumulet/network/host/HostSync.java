package org.cumulet.network.host;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.cumulet.api.fault.Fault;
import org.cumulet.events.Service;
import org.cumulet.network.port.PortService;
import org.cumulet.ssh.Command;
import org.cumulet.ssh.CommandRunner;
import org.cumulet.ssh.Machine;
import org.cumulet.ssh.MachineFault;
import org.jboss.logging.Logger;

/// Makes a host have what the records say: one script, one round trip, whatever was there before.
@Singleton
class HostSync {

    private static final Logger LOG = Logger.getLogger(HostSync.class);

    private static final int ATTEMPTS = 3;

    private final Hosts hosts;
    private final HostPlans plans;
    private final HostLedger ledger;
    private final PortService ports;
    private final CommandRunner runner;
    private final HostSettings settings;
    private final Lanes<HostReport> lanes;

    HostSync(
            Hosts hosts,
            HostPlans plans,
            HostLedger ledger,
            PortService ports,
            @Service("network") CommandRunner runner,
            HostSettings settings) {
        this.hosts = hosts;
        this.plans = plans;
        this.ledger = ledger;
        this.ports = ports;
        this.runner = runner;
        this.settings = settings;
        this.lanes = new Lanes<>(settings.parallel(), this::run);
    }

    /// What came of a run that begins after this call.
    CompletableFuture<HostReport> next(String host) {
        return lanes.next(host);
    }

    private HostReport run(String host) {
        try {
            var machine = hosts.find(host).orElseThrow(() -> lost(host));
            return machine.kind() == Machine.Kind.SIMULATED ? onPaper(machine) : on(machine);
        } catch (Fault.NotFound e) {
            throw e;
        } catch (MachineFault e) {
            hosts.forget(host);
            ledger.failed(host, String.valueOf(e.getMessage()));
            throw new Fault.Unavailable(String.valueOf(e.getMessage())).because(e);
        } catch (RuntimeException e) {
            ledger.failed(host, String.valueOf(e.getMessage()));
            throw e;
        }
    }

    private Fault lost(String host) {
        ledger.lost(host);
        return new Fault.NotFound("Host", host);
    }

    private HostReport onPaper(Machine machine) {
        var plan = plans.onPaper(machine, plans.read(machine.id(), plans.generation()));
        return told(plan, HostReport.allOf(plan));
    }

    /// A host that has heard of a newer plan does nothing: then ours must become newer still.
    private HostReport on(Machine machine) {
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var plan = plans.of(machine, plans.read(machine.id(), plans.generation()));
            var command = Command.bash(Script.of(plan)).within(settings.timeout());
            var report = HostReport.read(runner.run(machine, command)
                    .orThrow(machine, "the setting up of networks")
                    .stdout());
            if (!report.superseded()) {
                return told(plan, report);
            }
        }
        throw new Fault.Unavailable("Host %s follows newer plans than ours.".formatted(machine.id()));
    }

    private HostReport told(HostPlan plan, HostReport report) {
        ports.realised(
                plan.host(),
                report.carried().stream()
                        .flatMap(network -> plan.ports().getOrDefault(network, List.of()).stream())
                        .toList());
        if (report.isClean()) {
            ledger.synced(plan);
        } else {
            LOG.warnf("host %s: %s", plan.host(), report.complaint());
            ledger.failed(plan.host(), report.complaint());
        }
        return report;
    }
}
