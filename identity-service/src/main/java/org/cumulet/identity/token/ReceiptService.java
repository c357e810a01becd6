package org.cumulet.identity.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.json.Times;
import org.cumulet.auth.Caller;
import org.cumulet.events.Service;
import org.cumulet.identity.secret.Sealer;

/// Receipts, which their holders carry sealed.
@Singleton
class ReceiptService {

    private static final Duration LIFE = Duration.ofMinutes(5);

    private final ObjectMapper json =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private final Sealer sealer;
    private final Clock clock;

    ReceiptService(Sealer sealer, @Service("identity") Clock clock) {
        this.sealer = sealer;
        this.clock = clock;
    }

    Receipt issue(Caller.User user, List<String> methods) {
        var now = Times.now(clock);
        return new Receipt(user, methods, now, now.plus(LIFE));
    }

    String seal(Receipt receipt) {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sealer.seal(json.writeValueAsBytes(receipt)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /// @throws Fault.Unauthorized when it is none of ours, or too old
    Receipt open(String sealed) {
        var receipt = read(sealed);
        if (!clock.instant().isBefore(receipt.expiresAt())) {
            throw new Fault.Unauthorized();
        }
        return receipt;
    }

    private Receipt read(String sealed) {
        try {
            return json.readValue(sealer.open(Base64.getUrlDecoder().decode(sealed)), Receipt.class);
        } catch (IOException | RuntimeException noneOfOurs) {
            throw new Fault.Unauthorized().because(noneOfOurs);
        }
    }
}
