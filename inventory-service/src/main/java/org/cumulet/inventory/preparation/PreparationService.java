package org.cumulet.inventory.preparation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.json.Times;
import org.cumulet.api.page.Page;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.auth.Rule;
import org.cumulet.events.Service;
import org.cumulet.inventory.host.Host;
import org.cumulet.inventory.host.HostKind;
import org.cumulet.inventory.host.HostService;
import org.cumulet.inventory.step.Wish;
import org.cumulet.saga.Sagas;
import org.jspecify.annotations.Nullable;

/// Preparations: begun, watched, cancelled, undone.
@ApplicationScoped
public class PreparationService {

    private static final String KIND = "Preparation";

    private final PreparationStore store;
    private final HostService hosts;
    private final CurrentCaller caller;
    private final Sagas sagas;
    private final Clock clock;

    PreparationService(
            PreparationStore store,
            HostService hosts,
            CurrentCaller caller,
            @Service("inventory") Sagas sagas,
            @Service("inventory") Clock clock) {
        this.store = store;
        this.hosts = hosts;
        this.caller = caller;
        this.sagas = sagas;
        this.clock = clock;
    }

    @Transactional
    Preparation begin(String host, Wish wish) {
        caller.must(PreparationRule.CREATE);
        wish.check();
        return begin(hosts.named(host, PreparationRule.CREATE), wish);
    }

    /// Many hosts with one wish: all of them begin, or none.
    @Transactional
    List<Preparation> beginMany(List<String> ids, Wish wish) {
        caller.must(PreparationRule.CREATE);
        wish.check();
        return ids.stream()
                .distinct()
                .map(id -> begin(hosts.named(id, PreparationRule.CREATE), wish))
                .toList();
    }

    /// Brings a host back to what holds for it, for those who have a rule of their own for that.
    @Transactional
    public UUID repeat(String host, UUID preparation, Rule rule) {
        return begin(hosts.named(host, rule), wishOf(preparation)).id();
    }

    /// How a host was to be prepared, for work that goes on by itself.
    @Transactional
    public Wish wishOf(UUID preparation) {
        return store.findByIdOptional(preparation)
                .orElseThrow(() -> new Fault.NotFound(KIND, preparation.toString()))
                .wish();
    }

    private Preparation begin(Host host, Wish wish) {
        if (host.kind() == HostKind.SIMULATED) {
            throw new Fault.Conflict("Host '%s' is simulated: there is nothing to prepare.".formatted(host.name()));
        }
        var preparation = Preparation.of(host, wish, now());
        store.persist(preparation);
        sagas.begin(PrepareHost.class, subject(host.id()), new Preparing(preparation.id(), false));
        return preparation;
    }

    /// What is done to a host is done one after the other.
    private static String subject(UUID host) {
        return host.toString();
    }

    @Transactional
    Preparation show(String id) {
        caller.must(PreparationRule.SHOW);
        return get(id);
    }

    @Transactional
    Page<Preparation> list(@Nullable String host, Optional<String> marker, int limit) {
        caller.must(PreparationRule.INDEX);
        var of = host == null ? null : hosts.named(host, PreparationRule.INDEX).id();
        return Page.of(store.list(of, marker.map(this::get).orElse(null), limit + 1), limit);
    }

    /// As soon as the step that is under way is over.
    @Transactional
    Preparation cancel(String id) {
        caller.must(PreparationRule.CANCEL);
        var preparation = locked(get(id));
        if (preparation.state().isOver()) {
            throw new Fault.Conflict("Preparation %s is over: it is %s."
                    .formatted(preparation.id(), preparation.state().text()));
        }
        preparation.wantCancel(now());
        return preparation;
    }

    /// Only what was done last can be undone: what was there before it is known.
    @Transactional
    Preparation undo(String id) {
        caller.must(PreparationRule.UNDO);
        var preparation = locked(get(id));
        if (preparation.state() != PreparationState.PREPARED) {
            throw new Fault.Conflict("Preparation %s cannot be undone: it is %s, and it would have to be %s."
                    .formatted(preparation.id(), preparation.state().text(), PreparationState.PREPARED.text()));
        }
        store.laterOnes(preparation).stream().findFirst().ifPresent(later -> {
            throw new Fault.Conflict("Preparation %s came later and has to be undone first.".formatted(later));
        });
        preparation.move(PreparationState.UNDOING, now());
        sagas.begin(UndoPreparation.class, subject(preparation.host()), new Preparing(preparation.id(), false));
        return preparation;
    }

    private Preparation get(String id) {
        try {
            return store.findByIdOptional(UUID.fromString(id)).orElseThrow(() -> new Fault.NotFound(KIND, id));
        } catch (IllegalArgumentException e) {
            throw new Fault.NotFound(KIND, "of this id");
        }
    }

    private Preparation locked(Preparation preparation) {
        store.lock(preparation);
        return preparation;
    }

    private Instant now() {
        return Times.now(clock);
    }
}
