package org.cumulet.identity.signing;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.cumulet.api.json.Times;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.events.Service;

/// Lets a new key take over from an old one while tokens of both are good.
@Singleton
class RotationService {

    /// Longer than a token lives, with the time in which services may still ask about it.
    private static final Duration KEPT = Duration.ofDays(4);

    private final SigningKeyStore store;
    private final SigningService signing;
    private final SigningSettings settings;
    private final CurrentCaller caller;
    private final Event<Rotated> rotated;
    private final Clock clock;
    private volatile boolean stopping;

    RotationService(
            SigningKeyStore store,
            SigningService signing,
            SigningSettings settings,
            CurrentCaller caller,
            Event<Rotated> rotated,
            @Service("identity") Clock clock) {
        this.store = store;
        this.signing = signing;
        this.settings = settings;
        this.caller = caller;
        this.rotated = rotated;
        this.clock = clock;
    }

    /// These are the keys now.
    record Rotated(List<SigningKey> keys) {}

    @Transactional
    List<SigningKey> list() {
        caller.must(SigningKeyRule.LIST);
        return store.all();
    }

    @Transactional
    SigningKey rotateNow() {
        caller.must(SigningKeyRule.ROTATE);
        return rotate();
    }

    /// In every process of identity: takes up what others have made, and makes a new key when the newest is old.
    @Scheduled(every = "10s", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void look() {
        var keys = store.all();
        if (stopping || keys.isEmpty()) { // a slow first start is still making one
            return;
        }
        if (isOld(keys.getFirst().createdAt()) && store.lock() && isOld(store.newest())) {
            rotate();
        }
        signing.take(store.all());
    }

    void stop(@Observes ShutdownEvent ended) {
        stopping = true;
    }

    void taken(@Observes(during = TransactionPhase.AFTER_SUCCESS) Rotated done) {
        signing.take(done.keys());
    }

    private boolean isOld(Instant created) {
        return created.plus(settings.keyLife()).isBefore(clock.instant());
    }

    private SigningKey rotate() {
        var now = Times.now(clock);
        var key = signing.fresh(now, now.plus(settings.lead()));
        store.persist(key);
        store.dropReplacedBefore(now.minus(KEPT));
        rotated.fire(new Rotated(store.all()));
        return key;
    }
}
