package org.cumulet.identity.implication;

import static java.util.Objects.requireNonNull;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cumulet.api.fault.Fault;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.auth.Roles;
import org.cumulet.identity.role.Role;
import org.cumulet.identity.role.RoleService;

/// Which role implies which. Nothing implies `admin`, and a role of the whole cloud implies none of a domain.
@Singleton
class ImplicationService {

    private final ImplicationStore store;
    private final RoleService roles;
    private final CurrentCaller caller;

    ImplicationService(ImplicationStore store, RoleService roles, CurrentCaller caller) {
        this.store = store;
        this.roles = roles;
        this.caller = caller;
    }

    /// A role with all it implies at once.
    record Fan(Role prior, List<Role> implied) {}

    @Transactional
    List<Implication> all() {
        caller.must(ImplicationRule.LIST_ALL);
        var pairs = store.all();
        var known = roles
                .of(pairs.stream()
                        .flatMap(it -> Stream.of(it.prior(), it.implied()))
                        .collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(Role::id, Function.identity()));
        return pairs.stream()
                .map(it ->
                        new Implication(requireNonNull(known.get(it.prior())), requireNonNull(known.get(it.implied()))))
                .toList();
    }

    @Transactional
    Fan of(String prior) {
        caller.must(ImplicationRule.LIST);
        return new Fan(roles.get(prior), roles.of(store.impliedBy(prior)));
    }

    @Transactional
    Implication show(String prior, String implied) {
        caller.must(ImplicationRule.GET);
        return existing(prior, implied);
    }

    @Transactional
    Implication create(String prior, String implied) {
        caller.must(ImplicationRule.CREATE);
        var implication = new Implication(roles.get(prior), roles.get(implied));
        if (implication.implied().name().equals(Roles.ADMIN)) {
            throw new Fault.Forbidden("%s cannot be an implied role.".formatted(implied));
        }
        if (implication.prior().domainId().isEmpty()
                && implication.implied().domainId().isPresent()) {
            throw new Fault.Forbidden(
                    "%s cannot be an implied role: it belongs to a domain, and %s does not.".formatted(implied, prior));
        }
        roles.imply(implication.prior(), implication.implied());
        return implication;
    }

    @Transactional
    void delete(String prior, String implied) {
        caller.must(ImplicationRule.DELETE);
        existing(prior, implied);
        roles.narrow(prior);
        store.remove(prior, implied);
    }

    private Implication existing(String prior, String implied) {
        var implication = new Implication(roles.get(prior), roles.get(implied));
        if (!store.contains(prior, implied)) {
            throw Fault.NotFound.saying("%s does not imply %s.".formatted(prior, implied));
        }
        return implication;
    }
}
