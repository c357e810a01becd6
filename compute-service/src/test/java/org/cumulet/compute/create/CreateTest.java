package org.cumulet.compute.create;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cumulet.compute.OtherServices.BARE_NETWORK;
import static org.cumulet.compute.OtherServices.EXTERNAL_NETWORK;
import static org.cumulet.compute.OtherServices.HUNGRY_IMAGE;
import static org.cumulet.compute.OtherServices.IMAGE;
import static org.cumulet.compute.OtherServices.IMAGE_THAT_BREAKS;
import static org.cumulet.compute.OtherServices.LARGE_IMAGE;
import static org.cumulet.compute.OtherServices.NETWORK;
import static org.cumulet.compute.OtherServices.NETWORK_THAT_BREAKS;
import static org.cumulet.compute.OtherServices.PORT;
import static org.cumulet.compute.OtherServices.PORT_IN_USE;
import static org.cumulet.compute.OtherServices.PORT_WITHOUT_ADDRESS;
import static org.cumulet.compute.OtherServices.PROJECT_OF_TWO_NETWORKS;
import static org.cumulet.compute.OtherServices.QUEUED_IMAGE;
import static org.cumulet.compute.OtherServices.SECOND_NETWORK;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.cumulet.compute.Api;
import org.cumulet.compute.ApiProfile;
import org.cumulet.compute.ComputeTest;
import org.cumulet.compute.Sample;
import org.cumulet.compute.server.FakeLauncher;
import org.cumulet.compute.server.Server;
import org.cumulet.compute.server.ServerService;
import org.cumulet.testing.auth.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ComputeTest
@TestProfile(ApiProfile.class)
class CreateTest {

    private static final String KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIO9aLqzRrXJQJQ0lHMUPtGLiqhrdSRtNMDuWwuJVu4Gr me";

    final ServerService servers;
    /// There only with the profile of this test.
    final Instance<FakeLauncher> launcher;

    String project;
    String flavor;

    CreateTest(ServerService servers, Instance<FakeLauncher> launcher) {
        this.servers = servers;
        this.launcher = launcher;
    }

    @BeforeEach
    void aProjectAndAFlavor() {
        project = Api.freshProject();
        flavor = Api.flavor();
    }

    @Nested
    class AWish {
        @ParameterizedTest
        @CsvSource({
            "2.19,servers/v2.19",
            "2.37,servers/v2.37",
            "2.57,servers/v2.57",
            "2.90,servers/v2.90",
        })
        void asPublishedIsAccepted(String version, String folder) {
            var wish = Sample.text(folder + "/server-create-req.json")
                    .replaceAll("\"flavorRef\"\\s*:\\s*\"[^\"]*\"", "\"flavorRef\" : \"" + flavor + "\"")
                    .replace("us-west", "nova")
                    .replaceAll("(?s)\"personality\": \\[.*?\\],", "")
                    .replace("\"networks\": \"auto\"", "\"networks\": \"none\"")
                    .replace("http://openstack.example.com/flavors/", "");
            if (version.equals("2.90")) {
                wish = wish.replace("\"hostname\"", "\"networks\": \"none\", \"hostname\"");
            }
            var answer = as(version)
                    .body(wish)
                    .post("/servers")
                    .then()
                    .statusCode(202)
                    .extract();
            assertThat(Sample.of("servers/server-create-resp.json").differences(answer.asString()))
                    .isEmpty();
            assertThat(answer.header("Location")).endsWith("/compute/v2.1/servers/" + answer.<String>path("server.id"));
        }

        @Test
        void isBuildingAtOnceAndItsLaunchBegun() {
            var id = create("").statusCode(202).extract().<String>path("server.id");
            as("2.1")
                    .get("/servers/" + id)
                    .then()
                    .body("server.status", equalTo("BUILD"))
                    .body("server.'OS-EXT-STS:task_state'", equalTo("scheduling"));
            assertThat(launcher.get().asked(UUID.fromString(id))).containsExactly("launch");
        }

