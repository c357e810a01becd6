package org.cumulet.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.cumulet.systemtests.cloud.Answer;
import org.cumulet.systemtests.cloud.Cloud;
import org.cumulet.systemtests.cloud.CloudHosts;
import org.cumulet.systemtests.cloud.InTheCloud;
import org.cumulet.systemtests.cloud.Tenant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What belongs to another project is not there: its answer is the answer to an id that nobody ever had.
@InTheCloud
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OtherProjectsTest {

    private final Cloud cloud;
    private CloudHosts hosts;
    private Tenant owner;
    private Tenant stranger;
    private String server;
    private String port;
    private String securityGroup;

    OtherProjectsTest(Cloud cloud) {
        this.cloud = cloud;
    }

    @BeforeAll
    void somebodyOwnsThings() {
        hosts = CloudHosts.simulated(cloud, "private", 1, 8, 16_384, 100);
        owner = Tenant.join(cloud, "owner");
        stranger = Tenant.join(cloud, "stranger");
        owner.launch("private", 1).expect(202);
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(owner.servers())
                        .extracting(it -> it.status() + it.fault())
                        .containsExactly("ACTIVE"));
        server = owner.servers().getFirst().id();
        port = owner.ports().getFirst().path("id").asText();
        securityGroup = owner.api().get("/network/v2.0/security-groups").at("/security_groups/0/id");
    }

    /// A request with `%s` in the place of the id.
    record Attempt(String method, String path, String body, String id) {

        Answer by(Tenant tenant, String id) {
            return tenant.api().send(method, path.formatted(id), body);
        }

        @Override
        public String toString() {
            return method + " " + path + " " + body;
        }
    }

    Stream<Attempt> attempts() {
        return Stream.of(
                        attemptsOnServer(),
                        attemptsOnPort(),
                        attemptsOnNetwork(),
                        attemptsOnSecurityGroup(),
                        attemptsOnImage())
                .flatMap(it -> it);
    }

    private Stream<Attempt> attemptsOnServer() {
        var path = "/compute/v2.1/servers/%s";
        return Stream.of(
                new Attempt("GET", path, "", server),
                new Attempt("GET", path + "/metadata", "", server),
                new Attempt("PUT", path, "{\"server\": {\"name\": \"taken\"}}", server),
                new Attempt("PUT", path + "/metadata/taken", "{\"meta\": {\"taken\": \"yes\"}}", server),
                new Attempt("POST", path + "/action", "{\"os-stop\": null}", server),
                new Attempt("POST", path + "/action", "{\"reboot\": {\"type\": \"HARD\"}}", server),
                new Attempt("POST", path + "/action", "{\"os-getConsoleOutput\": {}}", server),
                new Attempt("DELETE", path, "", server));
    }

    private Stream<Attempt> attemptsOnPort() {
        var path = "/network/v2.0/ports/%s";
        return Stream.of(
                new Attempt("GET", path, "", port),
                new Attempt("PUT", path, "{\"port\": {\"name\": \"taken\"}}", port),
                new Attempt("DELETE", path, "", port));
    }

    private Stream<Attempt> attemptsOnNetwork() {
        var path = "/network/v2.0/networks/%s";
        return Stream.of(
                new Attempt("GET", path, "", owner.network()),
                new Attempt("PUT", path, "{\"network\": {\"name\": \"taken\"}}", owner.network()),
                new Attempt("DELETE", path, "", owner.network()));
    }

    private Stream<Attempt> attemptsOnSecurityGroup() {
        var path = "/network/v2.0/security-groups/%s";
        return Stream.of(
                new Attempt("GET", path, "", securityGroup),
                new Attempt("PUT", path, "{\"security_group\": {\"name\": \"taken\"}}", securityGroup),
                new Attempt("DELETE", path, "", securityGroup));
    }

    private Stream<Attempt> attemptsOnImage() {
        var path = "/image/v2/images/%s";
        return Stream.of(
                new Attempt("GET", path, "", owner.image()),
                new Attempt("GET", path + "/file", "", owner.image()),
                new Attempt("DELETE", path, "", owner.image()));
    }

    @ParameterizedTest
    @MethodSource("attempts")
    void isNotFound(Attempt attempt) {
        var nobodys = UUID.randomUUID().toString();

        var answer = attempt.by(stranger, attempt.id());

        assertThat(answer.status()).as(answer.toString()).isEqualTo(404);
        assertThat(answer.body().replace(attempt.id(), nobodys))
                .isEqualTo(attempt.by(stranger, nobodys).body());
    }

    @Test
    void isInNoList() {
        assertThat(stranger.servers()).isEmpty();
        assertThat(stranger.ports()).isEmpty();
        assertThat(stranger.api().get("/network/v2.0/networks").body()).doesNotContain(owner.network());
        assertThat(stranger.api().get("/image/v2/images").body()).doesNotContain(owner.image());
        assertThat(stranger.api().get("/compute/v2.1/servers?all_tenants=1").status())
                .isEqualTo(403);
    }

    @Test
    void cannotBeUsed() {
        var answer = stranger.api()
                .post("/compute/v2.1/servers", """
                        {"server": {"name": "thief", "imageRef": "%s", "flavorRef": "%s", "networks": [{"uuid": "%s"}]}}
                        """.formatted(owner.image(), stranger.flavor(), stranger.network()));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
    }

    @Test
    void isSeenByTheAdminOfAll() {
        assertThat(cloud.admin()
                        .get("/compute/v2.1/servers?all_tenants=1")
                        .expect(200)
                        .body())
                .contains(server);
    }

    @AfterAll
    void everythingGoes() {
        owner.servers().forEach(owner::delete);
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(owner.servers()).isEmpty());
        hosts.close();
    }
}
