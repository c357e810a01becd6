package org.cumulet.compute.create;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import org.cumulet.compute.quota.QuotaService;
import org.cumulet.compute.server.LaunchOrder;
import org.cumulet.compute.server.LaunchService;
import org.cumulet.compute.server.Server;

/// The one transaction in which servers begin to be: counted under the project's lock, written down, their work and
/// their news with them.
@Singleton
class Admission {

    private final QuotaService quotas;
    private final LaunchService launches;

    Admission(QuotaService quotas, LaunchService launches) {
        this.quotas = quotas;
        this.launches = launches;
    }

    /// As many as fit, but not fewer than `atLeast`.
    @Transactional
    List<Server> admit(LaunchOrder order, int atLeast) {
        return launches.take(order.of(quotas.admit(order.project(), order.flavor(), atLeast, order.count())));
    }
}
