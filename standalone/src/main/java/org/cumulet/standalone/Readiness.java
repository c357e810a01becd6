package org.cumulet.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// Says when everything answers, and how long that took since this process began: the file `run/ready`.
final class Readiness {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(25);

    private Readiness() {}

    /// Looks at every service's door through the one of the cloud, in the background, until all have answered.
    static void announce(CloudFolder folder, String url, List<String> services, Runnable whenReady) {
        Thread.ofVirtual().name("readiness").start(() -> {
            await(folder, url, services);
            whenReady.run();
        });
    }

    private static void await(CloudFolder folder, String url, List<String> services) {
        try (var http =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
            for (var service : services) {
                while (!answers(http, URI.create(url + Services.door(service)))) {
                    LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
                }
            }
            var began = ProcessHandle.current().info().startInstant().orElseThrow();
            var took = Duration.between(began, java.time.Instant.now()).toMillis();
            var next = folder.ready().resolveSibling("ready.new");
            Files.writeString(next, took + "\n");
            Files.move(next, folder.ready());
        } catch (IOException e) {
            System.err.printf("Cannot say that the cloud is ready: %s.%n", e.getMessage());
        }
    }

    private static boolean answers(HttpClient http, URI door) {
        try {
            var question =
                    HttpRequest.newBuilder(door).timeout(Duration.ofSeconds(5)).build();
            return http.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() < 400;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
