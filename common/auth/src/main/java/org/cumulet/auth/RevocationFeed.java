package org.cumulet.auth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/// Hears what identity revokes. Every process reads the whole (compacted) topic from its beginning.
@ApplicationScoped
class RevocationFeed {

    private static final Logger LOG = Logger.getLogger(RevocationFeed.class);

    private final Revocations revocations;
    private final ObjectMapper json;

    RevocationFeed(Revocations revocations, ObjectMapper json) {
        this.revocations = revocations;
        this.json = json;
    }

    @Incoming("revocations")
    @RunOnVirtualThread
    void heard(String record) {
        try {
            revocations.add(json.readValue(record, Revocation.class));
        } catch (JsonProcessingException e) {
            LOG.errorf(e, "a record on %s is not a revocation", Revocation.TOPIC);
        }
    }
}
