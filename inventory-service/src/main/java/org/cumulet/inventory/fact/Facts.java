package org.cumulet.inventory.fact;

import java.util.List;
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
        List<String> missing) {

    /// @param threads what the host can do at once: sockets × cores × threads, less what is switched off
    public record Cpu(
            String model, int sockets, int coresPerSocket, int threadsPerCore, int threads, List<String> flags) {}

    public record Memory(int totalMb, int availableMb) {}

    /// The file system that the instances folder is on, or will be.
    public record Disk(String path, int totalGb, int freeGb) {}

    public record Nic(String name, @Nullable String mac, boolean up, int mtu, List<String> addresses) {}

    public record OperatingSystem(String hostname, String distribution, String kernel, String architecture) {}

    /// @param whyNotKvm what speaks against KVM; null where it works
    public record Virtualization(
            @Nullable String libvirt,
            @Nullable String qemu,
            boolean kvm,
            @Nullable String whyNotKvm) {}

    public Facts {
        nics = List.copyOf(nics);
        missing = List.copyOf(missing);
    }

    public Capacity capacity() {
        return new Capacity(cpu.threads(), memory.totalMb(), disk.totalGb());
    }
}
