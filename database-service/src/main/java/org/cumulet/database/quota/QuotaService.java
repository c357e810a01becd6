package org.cumulet.database.quota;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import org.cumulet.api.fault.Fault;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.auth.Target;
import org.cumulet.database.DatabaseSettings;

/// What a project may have.
@Singleton
public class QuotaService {

    private final QuotaStore store;
    private final DatabaseSettings.Quota usual;
    private final CurrentCaller caller;

    QuotaService(QuotaStore store, DatabaseSettings settings, CurrentCaller caller) {
        this.store = store;
        this.usual = settings.quota();
        this.caller = caller;
    }

    @Transactional
    public Quota of(String project) {
        return store.findByIdOptional(project).orElseGet(() -> new Quota(project, usual));
    }

    /// Refuses what would be too much.
    ///
    /// @throws Fault.OverQuota naming the resource, what was asked, is used and allowed
    public static void mustFit(String resource, long asked, long used, int allowed) {
        if (allowed >= 0 && asked > 0 && used + asked > allowed) {
            throw new Fault.OverQuota(
                    "Quota exceeded for %s: asked %d, used %d, allowed %d.".formatted(resource, asked, used, allowed));
        }
    }

    @Transactional
    public Quota show(String project) {
        caller.must(QuotaRule.SHOW, Target.project(project));
        return of(project);
    }

    @Transactional
    public Quota change(String project, QuotaChange wish) {
        caller.must(QuotaRule.CHANGE);
        var quota = of(project);
        quota.change(wish);
        return store.getEntityManager().merge(quota);
    }
}
