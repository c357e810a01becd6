package org.cumulet.network.host;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.cumulet.auth.CurrentCaller;

/// Hosts that are to carry networks.
@ApplicationScoped
public class HostService {

    private final CurrentCaller caller;
    private final HostSync sync;
    private final HostLedger ledger;

    HostService(CurrentCaller caller, HostSync sync, HostLedger ledger) {
        this.caller = caller;
        this.sync = sync;
        this.ledger = ledger;
    }

    /// All hosts that may carry something of ours.
    public List<HostHealth> all() {
        return ledger.all();
    }

    /// Waits for a run on the host that begins now.
    HostReport sync(String host) {
        caller.must(HostRule.SYNC);
        try {
            return sync.next(host).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
