package org.cumulet.compute.listing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.UUID;
import org.cumulet.api.json.Times;
import org.cumulet.api.version.Since;
import org.cumulet.compute.history.Deed;
import org.cumulet.compute.server.HostId;
import org.cumulet.compute.web.Link;
import org.jspecify.annotations.Nullable;

/// One thing that was done to a server, as the API shows it.
///
/// @param events shown of one deed, not in lists
record DeedView(
        String action,
        UUID instanceUuid,
        String requestId,
        String userId,
        String projectId,
        String startTime,
        @Nullable String message,
        @Since("2.58") String updatedAt,
        @JsonInclude(Include.NON_NULL) @Nullable List<Event> events) {

    record One(@JsonProperty("instanceAction") DeedView action) {}

    record Many(
            @JsonProperty("instanceActions") List<DeedView> actions,
            @JsonInclude(Include.NON_EMPTY) List<Link> links) {}

    /// What happened on a host.
    ///
    /// @param admin what only admins see
    record Event(
            String event,
            String startTime,
            @Nullable String finishTime,
            @Nullable String result,
            @Since("2.62") @JsonProperty("hostId") String hostId,
            @JsonUnwrapped @Nullable ForAdmins admin) {}

    record ForAdmins(
            @Nullable String traceback,
            @Since("2.62") @Nullable String host,
            @Since("2.84") @Nullable String details) {}

    static DeedView of(Deed deed) {
        return of(deed, null);
    }

    /// With what happened, as far as the caller may know.
    static DeedView withEvents(Deed deed, boolean admin) {
        var event = new Event(
                deed.kind().event(),
                Times.MICROS.of(deed.started()),
                deed.finished().map(Times.MICROS::of).orElse(null),
                deed.result().map(Deed.Result::text).orElse(null),
                deed.host().map(host -> HostId.of(deed.project(), host)).orElse(""),
                admin
                        ? new ForAdmins(
                                null, deed.host().orElse(null), deed.details().orElse(null))
                        : null);
        return of(deed, List.of(event));
    }

    static DeedView of(Deed deed, @Nullable List<Event> events) {
        return new DeedView(
                deed.kind().text(),
                deed.server(),
                deed.requestId(),
                deed.user(),
                deed.project(),
                Times.MICROS.of(deed.started()),
                deed.result()
                        .filter(Deed.Result.ERROR::equals)
                        .map(Deed.Result::text)
                        .orElse(null),
                Times.MICROS.of(deed.finished().orElse(deed.started())),
                events);
    }
}
