package org.cumulet.systemtests.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.cumulet.systemtests.cloud.Answer;
import org.cumulet.systemtests.cloud.Api;
import org.cumulet.systemtests.cloud.Cloud;
import org.cumulet.systemtests.cloud.InTheCloud;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Nonsense for every endpoint that the cloud says it has: refused in the words of its API, and nothing changes.
///
/// The caller is an admin, so that nothing is refused for want of a role before it is looked at.
@InTheCloud
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class BadInputTest {

    /// Tells of refusals too, and is meant to.
    private static final String NEWS = "/batch/v1/events";

    private final Api admin;
    private final OpenApi openApi;
    private final Map<String, String> before;

    BadInputTest(Cloud cloud) {
        this.admin = cloud.admin();
        this.openApi = new OpenApi(admin.get("/docs/openapi.json").expect(200).json());
        everything(); // whoever looks for the first time is given a default security group
        this.before = everything();
    }

    Stream<Operation> operations() {
        return openApi.operations().stream();
    }

    Stream<Operation> operationsWithBody() {
        return operations().filter(Operation::takesBody);
    }

    @Test
    @Order(1)
    void everyServiceIsSwept() {
        assertThat(operations().map(it -> it.path().split("/")[1]).distinct())
                .contains("identity", "image", "inventory", "placement", "network", "compute", "database", "batch");
    }

    @ParameterizedTest
    @MethodSource("operationsWithBody")
    @Order(2)
    void bodiesOfNonsenseAreRefused(Operation operation) {
        var path = operation.at(UUID.randomUUID().toString());
        var answers = Nonsense.bodies(operation)
                .map(body -> admin.send(operation.method(), path, body))
                .toList();

        assertThat(answers).filteredOn(answer -> !isRefusal(answer)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("operations")
    @Order(3)
    void idsOfNonsenseBreakNothing(Operation operation) {
        var answers = Nonsense.IDS.stream()
                .filter(_ -> operation.path().contains("{"))
                .map(id -> admin.send(operation.method(), operation.at(id), operation.takesBody() ? "{}" : ""))
                .toList();

        assertThat(answers)
                .filteredOn(answer -> answer.status() >= 400 && !isRefusal(answer))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("operations")
    @Order(4)
    void questionsOfNonsenseBreakNothing(Operation operation) {
        var path = operation.at(UUID.randomUUID().toString());
        var answers = Nonsense.QUERIES.stream()
                .filter(_ -> operation.method().equals("GET"))
                .map(query -> admin.get(path + "?" + query))
                .toList();

        assertThat(answers)
                .filteredOn(answer -> answer.status() >= 400 && !isRefusal(answer))
                .isEmpty();
    }

    @Test
    @Order(5)
    void nothingHasChanged() {
        assertThat(everything()).isEqualTo(before);
    }

    private static boolean isRefusal(Answer answer) {
        return answer.status() >= 400 && answer.status() < 500 && Dialect.isSpoken(answer);
    }

    private Map<String, String> everything() {
        var found = new TreeMap<String, String>();
        openApi.collections().stream()
                .filter(path -> !path.equals(NEWS))
                .forEach(path -> found.put(path, stable(admin.get(path))));
        return found;
    }

    /// Without what changes by itself from one request to the next.
    private static String stable(Answer answer) {
        return answer.status() + " " + answer.body().replaceAll("req-[0-9a-f-]+|\"(start|stop)\":\"[^\"]*\"", "…");
    }
}
