package org.cumulet.inventory.host;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import org.cumulet.inventory.InventorySettings;
import org.cumulet.inventory.fact.Facts;
import org.cumulet.inventory.fact.Findings;
import org.cumulet.inventory.placement.ResourceClasses;
import org.cumulet.inventory.placement.Traits;
import org.cumulet.inventory.placement.provider.Inventory;
import org.jspecify.annotations.Nullable;

/// How much of a host is given away, as long as nobody has said otherwise.
@Singleton
class HostRooms {

    private final InventorySettings.Room settings;

    HostRooms(InventorySettings settings) {
        this.settings = settings.room();
    }

    Map<String, Inventory> of(Findings.Works found) {
        var size = found.capacity();
        return Map.of(
                ResourceClasses.VCPU,
                room(size.vcpus(), 0, settings.cpuRatio()),
                ResourceClasses.MEMORY_MB,
                room(size.memoryMb(), settings.reservedMemoryMb(), settings.memoryRatio()),
                ResourceClasses.DISK_GB,
                room(size.diskGb(), settings.reservedDiskGb() + taken(found.facts()), settings.diskRatio()));
    }

    /// What was on the disk before we came stays there.
    private static int taken(@Nullable Facts facts) {
        return facts == null ? 0 : facts.disk().totalGb() - facts.disk().freeGb();
    }

    private static Inventory room(int total, int reserved, double ratio) {
        return new Inventory(total, Math.min(reserved, total), 1, total, 1, ratio);
    }

    static Set<String> traits(Findings.Works found) {
        return found.facts() == null
                ? Set.of()
                : Traits.ofProcessor(found.facts().cpu().flags());
    }
}
