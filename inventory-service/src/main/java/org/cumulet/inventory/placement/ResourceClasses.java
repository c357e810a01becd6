package org.cumulet.inventory.placement;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.cumulet.api.fault.Fault;

/// Kinds of things that can be given away.
public final class ResourceClasses {

    public static final String VCPU = "VCPU";
    public static final String MEMORY_MB = "MEMORY_MB";
    public static final String DISK_GB = "DISK_GB";

    static final List<String> ALL = List.of(
            VCPU,
            MEMORY_MB,
            DISK_GB,
            "PCI_DEVICE",
            "SRIOV_NET_VF",
            "NUMA_SOCKET",
            "NUMA_CORE",
            "NUMA_THREAD",
            "NUMA_MEMORY_MB",
            "IPV4_ADDRESS",
            "VGPU",
            "VGPU_DISPLAY_HEAD",
            "NET_BW_EGR_KILOBIT_PER_SEC",
            "NET_BW_IGR_KILOBIT_PER_SEC",
            "PCPU",
            "MEM_ENCRYPTION_CONTEXT",
            "FPGA",
            "PGPU",
            "NET_PACKET_RATE_KILOPACKET_PER_SEC",
            "NET_PACKET_RATE_EGR_KILOPACKET_PER_SEC",
            "NET_PACKET_RATE_IGR_KILOPACKET_PER_SEC");

    private static final Set<String> KNOWN = Set.copyOf(ALL);

    private ResourceClasses() {}

    /// @throws Fault.BadRequest when one of these is none, and cannot be an operator's own either
    public static void mustBePossible(Collection<String> names) {
        mustBeKnown(names.stream().filter(name -> !CustomNames.isOne(name)).toList());
    }

    /// @throws Fault.BadRequest when one of these is unknown
    public static void mustBeKnown(Collection<String> names) {
        for (var name : names) {
            if (!KNOWN.contains(name)) {
                throw new Fault.BadRequest("No such resource class: '%s'.".formatted(Printable.of(name)));
            }
        }
    }
}
