package org.cumulet.identity.revocation;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cumulet.api.json.Times;
import org.cumulet.auth.Caller;
import org.cumulet.auth.Revocation;
import org.cumulet.auth.Revocation.Kind;
import org.cumulet.auth.Revocations;
import org.cumulet.auth.Scope;
import org.cumulet.events.Service;
import org.cumulet.events.Topics;
import org.cumulet.identity.store.News;

/// Kills tokens: in the transaction of the change that ends them, in this process the moment it commits, elsewhere as
/// soon as Kafka carries it.
@Singleton
public class RevocationService {

    /// Longer than any token lives, the window in which services may show expired ones included.
    static final Duration KEPT = Duration.ofDays(4);

    private final RevocationStore store;
    private final Revocations live;
    private final News news;
    private final Topics topics;
    private final Clock clock;

    RevocationService(
            RevocationStore store, Revocations live, News news, Topics topics, @Service("identity") Clock clock) {
        this.store = store;
        this.live = live;
        this.news = news;
        this.topics = topics;
        this.clock = clock;
    }

    /// All tokens of this thing that exist now.
    @Transactional(MANDATORY)
    public void revoke(Kind kind, String id) {
        revoke(kind, Set.of(id));
    }

    /// All tokens of these things that exist now.
    @Transactional(MANDATORY)
    public void revoke(Kind kind, Collection<String> ids) {
        var now = Times.now(clock);
        ids.stream().sorted().forEach(id -> {
            store.put(new Revocation(kind, id, now));
            news.tell(new Revoked(kind, id, now));
        });
        store.forgetSomeBefore(now.minus(KEPT));
    }

    /// Whether the token is dead by what the database knows, which is ahead of what this process has heard.
    @Transactional
    public boolean covers(Caller caller) {
        var known = new Revocations(KEPT);
        store.of(idsOf(caller)).forEach(known::add);
        return known.covers(caller);
    }

    void live(@Observes(during = TransactionPhase.AFTER_SUCCESS) Revoked committed) {
        live.add(committed.revocation());
    }

    @Transactional
    void remember(@Observes StartupEvent started) {
        topics.ensure(Revocation.TOPIC, 1, true);
        store.since(clock.instant().minus(KEPT)).forEach(live::add);
    }

    private static Set<String> idsOf(Caller caller) {
        var scope = switch (caller.scope()) {
            case Scope.Project project -> Stream.of(project.id(), project.domainId());
            case Scope.Domain domain -> Stream.of(domain.id());
            case Scope.System _, Scope.Unscoped _ -> Stream.<String>empty();
        };
        var own = Stream.of(caller.userId(), caller.user().domainId());
        var credential = Stream.ofNullable(caller.applicationCredential());
        var trust = Stream.ofNullable(caller.trust()).flatMap(it -> Stream.of(it.id(), it.trustor(), it.trustee()));
        return Stream.of(own, scope, credential, trust, caller.auditIds().stream())
                .flatMap(it -> it)
                .collect(Collectors.toSet());
    }
}
