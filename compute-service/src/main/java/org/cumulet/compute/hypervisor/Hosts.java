package org.cumulet.compute.hypervisor;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The hosts, and how to reach them.
public interface Hosts {

    /// Empty when there is no such host any more.
    Optional<Host> find(UUID id);

    /// Those that can be reached.
    List<Host> ready();
}
