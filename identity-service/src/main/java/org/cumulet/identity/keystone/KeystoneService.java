package org.cumulet.identity.keystone;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.events.Service;
import org.cumulet.identity.store.News;

/// Brings in what a Keystone had: all that can come in one transaction, or nothing.
@Singleton
class KeystoneService {

    private static final int SLOWEST_SECONDS = 1_800;

    private final KeystoneStore store;
    private final News news;
    private final CurrentCaller caller;
    private final Clock clock;

    KeystoneService(KeystoneStore store, News news, CurrentCaller caller, @Service("identity") Clock clock) {
        this.store = store;
        this.news = news;
        this.caller = caller;
        this.clock = clock;
    }

    /// Before anything is read.
    void mustBeAllowed() {
        caller.must(KeystoneRule.IMPORT);
    }

    @Transactional
    @TransactionConfiguration(timeout = SLOWEST_SECONDS)
    Report take(Dump dump) {
        caller.must(KeystoneRule.IMPORT);
        return new Import(dump, store, news, clock).run();
    }
}
