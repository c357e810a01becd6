package org.cumulet.compute.scheduling;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cumulet.compute.remote.Refusal;
import org.cumulet.compute.scheduling.ClaimsClient.Claim;
import org.cumulet.compute.scheduling.ClaimsClient.Claims;
import org.cumulet.compute.scheduling.ClaimsClient.Decision;
import org.cumulet.compute.server.HostRef;
import org.cumulet.saga.Coalescer;
import org.cumulet.saga.Coalescer.Outcome;
import org.cumulet.saga.Retry;
import org.cumulet.saga.StepFailed;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/// Claims places from the inventory: what is wanted at the same time is claimed in one call.
@Singleton
class InventoryScheduler implements Scheduler {

    private static final String AWAY = "No host can be claimed";
    private static final int AT_ONCE = 500;

    private final ClaimsClient inventory;
    private final Coalescer<PlaceWish, HostRef> claims = new Coalescer<>(this::claim, AT_ONCE, Duration.ofSeconds(30));

    InventoryScheduler(@RestClient ClaimsClient inventory) {
        this.inventory = inventory;
    }

    @Override
    public HostRef claim(PlaceWish wish) throws InterruptedException {
        return claims.ask(wish);
    }

    private List<Outcome<HostRef>> claim(List<PlaceWish> wishes) {
        try {
            return claimTogether(wishes);
        } catch (StepFailed refused) {
            return wishes.size() == 1 ? List.of(new Outcome.Refusal<>(refused)) : claimEach(wishes);
        }
    }

    /// A claim that is not understood is nobody else's business.
    private List<Outcome<HostRef>> claimEach(List<PlaceWish> wishes) {
        return wishes.stream().flatMap(wish -> claim(List.of(wish)).stream()).toList();
    }

    private List<Outcome<HostRef>> claimTogether(List<PlaceWish> wishes) {
        var asked = new Claims(wishes.stream().map(InventoryScheduler::claimOf).toList());
        var decided = Refusal.orSay(AWAY, () -> inventory.claim(asked)).claims().stream()
                .collect(Collectors.toMap(Decision::consumerId, Function.identity()));
        return wishes.stream().map(wish -> outcome(decided.get(wish.server()))).toList();
    }

    private static Claim claimOf(PlaceWish wish) {
        var placement = wish.placement();
        return new Claim(
                wish.server(),
                wish.project(),
                wish.user(),
                Map.of("VCPU", wish.vcpus(), "MEMORY_MB", wish.memory(), "DISK_GB", wish.disk()),
                placement.host(),
                placement.zone(),
                placement.sameHost(),
                placement.differentHost());
    }

    private static Outcome<HostRef> outcome(@Nullable Decision decision) {
        if (decision != null && decision.host() != null) {
            var host = decision.host();
            return new Outcome.Answer<>(new HostRef(host.id(), host.name()));
        }
        if (decision != null && decision.refusal() != null) {
            var refusal = decision.refusal();
            return new Outcome.Refusal<>(
                    new StepFailed("No valid host was found. " + refusal.message(), refusal.details()));
        }
        return new Outcome.Refusal<>(new Retry("The inventory left a claim undecided"));
    }

    @Override
    public void free(UUID server) {
        Refusal.orSay("The server's place cannot be freed", () -> {
            inventory.free(server);
            return true;
        });
    }
}
