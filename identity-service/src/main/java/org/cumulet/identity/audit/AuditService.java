package org.cumulet.identity.audit;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;
import org.cumulet.api.json.Times;
import org.cumulet.events.Service;
import org.cumulet.events.Topics;
import org.cumulet.identity.audit.AuditEvent.Party;
import org.cumulet.identity.audit.AuditEvent.Reason;
import org.cumulet.identity.audit.AuditEvent.Recorded;

/// Writes down what was asked and what came of it, before the answer leaves.
@Singleton
class AuditService {

    private static final String EVENT = "http://schemas.dmtf.org/cloud/audit/1.0/event";
    private static final Party OBSERVER = new Party("identity", "service/security", null);
    private static final int FIRST_FAILURE = 400;

    private final AuditBook book;
    private final Clock clock;

    AuditService(AuditBook book, @Service("identity") Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    void prepare(@Observes StartupEvent started, Topics topics) {
        topics.ensure(AuditEvent.TOPIC, 1, false);
    }

    /// @param status that is answered
    void record(String action, Party initiator, Party target, String path, int status) {
        var failed = status >= FIRST_FAILURE;
        book.write(new Recorded(
                EVENT,
                UUID.randomUUID().toString(),
                "activity",
                Times.now(clock),
                action,
                failed ? "failure" : "success",
                initiator,
                target,
                OBSERVER,
                failed ? new Reason("HTTP", String.valueOf(status)) : null,
                path));
    }
}
