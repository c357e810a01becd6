package org.cumulet.identity.federation;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.json.Times;
import org.cumulet.auth.Caller;
import org.cumulet.events.Service;
import org.cumulet.identity.IdentitySettings;
import org.cumulet.identity.grant.Grant;
import org.cumulet.identity.grant.HeldRolesService;
import org.cumulet.identity.grant.Holder;
import org.cumulet.identity.grant.Place;
import org.cumulet.identity.group.Group;
import org.cumulet.identity.group.GroupService;
import org.cumulet.identity.identityprovider.IdentityProvider;
import org.cumulet.identity.identityprovider.IdentityProviderService;
import org.cumulet.identity.mapping.Claims;
import org.cumulet.identity.mapping.Mapped;
import org.cumulet.identity.mapping.MappingService;
import org.cumulet.identity.project.NewProject;
import org.cumulet.identity.project.NodeService;
import org.cumulet.identity.project.Project;
import org.cumulet.identity.role.RoleService;
import org.cumulet.identity.user.AccountService;
import org.cumulet.identity.user.Federated;
import org.cumulet.identity.user.User;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Makes of what a provider says of somebody a user with groups, projects and roles, as the mapping wants.
@Singleton
public class FederationService {

    private static final Logger LOG = Logger.getLogger(FederationService.class);
    private static final int LONGEST_NAME = 255;

    private final IdentityProviderService providers;
    private final MappingService mappings;
    private final OpenIdService openId;
    private final AccountService accounts;
    private final GroupService groups;
    private final NodeService nodes;
    private final RoleService roles;
    private final HeldRolesService held;
    private final IdentitySettings settings;
    private final Clock clock;

    FederationService(
            IdentityProviderService providers,
            MappingService mappings,
            OpenIdService openId,
            AccountService accounts,
            GroupService groups,
            NodeService nodes,
            RoleService roles,
            HeldRolesService held,
            IdentitySettings settings,
            @Service("identity") Clock clock) {
        this.providers = providers;
        this.mappings = mappings;
        this.openId = openId;
        this.accounts = accounts;
        this.groups = groups;
        this.nodes = nodes;
        this.roles = roles;
        this.held = held;
        this.settings = settings;
        this.clock = clock;
    }

    /// Somebody came in.
    public record Visitor(String userId, Caller.Federation by) {}

    /// Somebody shows a token of the provider's.
    ///
    /// @throws Fault.Unauthorized when it is not good, or means nobody here
    public Visitor enter(String providerId, String protocolId, String token) {
        var provider = open(providerId, protocolId);
        return enter(providerId, protocolId, openId.read(provider.remoteIds(), token));
    }

    /// @throws Fault.NotFound where there is no such provider or protocol
    /// @throws Fault.Forbidden where it is not in use
    public IdentityProvider open(String providerId, String protocolId) {
        var provider = providers.get(providerId);
        providers.protocol(providerId, protocolId);
        if (!provider.isEnabled()) {
            throw new Fault.Forbidden("Identity Provider %s is disabled.".formatted(providerId));
        }
        return provider;
    }

    /// The one provider in use that can be asked by this protocol in a browser.
    ///
    /// @throws Fault.NotFound where there is none
    /// @throws Fault.BadRequest where there are several
    public IdentityProvider only(String protocolId) {
        var all = providers.speaking(protocolId).stream()
                .filter(it -> openId.knows(it.remoteIds()))
                .toList();
        return switch (all.size()) {
            case 0 -> throw Fault.NotFound.saying("Could not find federated protocol: %s.".formatted(protocolId));
            case 1 -> all.getFirst();
            default ->
                throw new Fault.BadRequest(
                        "Several identity providers speak %s: name one, as in /v3/auth/OS-FEDERATION/identity_providers/%s/protocols/%s/websso."
                                .formatted(protocolId, all.getFirst().id(), protocolId));
        };
    }

