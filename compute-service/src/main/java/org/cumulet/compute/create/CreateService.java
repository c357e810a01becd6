package org.cumulet.compute.create;

import static org.cumulet.compute.server.ServerRule.CREATE;

import jakarta.inject.Singleton;
import java.util.List;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.compute.server.Server;

/// May you, can we, do it: new servers. Other services are asked before the transaction, so that it is short.
@Singleton
class CreateService {

    private final OrderService orders;
    private final Admission admission;
    private final CurrentCaller caller;

    CreateService(OrderService orders, Admission admission, CurrentCaller caller) {
        this.orders = orders;
        this.admission = admission;
        this.caller = caller;
    }

    Accepted create(NewServer.Request request) {
        caller.must(CREATE);
        var wish = request.server();
        var password = AdminPassword.of(wish.adminPass());
        var order = orders.order(wish, request.allHints(), password);
        return new Accepted(admission.admit(order, wish.atLeast()), password);
    }

    /// The servers, and the password that opens them.
    record Accepted(List<Server> servers, AdminPassword password) {}
}
