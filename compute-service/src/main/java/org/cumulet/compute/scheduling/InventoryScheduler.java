package org.cumulet.compute.scheduling;

import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cumulet.compute.remote.Refusal;
import org.cumulet.compute.scheduling.ClaimsClient.Claim;
import org.cumulet.compute.scheduling.ClaimsClient.Claims;
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
        var asked = new Claims(wishes.stream().map(InventoryScheduler::claimOf).toList());
        var answered = Refusal.orSay(AWAY, () -> inventory.claim(asked)).claims().stream()
                .collect(Collectors.toMap(ClaimsClient.Outcome::consumer, Function.identity()));
        return wishes.stream().map(wish -> outcome(answered.get(wish.server()))).toList();
    }

    private static Claim claimOf(PlaceWish wish) {
        var placement = wish.placement();
        return new Claim(
                wish.server(),
                wish.project(),
                wish.user(),
                wish.vcpus(),
                wish.memory(),
                wish.disk(),
                placement.zone(),
                placement.host(),
                placement.sameHost(),
                placement.differentHost());
    }

    private static Outcome<HostRef> outcome(ClaimsClient.@Nullable Outcome answer) {
        if (answer == null) {
            return new Outcome.Refusal<>(new Retry("The inventory left a claim unanswered"));
        }
        if (answer.host() != null) {
            return new Outcome.Answer<>(
                    new HostRef(answer.host().id(), answer.host().name()));
        }
        var refusal = answer.refusal();
        return new Outcome.Refusal<>(
                refusal == null
                        ? new StepFailed("No valid host was found")
                        : new StepFailed(refusal.message(), refusal.details()));
    }

    @Override
    public void free(UUID server) {
        Refusal.orSay("The server's place cannot be freed", () -> {
            try {
                inventory.free(server);
                return true;
            } catch (WebApplicationException e) {
                if (Refusal.isNotFound(e)) {
                    return false;
                }
                throw e;
            }
        });
    }
}