    /// @throws Fault.Unauthorized when the claims mean nobody here
    @Transactional
    public Visitor enter(String providerId, String protocolId, Claims claims) {
        var provider = providers.hold(providerId).orElseThrow(Fault.Unauthorized::new);
        var mappingId = providers.protocol(providerId, protocolId).mappingId();
        var mapped = mappings.apply(mappingId, claims)
                .orElseThrow(() -> Fault.Unauthorized.saying(
                        "No rule of mapping %s fits what the identity provider says of you.".formatted(mappingId)));
        var person = mapped.users().stream()
                .findFirst()
                .orElseThrow(() -> Fault.Unauthorized.saying("Mapping %s names no user.".formatted(mappingId)));
        var userId = person.local()
                ? local(person).id()
                : visit(provider, protocolId, person, mapped).id();
        return new Visitor(userId, new Caller.Federation(providerId, protocolId));
    }

    private User local(Mapped.User person) {
        var found = person.id() != null
                ? accounts.find(person.id())
                : Optional.ofNullable(person.domain())
                        .flatMap(this::domain)
                        .flatMap(domain -> accounts.findNamed(domain.id(), String.valueOf(person.name())));
        return found.orElseThrow(() -> Fault.Unauthorized.saying("The mapping names a user that is not here."));
    }

    private User visit(IdentityProvider provider, String protocolId, Mapped.User person, Mapped mapped) {
        var id = Stream.of(Optional.ofNullable(person.id()), Optional.ofNullable(person.name()))
                .flatMap(Optional::stream)
                .findFirst()
                .filter(it -> it.length() <= LONGEST_NAME)
                .orElseThrow(() -> Fault.Unauthorized.saying(
                        "The mapping makes neither an id nor a name of what the identity provider says of you."));
        var name = person.name() == null ? id : person.name();
        if (name.length() > LONGEST_NAME) {
            throw Fault.Unauthorized.saying("The name that the identity provider gives is too long.");
        }
        var user = accounts.visit(
                place(provider, person.domain()),
                new Federated(provider.id(), protocolId, id),
                name,
                person.email() == null ? Map.of() : Map.of("email", person.email()));
        groups.lend(user.id(), groupIds(provider, mapped), Times.now(clock).plus(groupLife(provider)));
        mapped.projects().forEach(project -> provide(provider, user, project));
        return user;
    }

    /// At least as long as the token that is made now.
    private Duration groupLife(IdentityProvider provider) {
        return provider.authorizationLife()
                .filter(it -> it.compareTo(settings.tokenLife()) > 0)
                .orElse(settings.tokenLife());
    }

    /// Groups by id must be there; of those by name, which a provider may have many of, the ones that are.
    private List<String> groupIds(IdentityProvider provider, Mapped mapped) {
        var known = groups.of(mapped.groupIds()).stream().map(Group::id).toList();
        if (!known.containsAll(mapped.groupIds())) {
            LOG.warnf("a mapping of %s names groups that are not there: %s", provider.id(), mapped.groupIds());
            throw Fault.Unauthorized.saying("The mapping names a group that is not here.");
        }
        var named = mapped.groups().stream()
                .flatMap(it -> groups.findNamed(place(provider, it.domain()), it.name()).stream())
                .map(Group::id);
        return Stream.concat(known.stream(), named).distinct().toList();
    }

    /// A project that is not there is made.
    private void provide(IdentityProvider provider, User user, Mapped.Project wish) {
        var domainId = place(provider, wish.domain());
        var project = nodes.findProjectNamed(domainId, wish.name()).orElseGet(() -> {
            var domain = nodes.findDomainForChange(domainId).orElseThrow(Fault.Unauthorized::new);
            return nodes.findProjectNamed(domainId, wish.name())
                    .orElseGet(() -> nodes.addProject(
                            domain, NewProject.named(wish.name(), "Made for users of " + provider.id())));
        });
        for (var role : roles.named(wish.roles())) {
            held.give(new Grant(new Holder.User(user.id()), new Place.Project(project.id()), role.id()));
        }
    }

    private String place(IdentityProvider provider, Mapped.@Nullable Domain domain) {
        return domain == null
                ? provider.domainId()
                : domain(domain)
                        .map(Project::id)
                        .orElseThrow(() -> Fault.Unauthorized.saying("The mapping names a domain that is not here."));
    }

    private Optional<Project> domain(Mapped.Domain domain) {
        return domain.id() != null
                ? nodes.findDomain(domain.id())
                : Optional.ofNullable(domain.name()).flatMap(nodes::findDomainNamed);
    }

    /// Whether the provider still vouches for people, which it does until the transaction ends.
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean holds(String providerId) {
        return providers.hold(providerId).isPresent();
    }
}
