package org.cumulet.saga;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cumulet.events.Outbox;
import org.cumulet.events.Service;
import org.cumulet.events.Topics;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Makes the [Sagas] of each service and runs them while the process runs.
///
/// ```java
/// @Produces @Singleton @Service("compute")
/// Sagas sagas(Workflows workflows, @DataSource("compute") AgroalDataSource database, @Service("compute") Outbox
/// outbox) {
///     return workflows.on(database, outbox);
/// }
/// ```
@Singleton
public class Workflows {

    private static final int LATE = 9_000;
    private static final int FIRST = 1;
    private static final int PARTITIONS = 8;

    private final TransactionSynchronizationRegistry transactions;
    private final Instance<Workflow<?>> tellers;
    private final Instance<Sagas> all;
    private final Topics topics;
    private final Optional<String> instance;
    private final int places;
    private final List<Engine> engines = new ArrayList<>();

    /// What one service's sagas consist of.
    private record Engine(DurableSagas sagas, Stories stories, Leases leases, SagaWorkers workers) {}

    /// @param instance a name that this process keeps over restarts and shares with no other, so that it can take up at
    ///     once what it was at work on when it died
    /// @param places how many workflows of a service this process runs at a time
    Workflows(
            TransactionSynchronizationRegistry transactions,
            @Any Instance<Workflow<?>> tellers,
            @Any Instance<Sagas> all,
            Topics topics,
            @ConfigProperty(name = "cumulet.instance") Optional<String> instance,
            @ConfigProperty(name = "cumulet.workflows.places", defaultValue = "256") int places) {
        this.transactions = transactions;
        this.tellers = tellers;
        this.all = all;
        this.topics = topics;
        this.instance = instance;
        this.places = places;
    }

    public Sagas on(AgroalDataSource database, Outbox outbox) {
        var stories = new Stories(() -> toldFor(outbox.service()));
        var sql = new Sql(database);
        var ledger = new Ledger(sql);
        var leases = new Leases(sql, stories);
        var owner = instance.orElseGet(() -> UUID.randomUUID().toString());
        var runner = new SagaRunner(owner, stories, ledger, leases);
        var workers = new SagaWorkers(outbox.service(), runner, ledger, leases, places);
        var sagas = new DurableSagas(outbox, transactions, stories, ledger, workers);
        engines.add(new Engine(sagas, stories, leases, workers));
        return sagas;
    }

    void start(@Observes @Priority(LATE) StartupEvent started) {
        all.forEach(Sagas::service); // brings every one of them into being
        for (var engine : engines) {
            engine.stories.learn();
            topics.ensure(engine.sagas.topic(), PARTITIONS, false);
            instance.ifPresent(engine.leases::reclaim);
            engine.workers.start();
        }
    }

    void stop(@Observes @Priority(FIRST) ShutdownEvent stopping) throws InterruptedException {
        for (var engine : engines) {
            engine.workers.stop();
        }
    }

    private Map<Class<?>, Story<?>> toldFor(String service) {
        var told = new HashMap<Class<?>, Story<?>>();
        for (var teller : tellers.select(new Service.Named(service)).handles()) {
            told.put(teller.getBean().getBeanClass(), teller.get().story());
        }
        return told;
    }
}
