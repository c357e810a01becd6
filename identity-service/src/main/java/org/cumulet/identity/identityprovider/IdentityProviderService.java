package org.cumulet.identity.identityprovider;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.cumulet.api.page.Page;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.auth.Revocation.Kind;
import org.cumulet.identity.group.GroupService;
import org.cumulet.identity.mapping.MappingChanged;
import org.cumulet.identity.mapping.MappingService;
import org.cumulet.identity.project.NewProject;
import org.cumulet.identity.project.NodeService;
import org.cumulet.identity.revocation.RevocationService;
import org.cumulet.identity.user.AccountService;
import org.cumulet.identity.wire.Refusal;

/// Identity providers and their protocols: made, shown, changed, deleted by those who may. Whatever changes what a
/// provider's word is good for ends the tokens that rest on it.
@Singleton
public class IdentityProviderService {

    private final IdentityProviderStore store;
    private final ProtocolStore protocols;
    private final MappingService mappings;
    private final NodeService nodes;
    private final AccountService accounts;
    private final GroupService groups;
    private final RevocationService revocations;
    private final CurrentCaller caller;

    IdentityProviderService(
            IdentityProviderStore store,
            ProtocolStore protocols,
            MappingService mappings,
            NodeService nodes,
            AccountService accounts,
            GroupService groups,
            RevocationService revocations,
            CurrentCaller caller) {
        this.store = store;
        this.protocols = protocols;
        this.mappings = mappings;
        this.nodes = nodes;
        this.accounts = accounts;
        this.groups = groups;
        this.revocations = revocations;
        this.caller = caller;
    }

    @Transactional
    IdentityProvider create(String id, NewIdentityProvider wish) {
        caller.must(IdentityProviderRule.CREATE);
        return store.add(new IdentityProvider(id, domain(id, wish), wish));
    }

    private String domain(String id, NewIdentityProvider wish) {
        if (wish.domainId() == null) {
            var description = "Users of the identity provider " + id;
            return nodes.addDomain(NewProject.named(id, description)).id();
        }
        nodes.mustHaveDomain(wish.domainId());
        return wish.domainId();
    }

    @Transactional
    Page<IdentityProvider> list(IdentityProviderQuery query) {
        caller.must(IdentityProviderRule.LIST);
        return store.page(query.conditions());
    }

    @Transactional
    IdentityProvider show(String id) {
        caller.must(IdentityProviderRule.GET);
        return get(id);
    }

    @Transactional
    IdentityProvider change(String id, IdentityProviderChange change) {
        caller.must(IdentityProviderRule.UPDATE);
        var provider = store.findForChange(id).orElseThrow(() -> missing(id));
        provider.change(change);
        store.save(provider);
        if (!provider.isEnabled() || change.remoteIds() != null) {
            endAllOf(id);
        }
        return provider;
    }

    /// The users it vouched for go with it. It is closed first, so that nobody comes in who holds what is to go.
    void delete(String id) {
        caller.must(IdentityProviderRule.DELETE);
        QuarkusTransaction.requiringNew().run(() -> close(id));
        QuarkusTransaction.requiringNew().run(() -> {
            accounts.removeAllOf(id);
            store.deleteById(id);
        });
    }

    private void close(String id) {
        store.findForChange(id).orElseThrow(() -> missing(id)).close();
        endAllOf(id);
    }

    @Transactional
    Protocol addProtocol(String id, String protocolId, ProtocolRequest.Wish wish) {
        caller.must(ProtocolRule.CREATE);
        get(id);
        mappings.mustExist(wish.mappingId());
        return protocols.add(new Protocol(new Protocol.Key(id, protocolId), wish.mappingId()));
    }

    @Transactional
    Page<Protocol> listProtocols(String id) {
        caller.must(ProtocolRule.LIST);
        get(id);
        return new Page<>(protocols.of(id), false);
    }

    @Transactional
    Protocol showProtocol(String id, String protocolId) {
        caller.must(ProtocolRule.GET);
        return protocol(id, protocolId);
    }

    @Transactional
    Protocol changeProtocol(String id, String protocolId, ProtocolRequest.Wish wish) {
        caller.must(ProtocolRule.UPDATE);
        store.findForChange(id);
        var protocol = protocol(id, protocolId);
        mappings.mustExist(wish.mappingId());
        protocol.mapBy(wish.mappingId());
        endAllOf(id);
        return protocol;
    }

    @Transactional
    void deleteProtocol(String id, String protocolId) {
        caller.must(ProtocolRule.DELETE);
        store.findForChange(id);
        protocols.delete(protocol(id, protocolId));
        endAllOf(id);
    }

    /// What it says means something else now.
    void revoke(@Observes MappingChanged mapping) {
        protocols.using(mapping.id()).forEach(id -> {
            store.findForChange(id);
            endAllOf(id);
        });
    }

    /// Its tokens die, and the groups it put people in are left.
    private void endAllOf(String id) {
        revocations.revoke(Kind.IDENTITY_PROVIDER, id);
        groups.takeBackAllOf(id);
    }

    /// @throws org.cumulet.api.fault.Fault.NotFound where there is none
    @Transactional
    public IdentityProvider get(String id) {
        return store.findByIdOptional(id).orElseThrow(() -> missing(id));
    }

    /// @throws org.cumulet.api.fault.Fault.NotFound where there is none
    @Transactional
    public Protocol protocol(String id, String protocolId) {
        return protocols
                .findByIdOptional(new Protocol.Key(id, protocolId))
                .orElseThrow(() -> Refusal.missing("federated protocol", protocolId));
    }

    /// Those in use that have this protocol.
    @Transactional
    public List<IdentityProvider> speaking(String protocolId) {
        return store.speaking(protocolId);
    }

    /// One that is in use, and does not change until the transaction ends.
    @Transactional(MANDATORY)
    public Optional<IdentityProvider> hold(String id) {
        return store.findHeld(id).filter(IdentityProvider::isEnabled);
    }

    private static RuntimeException missing(String id) {
        return Refusal.missing("identity provider", id);
    }
}
