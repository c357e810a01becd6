package org.cumulet.compute.hosting;

import jakarta.validation.constraints.Pattern;
import org.cumulet.api.fault.Fault;
import org.cumulet.compute.web.Names;
import org.jspecify.annotations.Nullable;

/// A host is opened or closed for new servers.
record ServiceChange(
        @Pattern(regexp = "enabled|disabled") @Nullable String status,
        @Names.Printable @Nullable String disabledReason,
        @Nullable Boolean forcedDown) {

    Host.Change toHost() {
        if (forcedDown != null) {
            throw new Fault.BadRequest("Hosts are found up or down, not said to be (forced_down).");
        }
        if (status == null) {
            throw new Fault.BadRequest("Nothing to change: give a status.");
        }
        var enabled = status.equals("enabled");
        if (enabled && disabledReason != null) {
            throw new Fault.BadRequest("Specifying disabled_reason when status is enabled is invalid.");
        }
        return new Host.Change(enabled, disabledReason);
    }
}
