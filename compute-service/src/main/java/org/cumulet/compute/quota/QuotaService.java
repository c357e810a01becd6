package org.cumulet.compute.quota;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cumulet.api.fault.Fault;
import org.cumulet.compute.server.ServerFlavor;
import org.cumulet.compute.server.ServerService;

/// How much a project may have, and whether more fits.
@Singleton
public class QuotaService {

    private final QuotaStore store;
    private final QuotaSettings settings;
    private final ServerService servers;

    QuotaService(QuotaStore store, QuotaSettings settings, ServerService servers) {
        this.store = store;
        this.settings = settings;
        this.servers = servers;
    }

    /// Counting for this owner happens one after the other until the transaction ends.
    @Transactional(TxType.MANDATORY)
    public void lock(String owner) {
        store.lock(owner);
    }

    /// What a project may have.
    @Transactional
    public Limits limits(String project) {
        return defaults().with(store.of(project));
    }

    /// What a project without quotas of its own may have.
    @Transactional
    public Limits defaults() {
        var configured = Arrays.stream(QuotaKey.values()).collect(Collectors.toMap(Function.identity(), settings::of));
        return new Limits(configured).with(store.of(Quota.EVERYBODY));
    }

    /// How many servers of this flavor the project gets, between `min` and `max`; holds its lock from here on.
    ///
    /// @throws Fault.OverQuota when not even `min` fit
    @Transactional(TxType.MANDATORY)
    public int admit(String project, ServerFlavor flavor, int min, int max) {
        return room(project).take(flavor, min, max);
    }

    /// What is left of the project's quota; holds its lock from here on.
    @Transactional(TxType.MANDATORY)
    public Room room(String project) {
        lock(project);
        return new Room(limits(project), use(project));
    }

    @Transactional
    Use use(String project) {
        return new Use(servers.usage(project));
    }

    @Transactional
    Limits set(String project, QuotaChange change) {
        lock(project);
        if (!change.force()) {
            var use = use(project);
            change.limits().forEach((key, limit) -> mustCover(key, limit, use.of(key)));
        }
        store.set(project, change.limits());
        return limits(project);
    }

    private static void mustCover(QuotaKey key, int limit, long used) {
        if (limit >= 0 && limit < used) {
            throw new Fault.BadRequest(
                    "Quota limit %d for %s must be greater than or equal to already used and reserved %d."
                            .formatted(limit, key.text(), used));
        }
    }
}
