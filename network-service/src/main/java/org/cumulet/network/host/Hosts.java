package org.cumulet.network.host;

import java.util.Optional;
import org.cumulet.ssh.Machine;

/// The machines that inventory knows.
public interface Hosts {

    /// How to reach a host; empty where there is none of this id.
    ///
    /// @throws org.cumulet.api.fault.Fault.Unavailable when inventory does not say
    Optional<Machine> find(String id);

    /// Asks anew next time: what was known did not help.
    void forget(String id);
}
