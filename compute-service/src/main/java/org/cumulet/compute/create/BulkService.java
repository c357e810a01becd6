package org.cumulet.compute.create;

import static org.cumulet.compute.server.ServerRule.CREATE;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.cumulet.api.fault.Fault;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.compute.server.LaunchOrder;
import org.cumulet.once.Handled;
import org.cumulet.once.OnceKeys;
import org.jspecify.annotations.Nullable;

/// Many servers in one transaction. What the wishes name is looked up once for all of them; each is taken or refused
/// for itself.
@Singleton
class BulkService {

    private final WishService wishes;
    private final OrderService orders;
    private final Admission admission;
    private final OnceKeys keys;
    private final Handled handled;
    private final CurrentCaller caller;

    BulkService(WishService wishes, OrderService orders, Admission admission, OnceKeys keys, CurrentCaller caller) {
        this.wishes = wishes;
        this.orders = orders;
        this.admission = admission;
        this.keys = keys;
        this.handled = keys.of("compute");
        this.caller = caller;
    }

    /// @param sender token of the service that sends keys
    /// @return what is answered to each, in their order
    /// @throws Fault.Unavailable when the same keys are handled at the same time, or something cannot be looked up
    List<Launched> launch(NewServers request, @Nullable String sender) {
        caller.must(CREATE);
        var before = before(request.keys(), sender);
        var prepared = request.launches().stream()
                .map(wish -> prepared(wish, wish.once() == null ? null : before.get(wish.once())))
                .toList();
        return admission.admitEach(caller.project(), prepared);
    }

    private Map<String, Handled.Answer> before(List<String> known, @Nullable String sender) {
        if (known.isEmpty()) {
            return Map.of();
        }
        keys.mustBeOurs(known, sender);
        if (new HashSet<>(known).size() < known.size()) {
            throw new Fault.BadRequest("A key is for one launch.");
        }
        try {
            return handled.find(known);
        } catch (SQLException e) {
            throw new Fault.Unavailable("What was done before cannot be read; ask again.").because(e);
        }
    }

    private Prepared prepared(NewServers.Wish wish, Handled.@Nullable Answer before) {
        if (before != null) {
            return new Prepared(wish.once(), null, Launched.before(before));
        }
        try {
            return new Prepared(wish.once(), order(wish.launch()), Launched.NEW);
        } catch (Fault.Unavailable away) {
            throw away;
        } catch (Fault refused) {
            return new Prepared(wish.once(), null, Launched.refused(refused));
        }
    }

    /// Nobody is told a password here, so there is none unless the wish brings one.
    private LaunchOrder order(ObjectNode launch) {
        var request = wishes.read(launch);
        var wish = request.server();
        if (wish.atMost() > 1) {
            throw new Fault.BadRequest("Each of many launches is for one server (min_count, max_count).");
        }
        var password =
                wish.adminPass() == null || wish.adminPass().isEmpty() ? null : AdminPassword.of(wish.adminPass());
        return orders.order(wish, request.allHints(), password);
    }
}
