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

    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
