package org.cumulet.inventory.host;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.cumulet.inventory.fact.Facts;
import org.cumulet.inventory.fact.Findings;

/// Hosts as they are after the first look at them.
public final class KnownHosts {

    private KnownHosts() {}

    /// A host with eth0 (its address, /24, and the default route) and the bare eth1.
    public static Host of(String name, String address, String distribution, List<HostRole> roles) {
        var wish = NewHost.of(name, null, address, null, null, null, true, null, null, null, null, null, roles, null);
        var host = Host.of(wish, Instant.EPOCH);
        host.found(new Findings.Answers(facts(name, address, distribution)), Instant.EPOCH);
        return host;
    }

    private static Facts facts(String name, String address, String distribution) {
        var manager = distribution.contains("Debian") ? "network-manager" : "NetworkManager";
        return new Facts(
                new Facts.Cpu("Some CPU", 1, 4, 1, 4, List.of("vmx")),
                new Facts.Memory(8000, 4000),
                new Facts.Disk("/", 100, 50),
                List.of(
                        new Facts.Nic("eth0", null, true, 1500, List.of(address + "/24"), null, null),
                        new Facts.Nic("eth1", null, true, 1500, List.of(), null, null)),
                new Facts.OperatingSystem(name, distribution, "6.1", "x86_64"),
                new Facts.Virtualization("9.0.0", "7.2.0", true, null),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new Facts.Route("default", "192.0.2.1", "eth2", null)),
                Map.of(manager, "1.42"),
                null,
                List.of(),
                List.of());
    }
}
