package org.cumulet.gateway;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// Which services answer right now.
final class ServiceStates {

    private final Inside inside;
    private final Remembered<Map<CloudPath, ServiceState>> known;

    ServiceStates(Inside inside, Clock clock) {
        this.inside = inside;
        this.known = new Remembered<>(clock, Duration.ofSeconds(1));
    }

    Future<Map<CloudPath, ServiceState>> all(RoutingContext request) {
        return known.or(() -> ask(inside.addresses(request)));
    }

    /// One question per process, however many paths it serves.
    private Future<Map<CloudPath, ServiceState>> ask(Map<CloudPath, URI> addresses) {
        var questions = new HashMap<URI, Future<ServiceState>>();
        var answers = new LinkedHashMap<CloudPath, Future<ServiceState>>();
        addresses.forEach((path, address) -> answers.put(path, questions.computeIfAbsent(address, this::ask)));
        return Future.join(answers.values().stream().toList()).map(_ -> {
            var states = new LinkedHashMap<CloudPath, ServiceState>();
            answers.forEach((path, answer) -> states.put(path, answer.result()));
            return states;
        });
    }

    private Future<ServiceState> ask(URI address) {
        return inside.get(address, "/q/health/ready")
                .map(answer -> answer.status() == 200 ? ServiceState.UP : ServiceState.DOWN)
                .otherwise(ServiceState.DOWN);
    }
}
