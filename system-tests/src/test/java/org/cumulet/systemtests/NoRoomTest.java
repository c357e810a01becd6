package org.cumulet.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.cumulet.systemtests.cloud.Audit;
import org.cumulet.systemtests.cloud.Cloud;
import org.cumulet.systemtests.cloud.CloudHosts;
import org.cumulet.systemtests.cloud.Flavor;
import org.cumulet.systemtests.cloud.InTheCloud;
import org.cumulet.systemtests.cloud.Server;
import org.cumulet.systemtests.cloud.Tenant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// A server that fits on no host: it says of how many hosts how many fell to what, and what the nearest lacks.
@InTheCloud
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoRoomTest {

    private static final String HOST = """
            {"name": "%s", "kind": "simulated", "enabled": %s,
             "capacity": {"vcpus": 16, "memory_mb": %d, "disk_gb": 100}}
            """;

    private final Cloud cloud;
    private CloudHosts hosts;
    private Tenant tenant;

    NoRoomTest(Cloud cloud) {
        this.cloud = cloud;
    }

    @BeforeAll
    void aServerThatIsTooLarge() {
        hosts = CloudHosts.register(
                cloud,
                List.of(
                        HOST.formatted("narrow-1", true, 2048),
                        HOST.formatted("narrow-2", true, 3584),
                        HOST.formatted("narrow-3", false, 65_536)));
        tenant = Tenant.join(cloud, "large", new Flavor(1, 4096, 1));
        tenant.launch("large", 1).expect(202);
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() ->
                        assertThat(tenant.servers()).extracting(Server::status).containsExactly("ERROR"));
    }

    @Test
    void countsWhyEachHostWasNotTaken() {
        assertThat(tenant.servers().getFirst().fault())
                .contains("of 3 hosts considered", "2 are without enough memory", "1 is disabled");
    }

    /// Every host keeps 512 MB for itself.
    @Test
    void saysWhatTheNearestLacks() {
        assertThat(tenant.servers().getFirst().fault()).contains("The nearest lacks 1024 MB");
    }

    @Test
    void namesNoHostToItsOwner() {
        assertThat(tenant.servers().getFirst().json().toString()).doesNotContain("narrow");
    }

    @Test
    void namesTheNearestHostToAdmins() {
        assertThat(seenByAdmin().at("/fault/details").asText()).contains("narrow-2");
    }

    @Test
    void holdsNothing() {
        assertThat(tenant.ports()).isEmpty();
        assertThat(Audit.of(cloud).consumers()).isEmpty();
        Audit.of(cloud).findsNothing();
    }

    private JsonNode seenByAdmin() {
        var id = tenant.servers().getFirst().id();
        return cloud.admin().get("/compute/v2.1/servers/" + id).json().path("server");
    }

    @AfterAll
    void hostsLeave() {
        hosts.close();
    }
}
