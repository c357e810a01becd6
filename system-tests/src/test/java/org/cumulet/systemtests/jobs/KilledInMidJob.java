package org.cumulet.systemtests.jobs;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
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

/// `kill -9` at random moments of a job that launches many servers: nothing is lost, nothing is done twice, and events
/// of
/// one server are in order.
///
/// A seed says what is killed and when. `-Dcumulet.chaos.seeds=20 -Dcumulet.chaos.items=2000` is the long run.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class KilledInMidJob {

    private static final int ITEMS = Integer.getInteger("cumulet.chaos.items", 200);
    private static final int MOST_KILLS = 3;
    private static final int HOSTS = Math.max(20, ITEMS / 20);
    private static final Duration PATIENCE = Duration.ofMinutes(5).plusMillis(200L * ITEMS);
    private static final List<String> LIFE = List.of("requested", "scheduled", "launched");

    /// What can be killed.
    ///
    /// @param endsAll whether it has to be started again by hand
    record Victim(Consumer<Cloud> kill, boolean endsAll) {

        static final Victim CLOUD = new Victim(Cloud::kill, true);
        static final Victim POSTGRES = new Victim(Cloud::killPostgres, true);
        static final Victim KAFKA = new Victim(Cloud::killKafka, false);

        /// @param module of a service that has a process of its own
        static Victim service(String module) {
            return new Victim(cloud -> cloud.killService(module), false);
        }
    }

    private final String name;
    private final Shape shape;
    private final int seeds;
    private final List<Victim> victims;
    private Cloud cloud;
    private CloudHosts hosts;
    private Tenant tenant;
    private Books books;

    /// @param seeds how many there are where nobody says otherwise
    KilledInMidJob(String name, Shape shape, int seeds, List<Victim> victims) {
        this.name = name;
        this.shape = shape;
        this.seeds = Integer.getInteger("cumulet.chaos.seeds", seeds);
        this.victims = victims;
    }

    @BeforeAll
    void hostsThatTakeTheirTime() {
        cloud = Cloud.fresh(name, shape);
        hosts = CloudHosts.slow(cloud, "chaos", HOSTS);
        tenant = Tenant.join(cloud, "chaos");
        tenant.endQuota();
        books = new Books(cloud, tenant);
    }

    IntStream seeds() {
        return IntStream.rangeClosed(1, seeds);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyServerIsThereOnceAndItsEventsAreInOrder(int seed) {
        var random = new Random(seed);
        var job = launch(ITEMS);

        random.ints(random.nextInt(1, MOST_KILLS + 1), 0, ITEMS)
                .sorted()
                .forEach(moment -> killWhen(job, moment, victims.get(random.nextInt(victims.size()))));

        allAreDone(job, ITEMS);
        everyServerIsThereOnce(ITEMS);
    }

    String launch(int count) {
        return jobs().submit(
                        """
                {"launch": {"count": %d, "server": {"name": "chaos-{index}-%s", "imageRef": "%s", "flavorRef": "%s",
                  "networks": [{"uuid": "%s"}]}}}
                """.formatted(count, UUID.randomUUID(), tenant.image(), tenant.flavor(), tenant.network()));
    }

    void allAreDone(String job, int items) {
        awaitJob(job, it -> !it.path("ended_at").isNull());
        cloud.awaitWhole();
        var counts = jobs().show(job, 0).path("counts");
        assertThat(counts.path("done").asInt()).as(counts.toString()).isEqualTo(items);
    }

    /// And goes.
    void everyServerIsThereOnce(int items) {
        var made = tenant.servers();
        assertThat(made)
                .hasSize(items)
                .allSatisfy(server -> assertThat(server.status()).isEqualTo("ACTIVE"));
        assertThat(made).extracting(Server::name).doesNotHaveDuplicates();
        books.agree();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(livesOf(made))
                        .allSatisfy((_, life) -> assertThat(life).isEqualTo(LIFE)));
        deleteAll(made);
    }

    private void killWhen(String job, int moment, Victim victim) {
        awaitDone(job, moment);
        victim.kill().accept(cloud);
        if (victim.endsAll()) {
            cloud.up();
            tenant.loginAgain();
        }
    }

    void awaitDone(String job, int items) {
        awaitJob(job, it -> it.at("/counts/done").asInt() >= items);
    }

    /// What was killed may be away for a while.
    private void awaitJob(String job, Predicate<JsonNode> condition) {
        await().atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                .until(
                        () -> tenant.api().get("/batch/v1/jobs/" + job),
                        answer -> answer.status() == 200
                                && condition.test(answer.json().path("job")));
    }

    private void deleteAll(List<Server> servers) {
        var job = jobs().submit(servers.stream()
                .map(server ->
                        "{\"method\": \"DELETE\", \"path\": \"/compute/v2.1/servers/%s\"}".formatted(server.id()))
                .collect(joining(",")));
        assertThat(jobs().ended(job, PATIENCE).at("/counts/done").asInt()).isEqualTo(servers.size());
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

    Cloud cloud() {
        return cloud;
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
