package org.cumulet.inventory.host;

import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.page.PageQuery;
import org.jspecify.annotations.Nullable;

/// Which hosts are listed.
public class HostQuery extends PageQuery {

    static final int LONGEST_PAGE = 1000;

    @QueryParam("name")
    @Nullable
    String name;

    @QueryParam("state")
    @Nullable
    String state;

    @QueryParam("availability_zone")
    @Nullable
    String availabilityZone;

    @QueryParam("role")
    @Nullable
    String role;

    @QueryParam("label")
    @Nullable
    String label;

    @Nullable
    String role() {
        if (role == null
                || Arrays.stream(HostRole.values())
                        .anyMatch(known -> known.text().equals(role))) {
            return role;
        }
        throw new Fault.BadRequest("Invalid input for query parameter role: there is no such role.");
    }

    @Nullable
    Label label() {
        return label == null ? null : Label.parse(label);
    }

    int limit() {
        return limit(LONGEST_PAGE);
    }

    @Nullable
    HostState state() {
        if (state == null) {
            return null;
        }
        for (var known : HostState.values()) {
            if (known.text().equals(state)) {
                return known;
            }
        }
        throw new Fault.BadRequest("Invalid input for query parameter state: there is no such state.");
    }
}
