package org.cumulet.batch.delegation;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.json.Times;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.auth.ServiceTokens;
import org.cumulet.auth.TokenVerifier;
import org.cumulet.batch.BatchSettings;
import org.cumulet.batch.remote.Answer;
import org.cumulet.batch.remote.Services;
import org.jboss.logging.Logger;

/// A job acts by a trust that its submitter gives to this service: for one project, with the roles of the token
/// that it was submitted with, for a limited time. Its tokens are short, die with the submitter's rights and are
/// kept in memory only.
@Singleton
public class DelegationService {

    private static final Logger LOG = Logger.getLogger(DelegationService.class);
    private static final String SELF = "batch";
    private static final String TRUSTS = "/identity/v3/OS-TRUST/trusts";

    private final Services services;
    private final ServiceTokens tokens;
    private final TokenVerifier verifier;
    private final TransactionSynchronizationRegistry transactions;
    private final CurrentCaller caller;
    private final BatchSettings settings;
    private final ObjectMapper json;

    DelegationService(
            Services services,
            ServiceTokens tokens,
            TokenVerifier verifier,
            TransactionSynchronizationRegistry transactions,
            CurrentCaller caller,
            BatchSettings settings,
            ObjectMapper json) {
        this.services = services;
        this.tokens = tokens;
        this.verifier = verifier;
        this.transactions = transactions;
        this.caller = caller;
        this.settings = settings;
        this.json = json;
    }

    /// Whether this caller may hand on its rights at all.
    ///
    /// @throws Fault.Forbidden for a token that is good for some requests only: a job would not be bound by that
    public void mustBePossible() {
        if (caller.get().accessRules() != null) {
            throw new Fault.Forbidden(
                    "A token with access rules cannot submit jobs: what a job does would not be held to its rules.");
        }
    }

    /// The caller's trust in this service, by its id.
    ///
    /// @param begin when what it is for begins, at the earliest
    /// @throws Fault.Forbidden when identity does not let this caller's rights be handed on
    public String delegate(Instant begin) {
        mustBePossible();
        var answer = ask("POST", TRUSTS, caller.token(), Map.of("trust", wish(begin)));
        return switch (answer.status()) {
            case 201 -> answer.body().path("trust").path("id").asText();
            case 401 -> throw new Fault.Unauthorized();
            case 403 -> throw new Fault.Forbidden("The rights of this token cannot be handed on: " + answer.message());
            default -> throw new Fault.Unavailable("Identity takes no trust: " + answer.message());
        };
    }

    private Map<String, Object> wish(Instant begin) {
        var trustee = verifier.verify(tokens.of(SELF)).userId();
        var wish = new LinkedHashMap<String, Object>();
        wish.put("trustor_user_id", caller.get().userId());
        wish.put("trustee_user_id", trustee);
        wish.put("impersonation", true);
        wish.put("project_id", caller.project());
        wish.put("expires_at", Times.MICROS_Z.of(begin.plus(settings.longest())));
        wish.put(
                "roles",
                caller.get().roles().stream().map(it -> Map.of("name", it)).toList());
        return wish;
    }

    /// A token to act with.
    ///
    /// @throws Fault.Forbidden when it may not any more
    /// @throws Fault.Unavailable when identity cannot be asked
    public String token(String trust) {
        return tokens.of(SELF, trust);
    }

    /// This service's own token, by which others know who sends a request.
    public String ownToken() {
        return tokens.of(SELF);
    }

    public void refused(String trust, String token) {
        tokens.refused(SELF, trust, token);
    }

    /// Takes the trust back once the running transaction is committed. What cannot be taken back ends by itself.
    public void end(String trust) {
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    Thread.ofVirtual().name("trust-" + trust).start(() -> takeBack(trust));
                }
            }
        });
    }

    private void takeBack(String trust) {
        try {
            ask("DELETE", TRUSTS + "/" + trust, tokens.of(SELF, trust), Map.of());
        } catch (Fault e) {
            LOG.debugf("Trust %s ends by itself: %s", trust, e.text());
        } finally {
            tokens.ended(SELF, trust);
        }
    }

    private Answer ask(String method, String path, String token, Map<String, Object> body) {
        try {
            var headers = Map.of("X-Auth-Token", token, "Content-Type", "application/json");
            return services.send(method, path, headers, body.isEmpty() ? null : json.writeValueAsBytes(body));
        } catch (IOException e) {
            throw new Fault.Unavailable("Identity cannot be reached; try again.").because(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Fault.Unavailable("Interrupted while asking identity.").because(e);
        }
    }
}
