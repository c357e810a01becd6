package org.cumulet.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;

/// Compute and image in a process of their own, network down, identity in this process.
public class BackendResource implements QuarkusTestResourceLifecycleManager {

    private final Backend backend = new Backend();

    @Override
    public Map<String, String> start() {
        var url = "http://127.0.0.1:" + backend.port();
        return Map.of(
                "cumulet.gateway.routes.compute",
                url,
                "cumulet.gateway.routes.image",
                url,
                "cumulet.gateway.routes.network",
                "http://127.0.0.1:" + closedPort(),
                "cumulet.gateway.max-body",
                "100K",
                "quarkus.http.idle-timeout",
                "2S");
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(backend, new TestInjector.MatchesType(Backend.class));
    }

    private static int closedPort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        backend.close();
    }
}