        @Test
        void isKeptWholeForTheLaunch() {
            as("2.2")
                    .body("{\"keypair\":{\"name\":\"%s\",\"public_key\":\"%s\"}}".formatted(project, KEY))
                    .post("/os-keypairs")
                    .then()
                    .statusCode(201);
            var id = as("2.93")
                    .body(Api.serverBody(flavor, """
                            ,"key_name":"%s","user_data":"aGVs\\nbG8=","metadata":{"role":"web"},"config_drive":"True",
                            "description":"for the web","tags":["b","a"],"hostname":"web-1","networks":"none",
                            "availability_zone":"nova","adminPass":"secret","accessIPv6":"80fe::","OS-DCF:diskConfig":"MANUAL"
                            """.formatted(project)))
                    .post("/servers")
                    .then()
                    .statusCode(202)
                    .body("server.adminPass", equalTo("secret"))
                    .extract()
                    .<String>path("server.id");
            var server = read(id);
            assertThat(server.key().orElseThrow().publicKey()).isEqualTo(KEY);
            assertThat(server.userData()).contains("aGVsbG8=");
            assertThat(server.metadata()).containsEntry("role", "web");
            assertThat(server.hasConfigDrive()).isTrue();
            assertThat(server.description()).contains("for the web");
            assertThat(server.tags()).containsExactly("a", "b");
            assertThat(server.hostname()).isEqualTo("web-1");
            assertThat(server.placement().zone()).isEqualTo("nova");
            assertThat(server.accessIpv6()).contains("80fe::");
            assertThat(server.diskConfig()).isEqualTo("MANUAL");
            assertThat(server.image()).hasToString(IMAGE);
            assertThat(server.adminPasswordHash())
                    .hasValueSatisfying(
                            hash -> assertThat(hash).startsWith("$6$").doesNotContain("secret"));
        }

