package org.cumulet.compute.keypair;

import static org.cumulet.compute.keypair.KeypairRule.CREATE;
import static org.cumulet.compute.keypair.KeypairRule.DELETE;
import static org.cumulet.compute.keypair.KeypairRule.LIST;
import static org.cumulet.compute.keypair.KeypairRule.SHOW;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.json.Times;
import org.cumulet.api.page.Page;
import org.cumulet.api.page.PageQuery;
import org.cumulet.api.version.Microversion;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.auth.Target;
import org.cumulet.compute.quota.QuotaKey;
import org.cumulet.compute.quota.QuotaService;
import org.cumulet.compute.server.LoginKey;
import org.cumulet.compute.web.ComputeVersions;
import org.cumulet.events.Service;
import org.jspecify.annotations.Nullable;

/// What can be done with keypairs. They belong to users, not to projects.
@Singleton
public class KeypairService {

    private static final int MAX_PAGE = 1000;

    private final KeypairStore store;
    private final QuotaService quotas;
    private final CurrentCaller caller;
    private final Clock clock;

    KeypairService(KeypairStore store, QuotaService quotas, CurrentCaller caller, @Service("compute") Clock clock) {
        this.store = store;
        this.quotas = quotas;
        this.caller = caller;
        this.clock = clock;
    }

    /// The caller's own key of this name, for a new server.
    @Transactional
    public Optional<LoginKey> own(String name) {
        return store.find(caller.get().userId(), name).map(Keypair::copy);
    }

    @Transactional
    Page<Keypair> list(@Nullable String user, PageQuery query) {
        var whose = allowed(LIST, user);
        var limit = Microversion.atLeast(ComputeVersions.KEYPAIR_PAGES) ? query.limit(MAX_PAGE) : MAX_PAGE;
        var marker = query.marker().filter(_ -> Microversion.atLeast(ComputeVersions.KEYPAIR_PAGES));
        marker.filter(name -> store.find(whose, name).isEmpty()).ifPresent(name -> {
            throw new Fault.BadRequest("marker [%s] not found".formatted(name));
        });
        return Page.of(store.after(whose, marker.orElse(""), limit + 1), limit);
    }

    @Transactional
    Keypair show(@Nullable String user, String name) {
        return found(allowed(SHOW, user), name);
    }

    @Transactional
    void delete(@Nullable String user, String name) {
        store.delete(found(allowed(DELETE, user), name));
    }

    /// @return the keypair and, when we made it, its private part
    @Transactional
    Created create(NewKeypair wish) {
        var user = allowed(CREATE, wish.userId());
        var name = KeypairName.checked(wish.name());
        var type = wish.type() == null ? KeypairType.SSH : wish.type();
        var generated = wish.publicKey() == null ? generate(type) : null;
        var text = generated == null ? String.valueOf(wish.publicKey()) : generated.publicKey();
        var key = PublicKeyText.of(type, text);
        mustFit(user, name);
        var keypair = new Keypair(user, name, type, key, Times.now(clock));
        store.persist(keypair);
        return new Created(keypair, generated == null ? null : generated.privateKey());
    }

    record Created(Keypair keypair, @Nullable String privateKey) {}

    private static GeneratedKey generate(KeypairType type) {
        if (Microversion.atLeast(ComputeVersions.KEYPAIR_IMPORT_ONLY)) {
            throw new Fault.BadRequest(
                    "Invalid input for field/attribute keypair. 'public_key' is a required property");
        }
        if (type != KeypairType.SSH) {
            throw new Fault.BadRequest("Keypairs of type x509 are imported, not generated: give a public_key.");
        }
        return GeneratedKey.fresh();
    }

    private void mustFit(String user, String name) {
        quotas.lock(user);
        if (store.find(user, name).isPresent()) {
            throw new Fault.Conflict("Key pair '%s' already exists.".formatted(name));
        }
        var allowed = quotas.limits(caller.get().projectId().orElse("")).of(QuotaKey.KEY_PAIRS);
        if (allowed >= 0 && store.count(user) >= allowed) {
            throw new Fault.OverQuota("Quota exceeded, too many key pairs.");
        }
    }

    private String allowed(KeypairRule rule, @Nullable String user) {
        var whose = user == null || !Microversion.atLeast(ComputeVersions.KEYPAIRS_OF_USERS)
                ? caller.get().userId()
                : user;
        caller.must(rule, Target.user(whose));
        return whose;
    }

    private Keypair found(String user, String name) {
        return store.find(user, name)
                .orElseThrow(() -> Fault.NotFound.saying("Keypair %s not found for user %s".formatted(name, user)));
    }
}
