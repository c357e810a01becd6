package org.cumulet.systemtests.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cumulet.systemtests.cloud.Api;
import org.cumulet.systemtests.cloud.Cloud;
import org.cumulet.systemtests.cloud.Credentials;
import org.cumulet.systemtests.cloud.InTheCloud;
import org.cumulet.systemtests.cloud.Shape;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Security case 5, across processes: what ends a token in identity ends it in every service. It takes Kafka some
/// milliseconds; the promise is a second, and a busy machine is given more.
@InTheCloud(Shape.SEPARATE_PROCESSES)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LostRightsTest {

    private static final List<String> PATHS = List.of(
            "/identity/v3/auth/projects", "/compute/v2.1/flavors", "/network/v2.0/networks", "/image/v2/images");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Cloud cloud;
    private final Api admin;
    private final String member;

    LostRightsTest(Cloud cloud) {
        this.cloud = cloud;
        this.admin = cloud.admin();
        this.member = admin.get("/identity/v3/roles?name=member").expect(200).at("/roles/0/id");
    }

    /// Somebody with a role in a project.
    private record Person(String user, String project, Api api) {}

    /// What an admin does, as a request with the ids of the user, the project and the role.
    private record Change(String method, String path, String body) {

        @Override
        public String toString() {
            return method + " " + path + " " + body;
        }
    }

    static Stream<Change> changes() {
        return Stream.of(
                new Change("PATCH", "/identity/v3/users/%1$s", "{\"user\": {\"enabled\": false}}"),
                new Change("PATCH", "/identity/v3/users/%1$s", "{\"user\": {\"password\": \"another one\"}}"),
                new Change("DELETE", "/identity/v3/users/%1$s", ""),
                new Change("PATCH", "/identity/v3/projects/%2$s", "{\"project\": {\"enabled\": false}}"),
                new Change("DELETE", "/identity/v3/projects/%2$s", ""),
                new Change("DELETE", "/identity/v3/projects/%2$s/users/%1$s/roles/%3$s", ""));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void endEveryServicesAnswers(Change change) {
        var person = somebody();
        assertThat(statuses(person)).as("before").containsOnly(Map.entry(200, (long) PATHS.size()));
        var answer = admin.send(
                change.method(), change.path().formatted(person.user(), person.project(), member), change.body());
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 204);
        var start = Instant.now();
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(10))
                .untilAsserted(() -> assertThat(statuses(person)).containsOnly(Map.entry(401, (long) PATHS.size())));
        System.out.printf(
                "refused everywhere %d ms after %s%n",
                Duration.between(start, Instant.now()).toMillis(), change);
    }

    /// How many services answer with which status.
    private static Map<Integer, Long> statuses(Person person) {
        return PATHS.stream()
                .map(path -> person.api().get(path).status())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private Person somebody() {
        var name = "loser-" + UUID.randomUUID();
        var project = made("project", "{\"project\": {\"name\": \"%s\"}}".formatted(name));
        var user = made("user", "{\"user\": {\"name\": \"%s\", \"password\": \"%s\"}}".formatted(name, name));
        admin.put("/identity/v3/projects/%s/users/%s/roles/%s".formatted(project, user, member), "")
                .expect(204);
        return new Person(user, project, cloud.login(new Credentials(name, name, name)));
    }

    private String made(String kind, String body) {
        return admin.post("/identity/v3/" + kind + "s", body).expect(201).at("/" + kind + "/id");
    }
}
