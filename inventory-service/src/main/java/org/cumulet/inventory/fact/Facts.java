package org.cumulet.inventory.fact;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What was found on a host.
///
/// @param missing programs that servers or networks need and that are not there
public record Facts(
        Cpu cpu,
        Memory memory,
        Disk disk,
        List<Nic> nics,
        OperatingSystem system,
        Virtualization virtualization,
        List<String> missing,
        List<NumaNode> numa,
        List<FileSystem> fileSystems,
        List<BlockDevice> blockDevices,
        List<Route> routes,
        Map<String, String> packages,
        @Nullable Clock clock,
        List<Listening> listening,
        List<FirewallRule> firewall) {

    /// @param threads what the host can do at once: sockets × cores × threads, less what is switched off
    public record Cpu(
            String model, int sockets, int coresPerSocket, int threadsPerCore, int threads, List<String> flags) {}

    public record Memory(int totalMb, int availableMb) {}

    /// The file system that the instances folder is on, or will be.
    public record Disk(String path, int totalGb, int freeGb) {}

    /// @param speedMbps what it has agreed on with the other end; null where it does not say
    /// @param master the bridge or bond it is part of
    public record Nic(
            String name,
            @Nullable String mac,
            boolean up,
            int mtu,
            List<String> addresses,
            @Nullable Integer speedMbps,
            @Nullable String master) {}

    /// @param cpus as in `0-3,8`
    public record NumaNode(int node, String cpus) {}

    /// @param usedPercent of what can be used; what is kept for root counts as used
    public record FileSystem(String path, String source, String type, int totalGb, int freeGb, int usedPercent) {}

    /// @param rotating it is no solid-state disk
    public record BlockDevice(
            String name,
            int sizeGb,
            boolean rotating,
            @Nullable String model) {}

    /// @param via null where the destination is on the link
    public record Route(
            String destination,
            @Nullable String via,
            String nic,
            @Nullable String source) {}

    /// @param offsetMs how far it is ahead of the control plane's; half of a round trip is the least that can be told
    /// @param service what keeps it right: `chrony`, `systemd-timesyncd`, `ntpd`; null where nothing does
    /// @param source what that service follows at the moment; null where it follows nothing
    public record Clock(
            long offsetMs,
            @Nullable String service,
            @Nullable String source) {}

    /// @param protocol `tcp` or `udp`
    public record Listening(
            String protocol,
            String address,
            int port,
            @Nullable String program) {}

    /// A rule that keeps something out or changes where it seems to come from.
    ///
    /// @param chain as nft names it: `ip filter INPUT`
    /// @param hook where its base chain looks: `input`, `forward`, …; empty where nothing leads there
    /// @param rule without counters
    public record FirewallRule(String chain, String hook, int handle, String rule) {}

    public record OperatingSystem(String hostname, String distribution, String kernel, String architecture) {

        /// Packages come with apt, and files lie where Debian puts them.
        @JsonIgnore
        public boolean isOfDebian() {
            return distribution.contains("Debian") || distribution.contains("Ubuntu");
        }
    }

    /// @param whyNotKvm what speaks against KVM; null where it works
    public record Virtualization(
            @Nullable String libvirt,
            @Nullable String qemu,
            boolean kvm,
            @Nullable String whyNotKvm) {}

    public Facts {
        nics = List.copyOf(nics);
        missing = List.copyOf(missing);
        numa = copy(numa);
        fileSystems = copy(fileSystems);
        blockDevices = copy(blockDevices);
        routes = copy(routes);
        packages = packages == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(packages));
        listening = copy(listening);
        firewall = copy(firewall);
    }

    private static <T> List<T> copy(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    public Capacity capacity() {
        return new Capacity(cpu.threads(), memory.totalMb(), disk.totalGb());
    }
}
