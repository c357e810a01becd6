package org.cumulet.batch.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.cumulet.api.fault.Fault;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.batch.BatchSettings;
import org.cumulet.batch.delegation.DelegationService;
import org.cumulet.batch.job.JobRule;
import org.cumulet.batch.job.JobService;
import org.cumulet.batch.job.NewJob;
import org.cumulet.batch.remote.Services;
import org.cumulet.batch.store.Sealer;
import org.cumulet.batch.store.Sql;
import org.cumulet.events.Service;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/// A document becomes a job in one transaction: read, checked and written down as it streams in. Whatever is wrong
/// with it, or becomes of this process meanwhile, there is either the whole job or nothing of it.
@Singleton
class SubmitService {

    private static final int LONGEST_UPLOAD_SECONDS = 1800;
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private final JobService jobs;
    private final DelegationService delegations;
    private final Services services;
    private final Uploads uploads;
    private final BatchSettings settings;
    private final CurrentCaller caller;
    private final Sealer sealer;
    private final ObjectMapper json;
    private final Sql sql;
    private final Clock clock;

    SubmitService(
            JobService jobs,
            DelegationService delegations,
            Services services,
            Uploads uploads,
            BatchSettings settings,
            CurrentCaller caller,
            Sealer sealer,
            ObjectMapper json,
            Sql sql,
            @Service("batch") Clock clock) {
        this.jobs = jobs;
        this.delegations = delegations;
        this.services = services;
        this.uploads = uploads;
        this.settings = settings;
        this.caller = caller;
        this.sealer = sealer;
        this.json = json;
        this.sql = sql;
        this.clock = clock;
    }

    /// How a document is written.
    sealed interface Form {
        record Whole() implements Form {}

        record Lines() implements Form {}

        /// @param template the operation that each row fills, as JSON
        record Rows(String template) implements Form {}
    }

    Wish wish() {
        return new Wish(settings);
    }

    /// The job that this document is, or was when it was sent by this key before.
    ///
    /// @throws InvalidDocument with everything that is wrong with it
    /// @throws Fault.Conflict while it is being sent by this key
    /// @throws Fault.Unprocessable where something else was sent by this key
    UUID submit(Form form, InputStream sent, Wish wish, Problems problems, @Nullable String key) {
        caller.must(JobRule.CREATE);
        delegations.mustBePossible();
        if (key != null && !KEY.matcher(key).matches()) {
            throw new Fault.BadRequest("Idempotency-Key: 1 to 255 visible ASCII characters are expected.");
        }
        try (var _ = uploads.begin(caller.project())) {
            var body = new Body(sent, settings.maxBody().asLongValue());
            if (form instanceof Form.Rows rows) {
                body.include(rows.template());
            }
            return QuarkusTransaction.requiringNew()
                    .timeout(LONGEST_UPLOAD_SECONDS)
                    .call(() -> known(key, body).orElseGet(() -> read(form, body, wish, problems, key)));
        }
    }

    private Optional<UUID> known(@Nullable String key, Body body) {
        return key == null ? Optional.empty() : jobs.known(key, () -> digest(body));
    }

    private UUID read(Form form, Body body, Wish wish, Problems problems, @Nullable String key) {
        var id = UUID.randomUUID();
        var room = jobs.room();
        var used = new ArrayList<Integer>();
        var total = sql.with(connection -> {
            try (var copy = new ItemCopy(connection, id, sealer, json)) {
                var compute = new Compute(services, caller.token());
                var operations =
                        new Operations(copy, problems, new Templates(compute), new Fleet(compute), settings.maxItems());
                var document = new Document(operations, problems, wish);
                switch (form) {
                    case Form.Whole _ -> document.readObject(body);
                    case Form.Lines _ -> document.readLines(body);
                    case Form.Rows rows -> document.readRows(body, document.template(rows.template()));
                }
                if (operations.isEmpty()) {
                    var where = form instanceof Form.Whole ? "/operations" : "";
                    problems.add(null, where, "at least one operation is expected");
                }
                wish.check(clock.instant(), copy.count(), problems);
                problems.refuse();
                copy.finish();
                used.addAll(operations.used());
                return copy.count();
            } catch (IOException e) {
                throw new Fault.BadRequest("The document was not sent to its end.").because(e);
            }
        });
        if (total > room) {
            throw new Fault.OverQuota(
                    "Jobs of this project may have %d open items together: %d are open, %d more were asked for."
                            .formatted(settings.maxOpenItems(), settings.maxOpenItems() - room, total));
        }
        sql.batch(
                "update item set keeps = true where job = ? and position = ?",
                used.stream().map(position -> new Object[] {id, position}).toList());
        jobs.accept(new NewJob(
                id,
                wish.name,
                wish.priority,
                wish.maxParallel,
                wish.policy(),
                wish.needed(total),
                wish.notBefore,
                wish.deadline,
                delegations.delegate(begin(wish)),
                total,
                key,
                digest(body),
                String.valueOf(MDC.get("request_id"))));
        return id;
    }

    private Instant begin(Wish wish) {
        var now = clock.instant();
        return wish.notBefore == null || wish.notBefore.isBefore(now) ? now : wish.notBefore;
    }

    private static byte[] digest(Body body) {
        try {
            return body.digest();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
