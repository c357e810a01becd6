package org.cumulet.inventory.step;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// The steps there are, in their order.
public enum StepName {
    HOSTS_FILE,
    TIME,
    PACKAGES,
    NETWORK_MANAGER,
    BRIDGE,
    IP_FORWARDING,
    SNAT,
    LIBVIRT,
    ISCSI_TARGET,
    MARIADB_CLIENT;

    /// Whether a host may be out of reach after it, so that it has to be seen that it is not.
    public boolean mayLockOut() {
        return switch (this) {
            case HOSTS_FILE, TIME, MARIADB_CLIENT -> false;
            case PACKAGES, NETWORK_MANAGER, BRIDGE, IP_FORWARDING, SNAT, LIBVIRT, ISCSI_TARGET -> true;
        };
    }

    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
