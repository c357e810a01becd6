package org.cumulet.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cumulet.systemtests.cloud.Books;
import org.cumulet.systemtests.cloud.Cloud;
import org.cumulet.systemtests.cloud.CloudHosts;
import org.cumulet.systemtests.cloud.Server;
import org.cumulet.systemtests.cloud.Shape;
import org.cumulet.systemtests.cloud.Tenant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// `kill -9` of the cloud, or of its Kafka, while it launches or deletes twenty servers: nothing is lost, nothing is
/// there twice.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledInMidLaunchTest {

    private static final int TWENTY = 20;
    private static final long SEED = 20_261_123;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private Cloud cloud;
    private CloudHosts hosts;
    private Tenant tenant;
    private Books books;

    @BeforeAll
    void hostsThatTakeTheirTime() {
        cloud = Cloud.fresh("killed", Shape.ONE_PROCESS);
        hosts = CloudHosts.slow(cloud, "slow", 4);
        tenant = Tenant.join(cloud, "killed");
        books = new Books(cloud, tenant);
    }

    /// How many servers are there already when the process is killed: none, some, almost all.
    static Stream<Integer> moments() {
        var random = new Random(SEED);
        return IntStream.of(0, random.nextInt(1, 10), random.nextInt(10, TWENTY))
                .boxed();
    }

    @ParameterizedTest(name = "when {0} of 20 are active")
    @MethodSource("moments")
    void allTwentyComeToAnEndAndNoneIsThereTwice(int active) {
        tenant.launch("killed", TWENTY).expect(202);
        await().atMost(PATIENCE).until(() -> count("ACTIVE") >= active);
        var accepted = ids();

        cloud.kill();
        cloud.up();
        tenant.loginAgain();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(tenant.servers())
                        .allSatisfy(server -> assertThat(server.status()).isIn("ACTIVE", "ERROR"))
                        .filteredOn(server -> server.status().equals("ERROR"))
                        .allSatisfy(server -> assertThat(server.fault()).isNotBlank()));
        assertThat(ids()).hasSize(TWENTY).isEqualTo(accepted);
        books.agree();
        deleteAll();
    }

    @Test
    void deletingGoesOn() {
        tenant.launch("killed", TWENTY).expect(202);
        await().atMost(PATIENCE).until(() -> count("ACTIVE") == TWENTY);
        tenant.servers().forEach(tenant::delete);

        cloud.kill();
        cloud.up();
        tenant.loginAgain();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(tenant.servers()).isEmpty());
        await().atMost(PATIENCE).untilAsserted(books::agree);
    }

    @Test
    void withoutKafkaServersAreAcceptedAndTheyStartWhenItIsBack() {
        cloud.killKafka();

        tenant.launch("killed", TWENTY).expect(202);

        await().atMost(PATIENCE).until(() -> count("ACTIVE") == TWENTY);
        books.agree();
        deleteAll();
    }

    private void deleteAll() {
        tenant.servers().forEach(tenant::delete);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(tenant.servers()).isEmpty());
        await().atMost(PATIENCE).untilAsserted(books::agree);
    }

    private long count(String status) {
        return tenant.servers().stream()
                .filter(server -> server.status().equals(status))
                .count();
    }

    private List<String> ids() {
        return tenant.servers().stream().map(Server::id).sorted().toList();
    }

    @AfterAll
    void theCloudGoes() {
        hosts.close();
        cloud.close();
    }
}
