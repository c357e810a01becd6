package org.cumulet.identity.user;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.cumulet.api.json.Times;
import org.cumulet.api.page.Page;
import org.cumulet.auth.Revocation.Kind;
import org.cumulet.events.Service;
import org.cumulet.events.Topics;
import org.cumulet.identity.project.Project;
import org.cumulet.identity.project.ProjectEvent;
import org.cumulet.identity.revocation.RevocationService;
import org.cumulet.identity.store.Conditions;
import org.cumulet.identity.store.News;
import org.jspecify.annotations.Nullable;

/// Users as the rest of identity needs them: it asks no rules, but keeps tokens and events true.
@Singleton
public class AccountService {

    private final UserStore store;
    private final RevocationService revocations;
    private final News news;
    private final Clock clock;

    AccountService(UserStore store, RevocationService revocations, News news, @Service("identity") Clock clock) {
        this.store = store;
        this.revocations = revocations;
        this.news = news;
        this.clock = clock;
    }

    void prepare(@Observes StartupEvent started, Topics topics) {
        topics.ensure(UserEvent.TOPIC, 1, true);
    }

    /// @param password the hash
    @Transactional(MANDATORY)
    public User add(String domainId, NewUser wish, @Nullable String password) {
        var user = store.add(new User(domainId, wish, password));
        news.tell(new UserEvent.Created(user.id(), user.name(), user.domainId(), user.isEnabled(), Times.now(clock)));
        return user;
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

    /// Sets the hash of a password; the user's tokens die.
    @Transactional
    public void setPassword(String id, String hash) {
        var user = store.findForChange(id).orElseThrow();
        user.password(hash);
        store.save(user);
        revocations.revoke(Kind.USER, id);
        news.tell(updated(user));
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
    @Transactional(MANDATORY)
    public void leave(Project domain) {
        store.inDomain(domain.id()).forEach(this::sayGone);
    }

    void change(User user, UserChange change, @Nullable String hash) {
        user.change(change, hash);
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

    private UserEvent updated(User user) {
        return new UserEvent.Updated(user.id(), user.name(), user.domainId(), user.isEnabled(), Times.now(clock));
    }
}
