package org.cumulet.systemtests.jobs;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.cumulet.systemtests.cloud.Books;
import org.cumulet.systemtests.cloud.Cloud;
import org.cumulet.systemtests.cloud.CloudHosts;
import org.cumulet.systemtests.cloud.Server;
import org.cumulet.systemtests.cloud.Shape;
import org.cumulet.systemtests.cloud.Tenant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// `kill -9` of the cloud, its PostgreSQL or its Kafka at random moments of a job that launches many servers: nothing
/// is lost, nothing is done twice, and events of one server are in order.
///
/// A seed says what is killed and when. `-Dcumulet.chaos.seeds=20 -Dcumulet.chaos.items=2000` is the long run.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledInMidJobTest {

    private static final int SEEDS = Integer.getInteger("cumulet.chaos.seeds", 2);
    private static final int ITEMS = Integer.getInteger("cumulet.chaos.items", 200);
    private static final int MOST_KILLS = 3;
    private static final int HOSTS = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(5).plusMillis(200L * ITEMS);
    private static final List<String> LIFE = List.of("requested", "scheduled", "launched");

    private enum Victim {
        CLOUD,
        POSTGRES,
        KAFKA
    }

    private Cloud cloud;
    private CloudHosts hosts;
    private Tenant tenant;
    private Books books;

    @BeforeAll
    void hostsThatTakeTheirTime() {
        cloud = Cloud.fresh("killed-in-mid-job", Shape.ONE_PROCESS);
        hosts = CloudHosts.slow(cloud, "chaos", HOSTS);
        tenant = Tenant.join(cloud, "chaos");
        tenant.endQuota();
        books = new Books(cloud, tenant);
    }

    static IntStream seeds() {
        return IntStream.rangeClosed(1, SEEDS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyServerIsThereOnceAndItsEventsAreInOrder(int seed) {
        var random = new Random(seed);
        var job = jobs().submit("""
                {"launch": {"count": %d, "server": {"name": "chaos-{index}", "imageRef": "%s", "flavorRef": "%s",
                  "networks": [{"uuid": "%s"}]}}}
                """.formatted(ITEMS, tenant.image(), tenant.flavor(), tenant.network()));

        random.ints(random.nextInt(1, MOST_KILLS + 1), 0, ITEMS)
                .sorted()
                .forEach(moment -> killWhen(job, moment, Victim.values()[random.nextInt(Victim.values().length)]));

        var counts = jobs().ended(job, PATIENCE).path("counts");
        assertThat(counts.path("done").asInt()).as(counts.toString()).isEqualTo(ITEMS);
        var made = tenant.servers();
        assertThat(made)
                .hasSize(ITEMS)
                .allSatisfy(server -> assertThat(server.status()).isEqualTo("ACTIVE"));
        assertThat(made).extracting(Server::name).doesNotHaveDuplicates();
        books.agree();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(livesOf(made))
                        .allSatisfy((_, life) -> assertThat(life).isEqualTo(LIFE)));
        deleteAll(made);
    }

    private void killWhen(String job, int moment, Victim victim) {
        await().atMost(PATIENCE)
                .until(() -> jobs().show(job, 0).at("/counts/done").asInt() >= moment);
        switch (victim) {
            case CLOUD -> cloud.kill();
            case POSTGRES -> cloud.killPostgres();
            case KAFKA -> cloud.killKafka();
        }
        if (victim != Victim.KAFKA) {
            cloud.up();
            tenant.loginAgain();
        }
    }

    private void deleteAll(List<Server> servers) {
        var job = jobs().submit(servers.stream()
                .map(server ->
                        "{\"method\": \"DELETE\", \"path\": \"/compute/v2.1/servers/%s\"}".formatted(server.id()))
                .collect(joining(",")));
        assertThat(jobs().ended(job, PATIENCE).at("/counts/done").asInt()).isEqualTo(ITEMS);
        await().atMost(PATIENCE).untilAsserted(books::agree);
    }

    /// What happened to each, in the order in which it is told; what is told twice counts once.
    private Map<String, List<String>> livesOf(List<Server> servers) {
        var ids = servers.stream().map(Server::id).toList();
        var known = new HashSet<String>();
        return events().stream()
                .filter(event -> ids.contains(event.path("subject").asText()))
                .filter(event -> known.add(event.path("id").asText()))
                .collect(groupingBy(
                        event -> event.path("subject").asText(),
                        mapping(event -> event.path("type").asText().replaceAll(".*\\.", ""), toList())));
    }

    private List<JsonNode> events() {
        var events = new ArrayList<JsonNode>();
        var page = events("");
        while (!page.isEmpty()) {
            events.addAll(page);
            page = events("&after=" + events.getLast().path("cursor").asText());
        }
        return events;
    }

    private List<JsonNode> events(String after) {
        return tenant.api()
                .get("/batch/v1/events?limit=1000&type=org.cumulet.compute.server." + after)
                .all("events");
    }

    private Jobs jobs() {
        return new Jobs(tenant.api());
    }

    @AfterAll
    void theCloudGoes() {
        hosts.close();
        cloud.close();
    }
}
