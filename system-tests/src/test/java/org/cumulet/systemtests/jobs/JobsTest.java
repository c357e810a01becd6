package org.cumulet.systemtests.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cumulet.systemtests.cloud.Api;
import org.cumulet.systemtests.cloud.Audit;
import org.cumulet.systemtests.cloud.Cloud;
import org.cumulet.systemtests.cloud.CloudHosts;
import org.cumulet.systemtests.cloud.Credentials;
import org.cumulet.systemtests.cloud.InTheCloud;
import org.cumulet.systemtests.cloud.Tenant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Jobs in a whole cloud: what they make is there, and they do nothing that their submitter may not.
@InTheCloud
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JobsTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Cloud cloud;
    private final Tenant tenant;
    private CloudHosts hosts;

    JobsTest(Cloud cloud) {
        this.cloud = cloud;
        this.tenant = Tenant.join(cloud, "jobs-" + UUID.randomUUID());
    }

    @BeforeAll
    void hosts() {
        hosts = CloudHosts.simulated(cloud, "jobs", 5, 8, 16_384, 100);
    }

    @Test
    void twentyServersAreActiveWhenTheirJobHasEnded() {
        var job = submit(
                tenant.api(), IntStream.range(0, 20).mapToObj(this::launch).collect(Collectors.joining(",")));

        var ended = ended(tenant.api(), job);
        assertThat(ended.at("/counts/done").asInt()).as(ended.toString()).isEqualTo(20);
        assertThat(tenant.servers())
                .hasSize(20)
                .allSatisfy(server -> assertThat(server.status()).isEqualTo("ACTIVE"));

        var gone = submit(
                tenant.api(),
                tenant.servers().stream()
                        .map(server -> "{\"method\": \"DELETE\", \"path\": \"/compute/v2.1/servers/%s\"}"
                                .formatted(server.id()))
                        .collect(Collectors.joining(",")));
        assertThat(ended(tenant.api(), gone).at("/counts/done").asInt()).isEqualTo(20);
        assertThat(tenant.servers()).isEmpty();
        Audit.of(cloud).findsNothing();
    }

    @Test
    void sixtyFourJobsAtOnceLaunchExactlyTheQuota() throws Exception {
        var crowd = Tenant.join(cloud, "crowd-" + UUID.randomUUID());
        cloud.admin()
                .put("/compute/v2.1/os-quota-sets/" + crowd.project(), "{\"quota_set\": {\"instances\": 50}}")
                .expect(200);
        try (var more = CloudHosts.simulated(cloud, "crowd", 10, 32, 65_536, 400);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<String> one = () -> submitWhenThereIsRoom(crowd, launch(crowd, 1) + "," + launch(crowd, 2));
            var jobs = threads.invokeAll(Collections.nCopies(64, one));

            var done = 0;
            for (var job : jobs) {
                done += ended(crowd.api(), job.get()).at("/counts/done").asInt();
                assertThat(crowd.api()
                                .get("/batch/v1/jobs/%s/items?status=failed".formatted(job.get()))
                                .all("items"))
                        .allSatisfy(item -> assertThat(item.path("error").asText())
                                .startsWith("Quota exceeded for instances: Requested 1, but already used 50 of 50"));
            }
            assertThat(done).isEqualTo(50);
            assertThat(crowd.servers())
                    .hasSize(50)
                    .allSatisfy(server -> assertThat(server.status()).isEqualTo("ACTIVE"));
            crowd.servers().forEach(crowd::delete);
            await().atMost(PATIENCE).until(() -> crowd.servers().isEmpty());
        }
    }

    /// Documents of one project are read a few at a time.
    private static String submitWhenThereIsRoom(Tenant tenant, String operations) {
        return await().atMost(PATIENCE)
                .until(
                        () -> tenant.api().post("/batch/v1/jobs", "{\"operations\": [%s]}".formatted(operations)),
                        answer -> answer.status() != 429)
                .expect(202)
                .at("/job/id");
    }

    @Test
    void aJobMayOnlyWhatItsSubmitterMay() {
        var job = submit(
                tenant.api(),
                "{\"method\": \"POST\", \"path\": \"/identity/v3/projects\", \"body\": {\"project\": {\"name\": \"more\"}}}");

        assertThat(ended(tenant.api(), job).at("/counts/failed").asInt()).isOne();
        assertThat(tenant.api()
                        .get("/batch/v1/jobs/%s/items".formatted(job))
                        .json()
                        .at("/items/0/status")
                        .asInt())
                .isEqualTo(403);
    }

    @Test
    void aJobEndsWhenItsSubmitterIsDisabled() {
        var admin = cloud.admin();
        var name = "leaver-" + UUID.randomUUID();
        var user = admin.post(
                        "/identity/v3/users",
                        "{\"user\": {\"name\": \"%s\", \"password\": \"%s\"}}".formatted(name, name))
                .expect(201)
                .at("/user/id");
        var role = admin.get("/identity/v3/roles?name=member").expect(200).at("/roles/0/id");
        var project = tenant.project();
        admin.put("/identity/v3/projects/%s/users/%s/roles/%s".formatted(project, user, role), "")
                .expect(204);
        var leaver = cloud.login(new Credentials(name, name, projectName()));
        var job = submit(leaver, network("before"));
        assertThat(ended(leaver, job).at("/counts/done").asInt()).isOne();
        var later = leaver.post("/batch/v1/jobs", """
                        {"not_before": "%s", "operations": [%s, %s]}
                        """.formatted(
                                java.time.Instant.now().plusSeconds(8), network("never-1"), network("never-2")))
                .expect(202)
                .at("/job/id");

        admin.send("PATCH", "/identity/v3/users/" + user, "{\"user\": {\"enabled\": false}}")
                .expect(200);

        var ended = ended(tenant.api(), later);
        assertThat(ended.at("/counts/failed").asInt()).as(ended.toString()).isEqualTo(2);
        assertThat(ended.path("reason").asText()).contains("rights of whoever submitted the job have ended");
        assertThat(tenant.api().get("/network/v2.0/networks").all("networks"))
                .noneMatch(network -> network.path("name").asText().startsWith("never"));
    }

    private String projectName() {
        return cloud.admin()
                .get("/identity/v3/projects/" + tenant.project())
                .expect(200)
                .at("/project/name");
    }

    private static String network(String name) {
        return "{\"method\": \"POST\", \"path\": \"/network/v2.0/networks\", \"body\": {\"network\": {\"name\": \"%s\"}}}"
                .formatted(name);
    }

    private String launch(int index) {
        return launch(tenant, index);
    }

    private static String launch(Tenant tenant, int index) {
        return """
                {"method": "POST", "path": "/compute/v2.1/servers", "body": {"server": {"name": "job-%d",
                 "imageRef": "%s", "flavorRef": "%s", "networks": [{"uuid": "%s"}]}}}
                """.formatted(index, tenant.image(), tenant.flavor(), tenant.network());
    }

    private static String submit(Api api, String operations) {
        return new Jobs(api).submit(operations);
    }

    private static JsonNode ended(Api api, String job) {
        return new Jobs(api).ended(job, PATIENCE);
    }

    @AfterAll
    void hostsLeave() {
        hosts.close();
    }
}
