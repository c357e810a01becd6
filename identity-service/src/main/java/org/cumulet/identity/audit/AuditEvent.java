package org.cumulet.identity.audit;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.cumulet.events.DomainEvent;
import org.jspecify.annotations.Nullable;

/// What an auditor may know of a request, in the form and with the keys of CADF (DMTF DSP0262).
public sealed interface AuditEvent extends DomainEvent {

    String TOPIC = "identity.audit";

    /// @param initiator who asked
    /// @param target what it was about
    /// @param reason why it failed; null where it did not
    record Recorded(
            @JsonProperty("typeURI") String typeUri,
            String id,
            @JsonProperty("eventType") String eventType,
            @JsonProperty("eventTime") Instant eventTime,
            String action,
            String outcome,
            Party initiator,
            Party target,
            Party observer,
            @Nullable Reason reason,
            @JsonProperty("requestPath") String requestPath)
            implements AuditEvent {

        /// All that one party does stays in order.
        @Override
        public String subject() {
            return initiator.id();
        }

        @Override
        public Instant at() {
            return eventTime;
        }
    }

    /// @param id `unknown` where nobody has proved anything
    /// @param host where from; null for what is not a caller
    record Party(
            String id,
            @JsonProperty("typeURI") String typeUri,
            @Nullable Host host) {}

    record Host(@Nullable String address, @Nullable String agent) {}

    /// @param reasonType `HTTP`
    /// @param reasonCode the status that was answered
    record Reason(
            @JsonProperty("reasonType") String reasonType,
            @JsonProperty("reasonCode") String reasonCode) {}

    @Override
    default String topic() {
        return TOPIC;
    }

    @Override
    default @Nullable String project() {
        return null;
    }
}
