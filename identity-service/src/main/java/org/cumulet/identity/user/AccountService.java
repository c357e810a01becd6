package org.cumulet.identity.user;

import static jakarta.transaction.Transactional.TxType.MANDATORY;
import static jakarta.transaction.Transactional.TxType.REQUIRES_NEW;
import static java.util.Objects.requireNonNull;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cumulet.api.json.Times;
import org.cumulet.api.page.Page;
import org.cumulet.auth.Revocation.Kind;
import org.cumulet.events.Service;
import org.cumulet.events.Topics;
import org.cumulet.identity.audit.Changed;
import org.cumulet.identity.project.DomainLeaving;
import org.cumulet.identity.project.ProjectEvent;
import org.cumulet.identity.revocation.RevocationService;
import org.cumulet.identity.store.Conditions;
import org.cumulet.identity.store.Ids;
import org.cumulet.identity.store.News;
import org.cumulet.identity.wire.Listed;
import org.jspecify.annotations.Nullable;

/// Users as the rest of identity needs them: it asks no rules, but keeps tokens and events true.
@Singleton
public class AccountService {

    private final UserStore store;
    private final FormerPasswordStore former;
    private final PasswordRules rules;
    private final RevocationService revocations;
    private final News news;
    private final Event<Changed> changed;
    private final Clock clock;

    AccountService(
            UserStore store,
            FormerPasswordStore former,
            PasswordRules rules,
            RevocationService revocations,
            News news,
            Event<Changed> changed,
            @Service("identity") Clock clock) {
        this.store = store;
        this.former = former;
        this.rules = rules;
        this.revocations = revocations;
        this.news = news;
        this.changed = changed;
        this.clock = clock;
    }

    void prepare(@Observes StartupEvent started, Topics topics) {
        topics.ensure(UserEvent.TOPIC, 1, true);
    }

    /// @param password the hash
    @Transactional(MANDATORY)
    public User add(String domainId, NewUser wish, @Nullable String password) {
        var user = new User(domainId, wish);
        if (password != null) {
            user.password(rules.given(password, user.options()));
        }
        return added(user);
    }

    /// The user whom a provider knows by this, made at the first visit; its name and address follow what the provider
    /// says.
    @Transactional(MANDATORY)
    public User visit(String domainId, Federated federated, String name, Map<String, Object> extra) {
        var known = store.findForChange(federated);
        if (known.isPresent()) {
            if (known.get().follow(name, extra)) {
                news.tell(updated(known.get()));
            }
            return known.get();
        }
        var user = new User(domainId, new NewUser(name, null, null, null, null, null, extra));
        user.federatedBy(federated);
        return added(user);
    }

    /// Keeps a trace of users that are in a directory. Whom it has disabled loses the tokens.
    ///
    /// @return their ids
    @Transactional(REQUIRES_NEW)
    public List<String> keep(String domainId, List<User.Kept> all) {
        var wanted = new LinkedHashMap<String, User.Kept>();
        all.stream().limit(Listed.MOST).forEach(it -> wanted.put(Ids.of(domainId, "user", it.directoryId()), it));
        var known = of(wanted.keySet()).stream().collect(Collectors.toMap(User::id, it -> it));
        var changed = wanted.keySet().stream()
                .filter(id ->
                        known.containsKey(id) && !requireNonNull(known.get(id)).isAs(requireNonNull(wanted.get(id))))
                .toList();
        changed.forEach(id -> follow(requireNonNull(known.get(id)), requireNonNull(wanted.get(id))));
        if (known.size() < wanted.size()) {
            store.alone("directory:" + domainId);
            var before = of(wanted.keySet()).stream().map(User::id).collect(Collectors.toSet());
            wanted.forEach((id, kept) -> {
                if (!before.contains(id)) {
                    added(new User(domainId, kept));
                }
            });
        }
        return List.copyOf(wanted.keySet());
    }

    private void follow(User user, User.Kept kept) {
        store.holdForChange(Set.of(user.id()));
        user.follow(kept);
        if (!kept.enabled()) {
            revocations.revoke(Kind.USER, user.id());
        }
        news.tell(updated(user));
    }

    /// A user is in the directory no more: it is disabled here until it comes back.
    @Transactional(REQUIRES_NEW)
    public void lose(String domainId, String directoryId) {
        store.findByIdOptional(Ids.of(domainId, "user", directoryId))
                .filter(User::isEnabled)
                .ifPresent(user -> follow(user, new User.Kept(directoryId, user.name(), false, user.extra())));
    }

    /// Somebody comes in by a directory, and is looked up there as long as its tokens may be good.
    @Transactional
    public void entersByDirectory(String id) {
        store.entersByDirectory(id, Times.now(clock));
    }

    /// What the directory of a domain knows those by whose tokens may be good still.
    @Transactional
    public List<String> enteredSince(String domainId, Duration ago) {
        return store.enteredSince(domainId, clock.instant().minus(ago));
    }