        @Test
        void mayNameItsFlavorByAddressAndItsDiskTwice() {
            create(
                            ",\"block_device_mapping_v2\":[{\"boot_index\":0,\"uuid\":\"%s\",\"source_type\":\"image\",\"destination_type\":\"local\",\"delete_on_termination\":true}]"
                                    .formatted(IMAGE))
                    .statusCode(202);
            as("2.1").body("""
                            {"server":{"name":"x","imageRef":"%s","flavorRef":"http://cloud.example/flavors/%s"}}""".formatted(IMAGE, flavor)).post("/servers").then().statusCode(202);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    ",\"unknown\":1",
                    ",\"name\":\"twice\"",
                    ",\"description\":\"too early\"",
                    ",\"tags\":[\"too early\"]",
                    ",\"hostname\":\"early\"",
                    ",\"metadata\":{\"a\":1}",
                    ",\"metadata\":{\"a/b\":\"x\"}",
                    ",\"metadata\":{\"a\":\"\\u001b[2J\"}",
                    ",\"metadata\":[]",
                    ",\"min_count\":0",
                    ",\"min_count\":-1",
                    ",\"min_count\":2147483648",
                    ",\"min_count\":\"many\"",
                    ",\"min_count\":1.5",
                    ",\"min_count\":3,\"max_count\":2",
                    ",\"max_count\":1001",
                    ",\"max_count\":1000000000",
                    ",\"user_data\":\"not base64!\"",
                    ",\"user_data\":7",
                    ",\"key_name\":\"nobody's\"",
                    ",\"config_drive\":\"maybe\"",
                    ",\"accessIPv4\":\"1.2.3\"",
                    ",\"accessIPv4\":\"::1\"",
                    ",\"accessIPv6\":\"1.2.3.4\"",
                    ",\"OS-DCF:diskConfig\":\"SOMEHOW\"",
                    ",\"availability_zone\":\"mars\"",
                    ",\"availability_zone\":\"nova:a:b:c\"",
                    ",\"security_groups\":[{\"name\":\"nobody's\"}]",
                    ",\"security_groups\":[{\"name\":\"twice\"}]",
                    ",\"security_groups\":[{}]",
                    ",\"security_groups\":\"default\"",
                    ",\"block_device_mapping_v2\":[{\"boot_index\":0,\"uuid\":\"x\",\"source_type\":\"volume\",\"destination_type\":\"volume\"}]",
                    ",\"block_device_mapping_v2\":[{\"boot_index\":0,\"nonsense\":1}]",
                    ",\"block_device_mapping\":[{\"device_name\":\"vda\"}]",
                    ",\"personality\":[{\"path\":\"/etc/x\",\"contents\":\"\"}]",
                    ",\"networks\":\"auto\"",
                    ",\"networks\":[{}]",
                    ",\"networks\":[{\"uuid\":\"x\"}]",
                    ",\"networks\":[{\"uuid\":\"3cb9bc59-5699-4588-a4b1-ffffffffffff\"}]",
                    ",\"networks\":[{\"port\":\"3cb9bc59-5699-4588-a4b1-ffffffffffff\"}]",
                    ",\"networks\":[{\"uuid\":\"" + NETWORK + "\",\"fixed_ip\":\"nowhere\"}]",
                    ",\"networks\":[{\"port\":\"" + PORT + "\",\"fixed_ip\":\"192.168.1.3\"}]",
                    ",\"networks\":[{\"port\":\"" + PORT + "\"},{\"port\":\"" + PORT + "\"}]",
                    ",\"networks\":[{\"uuid\":\"" + NETWORK + "\",\"tag\":\"early\"}]",
                    ",\"networks\":[{\"uuid\":\"" + NETWORK + "\",\"color\":\"red\"}]",
                    ",\"networks\":[{\"port\":\"" + PORT_WITHOUT_ADDRESS + "\"}]",
                    ",\"networks\":[{\"uuid\":\"" + BARE_NETWORK + "\"}]",
                    ",\"networks\":[{\"uuid\":\"" + NETWORK + "\",\"fixed_ip\":\"192.168.1.3\"}],\"min_count\":2",
                    ",\"networks\":[{\"port\":\"" + PORT + "\"}],\"min_count\":2"
                })
        void withoutSenseIsRefusedAndNothingIsThere(String more) {
            create(more).statusCode(400).body("badRequest.code", equalTo(400));
            as("2.1").get("/servers").then().body("servers", hasSize(0));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "{",
                    "[]",
                    "null",
                    "{}",
                    "{\"server\":[]}",
                    "{\"server\":{}}",
                    "{\"server\":{\"name\":\"x\",\"flavorRef\":\"1\"},\"other\":1}",
                    "{\"server\":{\"name\":\"x\",\"flavorRef\":{}}}",
                    "{\"server\":{\"name\":\"x\",\"imageRef\":\"70a599e0-31e7-49b7-b260-868f441e862b\"}}",
                    "{\"server\":{\"name\":\"x\",\"imageRef\":\"70a599e0-31e7-49b7-b260-868f441e862b\",\"flavorRef\":\"none\"}}"
                })
        void withoutShapeIsRefused(String body) {
            as("2.1").body(body).post("/servers").then().statusCode(400).body("badRequest.code", equalTo(400));
        }

        /// Row 25 of the list of attacks.
        @ParameterizedTest
        @ValueSource(strings = {"", " ", " x", "x ", "a\\u001b[31m", "a\\r\\nSet-Cookie: x", "a\\u0000", "a\\u2028b"})
        void needsANameThatCanBeShown(String name) {
            as("2.1")
                    .body("{\"server\":{\"name\":\"%s\",\"imageRef\":\"%s\",\"flavorRef\":\"%s\"}}"
                            .formatted(name, IMAGE, flavor))
                    .post("/servers")
                    .then()
                    .statusCode(400);
        }

        @Test
        void mayHaveAnyOtherName() {
            var name = "<script>alert('ü')</script>";
            var id = as("2.1")
                    .body("{\"server\":{\"name\":\"%s\",\"imageRef\":\"%s\",\"flavorRef\":\"%s\"}}"
                            .formatted(name, IMAGE, flavor))
                    .post("/servers")
                    .then()
                    .statusCode(202)
                    .extract()
                    .<String>path("server.id");
            assertThat(read(id).name()).isEqualTo(name);
            assertThat(read(id).hostname()).isEqualTo("scriptalertscript");
        }

        @Test
        void hasLimits() {
            create(",\"user_data\":\"%s\"".formatted("A".repeat(65536))).statusCode(400);
            create(",\"user_data\":\"%s\"".formatted("A".repeat(65532))).statusCode(202);
            create(",\"metadata\":{\"a\":\"%s\"}".formatted("x".repeat(256))).statusCode(400);
            var pieces = new StringBuilder();
            for (var piece = 0; piece < 129; piece++) {
                pieces.append(piece == 0 ? "" : ",").append("\"k%d\":\"v\"".formatted(piece));
            }
            create(",\"metadata\":{%s}".formatted(pieces))
                    .statusCode(403)
                    .body("forbidden.message", equalTo("Maximum number of metadata items exceeds 128"));
        }
    }

    @Nested
    class Several {
        @Test
        void areAcceptedTogether() {
            create(",\"min_count\":\"2\",\"max_count\":\"3\"").statusCode(202);
            as("2.1")
                    .get("/servers?sort_key=launch_index&sort_dir=asc")
                    .then()
                    .body("servers.name", equalTo(List.of("web-1", "web-2", "web-3")));
        }

        @Test
        void areFoundByTheirReservation() {
            var answer = create(",\"min_count\":3,\"return_reservation_id\":\"True\"")
                    .statusCode(202)
                    .extract();
            assertThat(Sample.of("os-multiple-create/multiple-create-post-resp.json")
                            .differences(answer.asString()))
                    .isEmpty();
            var reservation = answer.<String>path("reservation_id");
            assertThat(reservation).matches("r-[0-9a-z]{8}");
            as("2.1").get("/servers?reservation_id=" + reservation).then().body("servers", hasSize(3));
        }

        /// What makes the promise of 250 ms: it is checked here without a clock, by counting what is written.
        @Test
        void areTwoHundredIfNeedBe() {
            create(",\"min_count\":200,\"return_reservation_id\":true").statusCode(202);
            as("2.1").get("/servers").then().body("servers", hasSize(200));
            as("2.1").get("/limits").then().body("limits.absolute.totalInstancesUsed", equalTo(200));
        }
    }

    @Nested
    class Images {
        @ParameterizedTest
        @CsvSource({
            QUEUED_IMAGE + ",is not active.",
            LARGE_IMAGE + ",disk is too small",
            HUNGRY_IMAGE + ",memory is too small",
            "70a599e0-31e7-49b7-b260-ffffffffffff,Can not find requested image",
            "'',Invalid imageRef provided.",
            "nonsense,must be the UUID of an image"
        })
        void mustFit(String image, String why) {
            boot(image).statusCode(400).body("badRequest.message", containsString(why));
        }

        @Test
        void mustBeKnownByAServiceThatAnswers() {
            boot(IMAGE_THAT_BREAKS)
                    .statusCode(503)
                    .body("serviceUnavailable.message", startsWith("The image service does not answer"));
            as("2.1").get("/servers").then().body("servers", hasSize(0));
        }

        @Test
        void decideTheDiskOnlyForAdmins() {
            var diskless = Api.flavor(1, 512, 0);
            as("2.1").body(Api.serverBody(diskless, "")).post("/servers").then().statusCode(403);
            Api.as(Api.admin(project))
                    .body(Api.serverBody(diskless, ""))
                    .post("/servers")
                    .then()
                    .statusCode(202);
        }

        private ValidatableResponse boot(String image) {
            return as("2.1")
                    .body("{\"server\":{\"name\":\"x\",\"imageRef\":\"%s\",\"flavorRef\":\"%s\"}}"
                            .formatted(image, flavor))
                    .post("/servers")
                    .then();
        }
    }

    @Nested
    class Networks {
        @Test
        void areTheOnlyOneWhenNobodySays() {
            assertThat(networksOf(TestTokens.PROJECT, "2.1", "")).containsExactly(NETWORK);
            assertThat(networksOf(TestTokens.PROJECT, "2.37", ",\"networks\":\"auto\""))
                    .containsExactly(NETWORK);
            assertThat(networksOf(project, "2.1", "")).isEmpty();
        }

        @Test
        void areNone() {
            assertThat(networksOf(TestTokens.PROJECT, "2.37", ",\"networks\":\"none\""))
                    .isEmpty();
        }

        @Test
        void areThoseNamed() {
            var more = ",\"networks\":[{\"uuid\":\"%s\",\"fixed_ip\":\"10.0.0.9\",\"tag\":\"front\"},{\"port\":\"%s\"}]"
                    .formatted(SECOND_NETWORK, PORT);
            var id = create(project, "2.42", more).statusCode(202).extract().<String>path("server.id");
            var wishes = read(id).networks();
            assertThat(wishes).hasSize(2);
            assertThat(wishes.getFirst().name()).isEqualTo("one");
            assertThat(wishes.getFirst().fixedIp()).isEqualTo("10.0.0.9");
            assertThat(wishes.getFirst().tag()).isEqualTo("front");
            assertThat(wishes.getLast().port()).hasToString(PORT);
            assertThat(wishes.getLast().name()).isEqualTo("private");
        }

        @Test
        void mustBeSaidLately() {
            create(project, "2.37", "")
                    .statusCode(400)
                    .body("badRequest.message", containsString("'networks' is a required property"));
            create(project, "2.37", ",\"networks\":\"auto\"")
                    .statusCode(400)
                    .body("badRequest.message", startsWith("Unable to automatically allocate a network"));
            create(project, "2.37", ",\"networks\":\"all\"").statusCode(400);
        }

        @Test
        void mustBeClear() {
            create(PROJECT_OF_TWO_NETWORKS, "2.1", "")
                    .statusCode(409)
                    .body("conflictingRequest.message", startsWith("Multiple possible networks found"));
        }

        @Test
        void mustBeFree() {
            create(project, "2.1", ",\"networks\":[{\"port\":\"%s\"}]".formatted(PORT_IN_USE))
                    .statusCode(409);
        }

        @Test
        void outsideAreForAdmins() {
            var more = ",\"networks\":[{\"uuid\":\"%s\"}]".formatted(EXTERNAL_NETWORK);
            create(project, "2.1", more).statusCode(403);
            Api.as(Api.admin(project))
                    .body(Api.serverBody(flavor, more))
                    .post("/servers")
                    .then()
                    .statusCode(202);
        }

        @Test
        void mustBeKnownByAServiceThatAnswers() {
            create(project, "2.1", ",\"networks\":[{\"uuid\":\"%s\"}]".formatted(NETWORK_THAT_BREAKS))
                    .statusCode(503)
                    .body("serviceUnavailable.message", startsWith("The network service does not answer"));
        }

        private List<String> networksOf(String owner, String version, String more) {
            var id = create(owner, version, more).statusCode(202).extract().<String>path("server.id");
            return read(id).networks().stream()
                    .map(wish -> wish.network().toString())
                    .toList();
        }
    }

    @Nested
    class SecurityGroups {
        @Test
        void areFoundByNameOrId() {
            var id = create(
                            ",\"security_groups\":[{\"name\":\"web\"},{\"name\":\"85cc3048-abc3-43cc-89b3-377341426ac7\"},{\"name\":\"default\"}]")
                    .statusCode(202)
                    .body("server.security_groups.name", hasSize(3))
                    .extract()
                    .<String>path("server.id");
            assertThat(read(id).securityGroups())
                    .extracting("name")
                    .containsExactlyInAnyOrder("web", "twice", "default");
        }

        @Test
        void areTheDefaultOneWithoutAsking() {
            var id = create(",\"security_groups\":[{\"name\":\"default\"}]")
                    .statusCode(202)
                    .extract()
                    .<String>path("server.id");
            assertThat(read(id).securityGroups()).isEmpty();
        }
    }

    /// Row 22 of the list of attacks: nobody steers what is not theirs to steer.
    @Nested
    class Steering {
        @Test
        void toAHostIsForAdmins() {
            create(",\"availability_zone\":\"nova:compute-1\"").statusCode(403);
            create(project, "2.74", ",\"networks\":\"none\",\"host\":\"compute-1\"")
                    .statusCode(403);
            create(project, "2.74", ",\"networks\":\"none\",\"hypervisor_hostname\":\"compute-1\"")
                    .statusCode(403);
            assertThat(hostOf("2.1", ",\"availability_zone\":\"nova:compute-1\""))
                    .isEqualTo("compute-1");
            assertThat(hostOf("2.1", ",\"availability_zone\":\"nova::compute-2\""))
                    .isEqualTo("compute-2");
            assertThat(hostOf("2.74", ",\"networks\":\"none\",\"host\":\"compute-3\""))
                    .isEqualTo("compute-3");
        }

        @Test
        void byHintsIsPossibleByThoseWeKnow() {
            var other = UUID.randomUUID();
            var id = hinted("{\"same_host\":\"%s\",\"different_host\":[\"%s\"]}".formatted(other, other))
                    .statusCode(202)
                    .extract()
                    .<String>path("server.id");
            assertThat(read(id).placement().sameHost()).containsExactly(other);
            assertThat(read(id).placement().differentHost()).containsExactly(other);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"_nova_check_type\":\"rebuild\"}",
                    "{\"query\":\"[\\\"=\\\",1]\"}",
                    "{\"target_cell\":\"x\"}",
                    "{\"group\":\"73b0a0d1-51f8-4a1c-9b3c-5a4c9c8a1e00\"}",
                    "{\"same_host\":\"x\"}",
                    "{\"different_host\":[{}]}"
                })
        void byAnyOtherHintIsRefused(String hints) {
            hinted(hints).statusCode(400);
        }

        private String hostOf(String version, String more) {
            var id = Api.as(Api.admin(project), version)
                    .body(Api.serverBody(flavor, more))
                    .post("/servers")
                    .then()
                    .statusCode(202)
                    .extract()
                    .<String>path("server.id");
            return read(id).placement().host();
        }

        private ValidatableResponse hinted(String hints) {
            return as("2.1")
                    .body(Api.serverBody(flavor, "")
                            .replaceAll("}$", "")
                            .concat(",\"os:scheduler_hints\":%s}".formatted(hints)))
                    .post("/servers")
                    .then();
        }
    }

    @Test
    void passwordsAreMadeUpAndDifferent() {
        var first = create("")
                .statusCode(202)
                .body("server.adminPass", matchesPattern("[0-9A-Za-z]{12}"))
                .extract()
                .<String>path("server.adminPass");
        var second = create("").extract().<String>path("server.adminPass");
        assertThat(Set.of(first, second)).hasSize(2);
    }

    private RequestSpecification as(String version) {
        return Api.as(Api.member(project), version);
    }

    private ValidatableResponse create(String more) {
        return create(project, "2.1", more);
    }

    private ValidatableResponse create(String owner, String version, String more) {
        return Api.as(Api.member(owner), version)
                .body(Api.serverBody(flavor, more))
                .post("/servers")
                .then();
    }

    private Server read(String id) {
        return servers.find(UUID.fromString(id)).orElseThrow();
    }
}
