package org.cumulet.batch.work;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cumulet.api.request.RequestId;
import org.cumulet.batch.delegation.DelegationService;
import org.cumulet.batch.item.Item;
import org.cumulet.batch.remote.Answer;
import org.cumulet.batch.remote.Services;
import org.cumulet.batch.store.Sealer;
import org.cumulet.batch.work.Answers.Full;
import org.cumulet.once.Once;
import org.jspecify.annotations.Nullable;

/// Calls in the name of whoever submitted a job.
@Singleton
class Requests {

    private final DelegationService delegations;
    private final Services services;
    private final Sealer sealer;
    private final Answers answers;
    private final ObjectMapper json;

    Requests(DelegationService delegations, Services services, Sealer sealer, Answers answers, ObjectMapper json) {
        this.delegations = delegations;
        this.services = services;
        this.sealer = sealer;
        this.answers = answers;
        this.json = json;
    }

    /// @param trust by which the call is made
    /// @param key by which it is done once, however often it is made
    /// @throws org.cumulet.api.fault.Fault.Forbidden when whoever submitted it may not any more
    /// @throws org.cumulet.api.fault.Fault.Unavailable when identity cannot be asked
    /// @throws IOException when there is no answer
    /// @throws InterruptedException when this process ends
    Answer call(String method, String path, Contents contents, String trust, @Nullable String key, String request)
            throws IOException, InterruptedException {
        var token = delegations.token(trust);
        var answer = services.send(method, path, headers(contents, token, key, request), body(contents));
        if (answer.status() != 401) {
            return answer;
        }
        delegations.refused(trust, token);
        var fresh = delegations.token(trust);
        return services.send(method, path, headers(contents, fresh, key, request), body(contents));
    }

    private Map<String, String> headers(Contents contents, String token, @Nullable String key, String request) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", "application/json");
        headers.putAll(contents.headers());
        headers.put("Accept", "application/json");
        headers.put("X-Auth-Token", token);
        headers.put(RequestId.HEADER, request);
        headers.put("X-Service-Token", delegations.ownToken());
        if (key != null) {
            headers.put(Once.HEADER, key);
        }
        return headers;
    }

    private byte @Nullable [] body(Contents contents) throws IOException {
        return contents.body() == null ? null : json.writeValueAsBytes(contents.body());
    }

    /// An item as it is to be called: with what was answered to those that it follows.
    ///
    /// @throws Answers.Missing where they were not answered what it refers to
    Full full(Item item) {
        return answers.filled(item, contents(item));
    }

    private Contents contents(Item item) {
        var sent = item.sent();
        try {
            return sent == null
                    ? Contents.NOTHING
                    : json.readValue(sealer.open(Item.seal(item.job(), item.position()), sent), Contents.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