    /// All whom this provider vouched for.
    @Transactional(MANDATORY)
    public void removeAllOf(String providerId) {
        store.federatedBy(providerId).forEach(this::remove);
    }

    @Transactional
    public Optional<User> find(String id) {
        return store.findByIdOptional(id);
    }

    @Transactional
    public Optional<User> findNamed(String domainId, String name) {
        return store.findNamed(domainId, name);
    }

    @Transactional
    public List<User> of(Collection<String> ids) {
        return ids.isEmpty() ? List.of() : store.list("id in ?1", ids);
    }

    @Transactional
    public Page<User> page(Conditions conditions) {
        return store.page(conditions);
    }

    /// The id of the domain of a user, who is not read yet.
    @Transactional
    public Optional<String> domainOf(String id) {
        return store.domainOf(id);
    }

    /// One that may log in, and does not change until the transaction ends.
    @Transactional(MANDATORY)
    public Optional<User> hold(String id) {
        return store.findHeld(id).filter(User::isEnabled);
    }

    /// Sets the hash of a password, as an admin does; the user's tokens die.
    @Transactional
    public void setPassword(String id, String hash) {
        var user = store.findForChange(id).orElseThrow();
        setPassword(user, rules.given(hash, user.options()));
    }

    /// Sets the hash of a password that the user chose; its tokens die.
    @Transactional
    void choosePassword(String id, String hash) {
        setPassword(store.findForChange(id).orElseThrow(), rules.chosen(hash));
    }

    private void setPassword(User user, Password password) {
        remember(user);
        user.password(password);
        store.save(user);
        revocations.revoke(Kind.USER, user.id());
        news.tell(updated(user));
    }

    /// The hashes that a new password must not fit: of the present one, and of those before.
    @Transactional
    List<String> hashes(User user) {
        var before = former.of(user.id(), rules.unique() - 1);
        return rules.unique() == 0
                ? List.of()
                : Stream.concat(user.password().stream(), before.stream()).toList();
    }

    private void remember(User user) {
        user.password().ifPresent(hash -> former.keep(user.id(), hash, Times.now(clock), rules.unique() - 1));
    }

    /// The same password, hashed otherwise: nothing else changes. False when it is no longer the same.
    @Transactional
    boolean rehash(String id, String old, String hash) {
        return store.rehash(id, old, hash);
    }

    /// A wrong password for this user.
    @Transactional
    void failed(User user) {
        if (rules.locks(user)) {
            store.failed(user.id(), Times.now(clock), rules.most(), rules.unlocked());
            changed.fire(new Changed());
        }
    }

    /// A right password for this user. False for one who has stayed away too long, and is disabled.
    @Transactional
    boolean entered(User user) {
        if (user.failedLogins() == 0 && !rules.isNews(user)) {
            return true;
        }
        var held = store.findForChange(user.id()).orElseThrow();
        if (rules.isInactive(held)) {
            held.disable();
            store.save(held);
            revocations.revoke(Kind.USER, held.id());
            news.tell(updated(held));
            return false;
        }
        held.activeOn(rules.today());
        if (!rules.isLocked(held)) {
            held.unlock();
        }
        return true;
    }

    /// These users lose something that their tokens promise: the tokens die, and nobody gets a new one on the old
    /// terms.
    @Transactional(MANDATORY)
    public void endTokens(Collection<String> ids) {
        if (!ids.isEmpty()) {
            store.holdForChange(ids);
            revocations.revoke(Kind.USER, ids);
        }
    }

    /// The users of a domain go with it.
    void leave(@Observes DomainLeaving domain) {
        store.inDomain(domain.id()).forEach(this::sayGone);
    }

    void change(User user, UserChange change, @Nullable String hash) {
        user.change(change);
        if (hash != null) {
            remember(user);
            user.password(rules.given(hash, user.options()));
        }
        store.save(user);
        if (hash != null || !user.isEnabled()) {
            revocations.revoke(Kind.USER, user.id());
        }
        news.tell(updated(user));
    }

    void remove(User user) {
        revocations.revoke(Kind.USER, user.id());
        sayGone(user);
        store.remove(user);
    }

    void forget(@Observes ProjectEvent.Deleted project) {
        store.withDefaultProject(project.id()).forEach(User::forgetDefaultProject);
    }

    private void sayGone(User user) {
        news.tell(new UserEvent.Deleted(user.id(), Times.now(clock)));
    }

    private User added(User user) {
        store.add(user);
        news.tell(new UserEvent.Created(user.id(), user.name(), user.domainId(), user.isEnabled(), Times.now(clock)));
        return user;
    }

    private UserEvent updated(User user) {
        return new UserEvent.Updated(user.id(), user.name(), user.domainId(), user.isEnabled(), Times.now(clock));
    }
}
