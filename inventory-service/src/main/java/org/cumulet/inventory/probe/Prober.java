package org.cumulet.inventory.probe;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Objects;
import org.cumulet.events.Service;
import org.cumulet.inventory.fact.Facts;
import org.cumulet.inventory.fact.Findings;
import org.cumulet.inventory.fact.Hypervisor;
import org.cumulet.inventory.host.Host;
import org.cumulet.inventory.host.HostProbes;
import org.cumulet.inventory.host.HostRole;
import org.cumulet.inventory.host.ProbeOrder;
import org.cumulet.inventory.host.VirtType;
import org.cumulet.ssh.HostKeys;
import org.cumulet.ssh.MachineFault;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Looks at one host: what it is, and whether servers can run there.
@Singleton
class Prober {

    private static final Logger LOG = Logger.getLogger(Prober.class);

    private final HostProbes probes;
    private final Inspector inspector;
    private final HostKeys hostKeys;

    Prober(HostProbes probes, Inspector inspector, @Service("inventory") HostKeys hostKeys) {
        this.probes = probes;
        this.inspector = inspector;
        this.hostKeys = hostKeys;
    }

    void probe(ProbeOrder order) {
        probes.report(order, look(order));
    }

    private Findings look(ProbeOrder order) {
        var host = order.host();
        try {
            return switch (host.kind()) {
                case SIMULATED ->
                    new Findings.Works(Hypervisor.SIMULATED, Objects.requireNonNull(host.capacity()), null);
                case LOCAL -> ask(host);
                case SSH -> host.hostKey() == null ? getToKnow(order) : ask(host);
            };
        } catch (MachineFault fault) {
            return findings(fault);
        } catch (RuntimeException defect) {
            LOG.errorf(defect, "Looking at host %s failed", host.name());
            return new Findings.DoesNotWork("Looking at it failed; the log of the inventory says why.", null);
        }
    }

    /// The host key that is shown now is the one to believe in from now on.
    private Findings getToKnow(ProbeOrder order) {
        var host = order.host();
        try {
            var address = Objects.requireNonNull(host.address());
            var key = hostKeys.fetch(address, Objects.requireNonNull(host.port()));
            LOG.infof("Host %s shows host key %s, which is believed from now on", host.name(), key.fingerprint());
            return probes.pin(order, key.fingerprint())
                    .map(this::ask)
                    .orElseGet(() -> new Findings.Silent("It was described anew while we asked for its host key."));
        } catch (IOException e) {
            return new Findings.Silent("It shows no host key: %s".formatted(e.getMessage()));
        }
    }

    private static Findings findings(MachineFault fault) {
        var why = String.valueOf(fault.getMessage());
        return switch (fault) {
            case MachineFault.Unreachable _, MachineFault.Lost _ -> new Findings.Silent(why);
            case MachineFault.HostKeyChanged changed ->
                new Findings.ShowsAnotherKey(
                        "%s. If that is meant, change the host's host_key to %s.".formatted(why, changed.offered()),
                        changed.offered());
            case MachineFault.LoginRefused _ -> new Findings.Refuses(why);
            case MachineFault.CommandFailed _, MachineFault.TransferFailed _ -> new Findings.DoesNotWork(why, null);
        };
    }

    private Findings ask(Host host) {
        return inspector
                .look(host)
                .map(seen -> judge(host, seen.facts(), seen.libvirtComplaint()))
                .orElseGet(() -> new Findings.DoesNotWork(
                        "It lets us in but does not run what we ask for; is there a forced command for our key?",
                        null));
    }

    private static Findings judge(Host host, Facts facts, @Nullable String complaint) {
        if (facts.memory().totalMb() < 1 || facts.disk().totalGb() < 1) {
            return new Findings.DoesNotWork("It does not say how much memory and disk it has.", facts);
        }
        if (!host.roles().contains(HostRole.COMPUTE)) {
            return new Findings.Answers(facts);
        }
        if (complaint != null) {
            return new Findings.DoesNotWork("libvirt does not work there: %s".formatted(complaint), facts);
        }
        return hypervisor(host.virtType(), facts);
    }

    private static Findings hypervisor(VirtType wish, Facts facts) {
        var kvm = facts.virtualization().kvm();
        return switch (wish) {
            case AUTO -> works(kvm ? Hypervisor.KVM : Hypervisor.QEMU, facts);
            case QEMU -> works(Hypervisor.QEMU, facts);
            case KVM ->
                kvm
                        ? works(Hypervisor.KVM, facts)
                        : new Findings.DoesNotWork(
                                "virt_type is kvm, but KVM does not work there: %s"
                                        .formatted(facts.virtualization().whyNotKvm()),
                                facts);
        };
    }

    private static Findings works(Hypervisor hypervisor, Facts facts) {
        return new Findings.Works(hypervisor, facts.capacity(), facts);
    }
}
