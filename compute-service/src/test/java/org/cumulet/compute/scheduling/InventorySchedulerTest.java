package org.cumulet.compute.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ProcessingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.cumulet.compute.scheduling.ClaimsClient.Claim;
import org.cumulet.compute.scheduling.ClaimsClient.Claims;
import org.cumulet.compute.scheduling.ClaimsClient.Decision;
import org.cumulet.compute.scheduling.ClaimsClient.Decisions;
import org.cumulet.compute.scheduling.ClaimsClient.HostName;
import org.cumulet.compute.scheduling.ClaimsClient.Refused;
import org.cumulet.compute.server.Placement;
import org.cumulet.saga.Retry;
import org.cumulet.saga.StepFailed;
import org.junit.jupiter.api.Test;

/// How places are asked for.
class InventorySchedulerTest {

    private static final HostName HOST = new HostName(UUID.randomUUID(), "compute1");

    private final List<Claims> calls = new CopyOnWriteArrayList<>();
    private final List<UUID> freed = new ArrayList<>();

    private interface Decider {
        Decision on(Claim claim);
    }

    private InventoryScheduler scheduler(Decider decider) {
        return new InventoryScheduler(new ClaimsClient() {
            @Override
            public Decisions claim(Claims claims) {
                calls.add(claims);
                return new Decisions(claims.claims().stream().map(decider::on).toList());
            }

            @Override
            public void free(UUID consumer) {
                freed.add(consumer);
            }
        });
    }

    private static Decision grant(Claim claim) {
        return new Decision(claim.consumerId(), HOST, null);
    }

    private static PlaceWish wish() {
        return new PlaceWish(UUID.randomUUID(), "demo", "me", 2, 512, 10, Placement.ANYWHERE);
    }

    @Test
    void aPlaceIsAskedForByWhatTheServerNeeds() throws Exception {
        var wish = wish();

        var host = scheduler(InventorySchedulerTest::grant).claim(wish);

        assertThat(host.name()).isEqualTo("compute1");
        var asked = calls.getFirst().claims().getFirst();
        assertThat(asked.consumerId()).isEqualTo(wish.server());
        assertThat(asked.resources()).isEqualTo(Map.of("VCPU", 2, "MEMORY_MB", 512, "DISK_GB", 10));
    }

    @Test
    void manyAreAskedForTogether() throws Exception {
        var scheduler = scheduler(InventorySchedulerTest::grant);
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            var claims = IntStream.range(0, 200)
                    .mapToObj(i -> all.submit(() -> scheduler.claim(wish())))
                    .toList();
            for (var claim : claims) {
                assertThat(claim.get().name()).isEqualTo("compute1");
            }
        }

        assertThat(calls).hasSizeLessThan(50);
    }

    @Test
    void aRefusalSaysWhyAndNamesHostsInItsDetailsOnly() {
        var refused = new Refused(
                "No host has room for 512 MB of memory: of 3 hosts considered, 3 are without enough memory.",
                3,
                Map.of("memory", 3),
                "one host lacks only 100 MB of memory",
                HOST);

        assertThatThrownBy(() -> scheduler(claim -> new Decision(claim.consumerId(), null, refused))
                        .claim(wish()))
                .isInstanceOfSatisfying(StepFailed.class, failed -> {
                    assertThat(failed.reason())
                            .startsWith("No valid host was found. No host has room")
                            .doesNotContain("compute1");
                    assertThat(failed.details()).contains("compute1: one host lacks only 100 MB of memory");
                });
    }

    @Test
    void aClaimThatIsNotUnderstoodIsNobodyElsesBusiness() throws Exception {
        var bad = wish();
        var scheduler = scheduler(claim -> {
            if (claim.consumerId().equals(bad.server())) {
                throw new BadRequestException();
            }
            return grant(claim);
        });
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            var good = IntStream.range(0, 20)
                    .mapToObj(i -> all.submit(() -> scheduler.claim(wish())))
                    .toList();
            var refused = all.submit(() -> scheduler.claim(bad));
            for (var claim : good) {
                assertThat(claim.get().name()).isEqualTo("compute1");
            }
            assertThatThrownBy(refused::get).hasCauseInstanceOf(StepFailed.class);
        }
    }

    @Test
    void anInventoryThatIsAwayMayComeBack() {
        assertThatThrownBy(() -> scheduler(claim -> {
                            throw new ProcessingException("connection refused");
                        })
                        .claim(wish()))
                .isInstanceOf(Retry.class);
    }

    @Test
    void aPlaceIsGivenBack() {
        var wish = wish();

        scheduler(InventorySchedulerTest::grant).free(wish.server());

        assertThat(freed).containsExactly(wish.server());
    }
}
