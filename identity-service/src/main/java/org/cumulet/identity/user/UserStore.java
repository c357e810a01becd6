package org.cumulet.identity.user;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.page.Page;
import org.cumulet.identity.store.Conditions;
import org.cumulet.identity.store.Locks;
import org.cumulet.identity.store.Unique;
import org.cumulet.identity.wire.Listed;
import org.cumulet.identity.wire.Refusal;

/// The users of all domains.
@Singleton
class UserStore implements PanacheRepositoryBase<User, String> {

    private final Locks locks;

    UserStore(Locks locks) {
        this.locks = locks;
    }

    User add(User user) {
        Unique.orElse(() -> persistAndFlush(user), () -> duplicate(user));
        return user;
    }

    /// Writes what has changed.
    void save(User user) {
        Unique.orElse(this::flush, () -> duplicate(user));
    }

    Optional<User> findForChange(String id) {
        locks.own(id);
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /// In one order, so that two who do so wait for each other and do not block each other.
    void holdForChange(Collection<String> ids) {
        locks.own(ids);
        find("id in ?1 order by id", ids)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /// Held until the transaction ends: whoever wants to change it waits.
    Optional<User> findHeld(String id) {
        locks.share(id);
        return findByIdOptional(id);
    }

    /// Nobody else does what is so called until the transaction ends.
    void alone(String what) {
        locks.own(what);
    }

    boolean rehash(String id, String old, String hash) {
        return update("password.hash = ?1 where id = ?2 and password.hash = ?3", hash, id, old) > 0;
    }

    /// Counts a wrong guess; after a lock that has opened it counts from one again.
    void failed(String id, Instant now, int most, Instant unlocked) {
        update("""
                failedAt = ?1, failedLogins = case when failedLogins >= ?2 and failedAt <= ?3 then 1
                else failedLogins + 1 end where id = ?4""", now, most, unlocked, id);
    }

    Optional<String> domainOf(String id) {
        return getSession()
                .createSelectionQuery("select domainId from User where id = ?1", String.class)
                .setParameter(1, id)
                .uniqueResultOptional();
    }

    Optional<User> findNamed(String domainId, String name) {
        return find("domainId = ?1 and name = ?2 and federated.providerId is null", domainId, name)
                .firstResultOptional();
    }

    /// Whom a provider knows by this; nobody else looks for or makes it until the transaction ends.
    Optional<User> findForChange(Federated federated) {
        locks.own(federated.lock());
        return find(
                        "federated.providerId = ?1 and federated.protocolId = ?2 and federated.uniqueId = ?3",
                        federated.providerId(),
                        federated.protocolId(),
                        federated.uniqueId())
                .firstResultOptional();
    }

    List<User> of(Collection<String> ids) {
        return list("id in ?1 order by id", ids);
    }

    void entersByDirectory(String id, Instant now) {
        getSession()
                .createNativeQuery("update identity_user set directory_login_at = ?1 where id = ?2")
                .setParameter(1, now)
                .setParameter(2, id)
                .executeUpdate();
    }

    /// What the directory of a domain knows those by who came in since then.
    List<String> enteredSince(String domainId, Instant since) {
        return getSession()
                .createSelectionQuery(
                        "select directoryId from User where domainId = ?1 and directoryLoginAt > ?2 order by id",
                        String.class)
                .setParameter(1, domainId)
                .setParameter(2, since)
                .list();
    }

    List<User> federatedBy(String providerId) {
        return list("federated.providerId = ?1 order by id", providerId);
    }

    List<User> inDomain(String domainId) {
        return list("domainId = ?1", domainId);
    }

    List<User> withDefaultProject(String projectId) {
        return list("defaultProjectId = ?1", projectId);
    }

    Page<User> page(Conditions conditions) {
        return Page.of(
                find(conditions.jpql(), Sort.by("name", "id"), conditions.values())
                        .range(0, Listed.MOST)
                        .list(),
                Listed.MOST);
    }

    void remove(User user) {
        delete(user);
        flush();
    }

    private static Fault duplicate(User user) {
        return Refusal.duplicate("user", user.name(), user.domainId());
    }
}
