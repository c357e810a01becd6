package org.cumulet.compute.create;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.cumulet.api.fault.Fault;
import org.cumulet.compute.quota.QuotaService;
import org.cumulet.compute.quota.Room;
import org.cumulet.compute.server.LaunchOrder;
import org.cumulet.compute.server.LaunchService;
import org.cumulet.compute.server.Server;
import org.cumulet.once.Handled;
import org.cumulet.once.OnceKeys;

/// The one transaction in which servers begin to be: counted under the project's lock, written down, their work and
/// their news with them.
@Singleton
class Admission {

    private final QuotaService quotas;
    private final LaunchService launches;
    private final Handled handled;

    Admission(QuotaService quotas, LaunchService launches, OnceKeys keys) {
        this.quotas = quotas;
        this.launches = launches;
        this.handled = keys.of("compute");
    }

    /// As many as fit, but not fewer than `atLeast`.
    @Transactional
    List<Server> admit(LaunchOrder order, int atLeast) {
        return launches.take(order.of(quotas.admit(order.project(), order.flavor(), atLeast, order.count())));
    }

    /// Each of these as far as it fits; what is answered to each, in their order.
    @Transactional
    List<Launched> admitEach(String project, List<Prepared> asked) {
        var room = quotas.room(project);
        var orders = new ArrayList<LaunchOrder>();
        var answers = new ArrayList<Launched>();
        asked.forEach(each -> answers.add(each.order() == null ? each.answer() : admitted(each.order(), room, orders)));
        var servers = launches.take(project, orders).iterator();
        var keys = new HashMap<String, Handled.Answer>();
        for (int i = 0; i < answers.size(); i++) {
            if (answers.get(i).isNew()) {
                var answer = answers.get(i).as(servers.next().id());
                answers.set(i, answer);
                if (asked.get(i).key() != null) {
                    keys.put(asked.get(i).key(), answer.kept());
                }
            }
        }
        remember(keys);
        return answers;
    }

    private static Launched admitted(LaunchOrder order, Room room, List<LaunchOrder> orders) {
        try {
            room.take(order.flavor(), 1, 1);
        } catch (Fault.OverQuota over) {
            return Launched.refused(over);
        }
        orders.add(order);
        return Launched.NEW;
    }

    private void remember(HashMap<String, Handled.Answer> keys) {
        try {
            handled.remember(keys);
        } catch (SQLException e) {
            throw new Fault.Unavailable("What was asked could not be committed; ask again.").because(e);
        }
    }
}
