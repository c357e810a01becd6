package org.cumulet.compute.hypervisor;

import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.cumulet.ssh.Machine;

/// A machine that guests run on.
///
/// @param instances the folder in which guests have their folders
/// @param simulation how a simulated one behaves
public record Host(
        UUID id,
        String name,
        Machine machine,
        Virtualisation virtualisation,
        String instances,
        Map<String, Integer> simulation) {

    private static final Pattern FOLDER = Pattern.compile("(/[A-Za-z0-9_][A-Za-z0-9_.-]*){2,}");

    /// What really works there, as it was probed.
    public enum Virtualisation {
        KVM,
        QEMU
    }

    public Host {
        if (!FOLDER.matcher(instances).matches()) {
            throw new IllegalArgumentException("Not a folder for guests: " + instances);
        }
        simulation = Map.copyOf(simulation);
    }

    @Override
    public String toString() {
        return name;
    }
}
