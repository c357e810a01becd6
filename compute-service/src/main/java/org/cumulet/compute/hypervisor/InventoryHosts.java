package org.cumulet.compute.hypervisor;

import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.cumulet.compute.hypervisor.Host.Virtualisation;
import org.cumulet.compute.remote.Refusal;
import org.cumulet.ssh.Machine;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/// Hosts as the inventory knows them, remembered for half a minute.
@Singleton
class InventoryHosts implements Hosts {

    private static final String AWAY = "The hosts cannot be looked up";
    private static final long FRESH = Duration.ofSeconds(30).toNanos();
    private static final int PAGE = 1000;

    private record Kept(Optional<Host> host, long since) {
        boolean isFresh() {
            return System.nanoTime() - since < FRESH;
        }
    }

    private final InventoryClient inventory;
    private final Map<UUID, Kept> kept = new ConcurrentHashMap<>();

    InventoryHosts(@RestClient InventoryClient inventory) {
        this.inventory = inventory;
    }

    @Override
    public Optional<Host> find(UUID id) {
        return kept.compute(id, (_, known) -> known != null && known.isFresh() ? known : ask(id))
                .host();
    }

    private Kept ask(UUID id) {
        var host = Refusal.orSay(AWAY, () -> {
            try {
                return Optional.of(host(inventory.show(id).host()));
            } catch (WebApplicationException e) {
                if (Refusal.isNotFound(e)) {
                    return Optional.<Host>empty();
                }
                throw e;
            }
        });
        return new Kept(host, System.nanoTime());
    }

    @Override
    public List<Host> ready() {
        var hosts = new ArrayList<Host>();
        var page = page(null);
        hosts.addAll(page);
        while (page.size() == PAGE) {
            page = page(page.getLast().id());
            hosts.addAll(page);
        }
        return hosts;
    }

    private List<Host> page(@Nullable UUID after) {
        return Refusal.orSay(AWAY, () -> inventory.list("ready", PAGE, after)).hosts().stream()
                .map(InventoryHosts::host)
                .toList();
    }

    private static Host host(InventoryClient.HostAnswer answer) {
        var machine = new Machine(
                answer.id().toString(),
                Machine.Kind.valueOf(answer.kind().toUpperCase(Locale.ROOT)),
                answer.address() == null ? "" : answer.address(),
                answer.port() == null ? 0 : answer.port(),
                answer.user() == null ? "" : answer.user(),
                answer.hostKey());
        return new Host(
                answer.id(),
                answer.name(),
                machine,
                "kvm".equals(answer.hypervisor()) ? Virtualisation.KVM : Virtualisation.QEMU,
                answer.instancesPath(),
                answer.simulation() == null ? Map.of() : answer.simulation());
    }
}
