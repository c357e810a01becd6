package org.cumulet.inventory.claim;

import java.util.Locale;
import org.cumulet.inventory.placement.ResourceClasses;

/// Why a host will not do. One that will not do for several reasons counts for the first.
record Reason(String name, String verb) {

    static final Reason NOT_READY = new Reason("not ready", "not ready");
    static final Reason DISABLED = new Reason("disabled", "disabled");
    static final Reason MAINTENANCE = new Reason("maintenance", "in maintenance");
    static final Reason ROLE = new Reason("role", "not there for servers");
    static final Reason ZONE = new Reason("zone", "in another availability zone");
    static final Reason AFFINITY = new Reason("affinity", "without the servers it is to be with");
    static final Reason ANTI_AFFINITY = new Reason("anti-affinity", "with servers it must not be with");

    /// There is too little of this class.
    static Reason lacks(String resourceClass) {
        var word = switch (resourceClass) {
            case ResourceClasses.VCPU -> "vcpus";
            case ResourceClasses.MEMORY_MB -> "memory";
            case ResourceClasses.DISK_GB -> "disk";
            default -> resourceClass.toLowerCase(Locale.ROOT);
        };
        return new Reason(word, "without enough " + word);
    }
}
