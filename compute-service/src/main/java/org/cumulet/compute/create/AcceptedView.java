package org.cumulet.compute.create;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;
import org.cumulet.compute.web.Link;
import org.cumulet.compute.web.Links;

/// What is answered when servers were accepted: the first of them, or the number under which all are found.
sealed interface AcceptedView {

    static AcceptedView of(NewServer wish, CreateService.Accepted accepted, Links links) {
        var first = accepted.servers().getFirst();
        if (Boolean.TRUE.equals(wish.returnReservationId())) {
            return new Reservation(first.reservation());
        }
        var groups = wish.securityGroups() == null || wish.securityGroups().isEmpty()
                ? List.of(new NewServer.GroupName("default"))
                : List.copyOf(wish.securityGroups());
        return new One(new Server(
                first.id(),
                links.of("servers", first.id()),
                first.diskConfig(),
                groups,
                accepted.password().text()));
    }

    record Reservation(String reservationId) implements AcceptedView {}

    record One(Server server) implements AcceptedView {}

    record Server(
            UUID id,
            List<Link> links,
            @JsonProperty("OS-DCF:diskConfig") String diskConfig,
            List<NewServer.GroupName> securityGroups,
            @JsonProperty("adminPass") String adminPass) {}
}
