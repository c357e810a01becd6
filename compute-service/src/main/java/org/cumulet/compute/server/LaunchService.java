package org.cumulet.compute.server;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.cumulet.api.json.Times;
import org.cumulet.compute.history.DeedKind;
import org.cumulet.compute.history.HistoryService;
import org.cumulet.events.Outbox;
import org.cumulet.events.Service;

/// Takes an order: rows in BUILD, the work and the news leave in one transaction.
@Singleton
public class LaunchService {

    private final ServerStore store;
    private final Launcher launcher;
    private final HistoryService history;
    private final Outbox outbox;
    private final Clock clock;

    LaunchService(
            ServerStore store,
            Launcher launcher,
            HistoryService history,
            @Service("compute") Outbox outbox,
            @Service("compute") Clock clock) {
        this.store = store;
        this.launcher = launcher;
        this.history = history;
        this.outbox = outbox;
        this.clock = clock;
    }

    /// @return the servers in the order of their launch index
    @Transactional(TxType.MANDATORY)
    public List<Server> take(LaunchOrder order) {
        return take(order.project(), List.of(order));
    }

    /// @return the servers of all these orders of one project, in their order
    @Transactional(TxType.MANDATORY)
    public List<Server> take(String project, List<LaunchOrder> orders) {
        var now = Times.now(clock);
        var servers = orders.stream()
                .flatMap(order -> IntStream.range(0, order.count()).mapToObj(index -> new Server(order, index, now)))
                .toList();
        store.persist(servers);
        history.begun(DeedKind.CREATE, project, servers.stream().map(Server::id).toList());
        launcher.launch(servers);
        outbox.publish(servers.stream().map(ServerEvent.Requested::of).toList());
        return servers;
    }
}
