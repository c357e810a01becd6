package org.cumulet.compute.create;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.util.Map;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.fault.Faults;

/// Wishes that come inside of something else: read and refused as `POST /servers` reads and refuses them.
@Singleton
public class WishService {

    private final OrderService orders;
    private final Validator validator;
    private final Faults faults;
    private final ObjectMapper json;

    WishService(OrderService orders, Validator validator, Faults faults, ObjectMapper json) {
        this.orders = orders;
        this.validator = validator;
        this.faults = faults;
        this.json = json;
    }

    /// Whether the caller could launch so many servers like this one now, whatever the quota; nothing is made.
    ///
    /// @param server what `POST /servers` takes as `server`
    /// @throws Fault.BadRequest when something in it is not there or does not fit
    /// @throws Fault.Forbidden when it asks for what the caller may not ask for
    /// @throws Fault.Unavailable when something cannot be looked up
    public void mustBePossible(ObjectNode server, int count) {
        var wish = json.createObjectNode();
        wish.set("server", server.deepCopy().put("min_count", count).put("max_count", count));
        orders.order(read(wish).server(), Map.of(), null);
    }

    /// @param launch the whole of what `POST /servers` takes
    NewServer.Request read(ObjectNode launch) {
        try {
            var request = json.treeToValue(launch, NewServer.Request.class);
            var violations = validator.validate(request);
            if (!violations.isEmpty()) {
                throw faults.of(new ConstraintViolationException(violations));
            }
            return request;
        } catch (JsonProcessingException broken) {
            throw faults.of(broken);
        }
    }
}
