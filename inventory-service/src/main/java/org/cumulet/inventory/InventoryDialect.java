package org.cumulet.inventory;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Set;
import org.cumulet.api.fault.Dialect;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.fault.PlainDialect;

/// `{"error":{"code":404,"title":"Not Found","message":"…"}}`
@Singleton
class InventoryDialect implements Dialect {

    private static final Dialect PLAIN = new PlainDialect(Set.of());

    private final Challenge challenge;

    InventoryDialect(Challenge challenge) {
        this.challenge = challenge;
    }

    @Override
    public Set<String> paths() {
        return Set.of("/inventory");
    }

    @Override
    public Spoken speak(Fault fault, HttpHeaders asked) {
        return fault instanceof Fault.Unauthorized ? challenge.of(fault, asked) : PLAIN.speak(fault, asked);
    }
}
