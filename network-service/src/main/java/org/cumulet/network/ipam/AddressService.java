package org.cumulet.network.ipam;

import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.cumulet.network.subnet.Subnet;

/// Which port has which addresses.
@ApplicationScoped
public class AddressService {

    private final AddressStore store;

    AddressService(AddressStore store) {
        this.store = store;
    }

    /// Begins to give out addresses. The locks of the networks must be held.
    ///
    /// @param subnets those of the networks it is about
    public Allocation begin(Map<UUID, List<Subnet>> subnets) {
        return new Allocation(store, subnets);
    }

    /// The addresses of some ports, in order.
    public Map<UUID, List<FixedIp>> of(Collection<UUID> ports) {
        return store.of(Set.copyOf(ports)).stream().collect(groupingBy(FixedIp::portId));
    }

    /// Takes addresses away from their ports.
    public void release(Collection<FixedIp> addresses) {
        addresses.forEach(store::delete);
        store.flush();
    }

    /// How many addresses of some subnets are in use.
    public Map<UUID, Long> used(Collection<UUID> subnets) {
        return store.count(subnets);
    }
}
