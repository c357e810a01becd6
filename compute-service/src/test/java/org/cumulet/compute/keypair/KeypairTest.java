package org.cumulet.compute.keypair;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.UUID;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.cumulet.compute.Api;
import org.cumulet.compute.ApiProfile;
import org.cumulet.compute.ComputeTest;
import org.cumulet.compute.Sample;
import org.cumulet.testing.auth.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ComputeTest
@TestProfile(ApiProfile.class)
class KeypairTest {

    private static final String KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIO9aLqzRrXJQJQ0lHMUPtGLiqhrdSRtNMDuWwuJVu4Gr me@here";
    private static final String FINGERPRINT = "([0-9a-f]{2}:){15}[0-9a-f]{2}";

    String user;
    String token;

    @BeforeEach
    void aUserWithoutKeys() {
        user = UUID.randomUUID().toString().replace("-", "");
        token = TestTokens.project(TestTokens.PROJECT, user, "member", "reader");
    }

    @Nested
    class Importing {
        @ParameterizedTest
        @CsvSource({"2.1,200,os-keypairs", "2.2,201,os-keypairs/v2.2", "2.10,201,os-keypairs/v2.10"})
        void isAnsweredAsPublished(String version, int status, String folder) {
            var answer = Api.as(token, version)
                    .body("{\"keypair\":{\"name\":\"mine\",\"public_key\":\"%s\"}}".formatted(KEY))
                    .post("/os-keypairs")
                    .then()
                    .statusCode(status)
                    .extract();
            assertThat(Sample.of(folder + "/keypairs-import-post-resp.json").differences(answer.asString()))
                    .isEmpty();
            assertThat(answer.<String>path("keypair.fingerprint")).matches(FINGERPRINT);
            assertThat(answer.<String>path("keypair.public_key")).isEqualTo(KEY);
        }

        @Test
        void knowsTheFingerprintOthersSee() {
            Api.as(TestTokens.admin(), "2.92")
                    .body(Sample.text("os-keypairs/v2.92/keypairs-import-post-req.json")
                            .replace("\"fake\"", "\"%s\"".formatted(user)))
                    .post("/os-keypairs")
                    .then()
                    .statusCode(201)
                    .body("keypair.fingerprint", equalTo("1e:2c:9b:56:79:4b:45:77:f9:ca:7a:98:2c:b0:d5:3c"))
                    .body("keypair.user_id", equalTo(user));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "nonsense",
                    "ssh-rsa",
                    "ssh-rsa AAAA",
                    "ssh-rsa !!!!",
                    "ssh-ed25519 AAAAB3NzaC1yc2EAAAADAQABAAAAgQDx8nkQ",
                    "ssh-dss AAAAB3NzaC1kc3MAAACBAP",
                    KEY + "\\nssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIO9aLqzRrXJQJQ0lHMUPtGLiqhrdSRtNMDuWwuJVu4Gr two"
                })
        void refusesWhatIsNoKey(String key) {
            importing("mine", key, "2.2").statusCode(400).body("badRequest.code", equalTo(400));
            Api.as(token).get("/os-keypairs/mine").then().statusCode(404);
        }

        @Test
        void needsANewName() {
            importing("mine", KEY, "2.2").statusCode(201);
            importing("mine", KEY, "2.2")
                    .statusCode(409)
                    .body("conflictingRequest.message", equalTo("Key pair 'mine' already exists."));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " x", "a/b", "a\\u001b", "<script>", "a@b"})
        void needsASafeName(String name) {
            importing(name, KEY, "2.91").statusCode(400);
        }

        @Test
        void allowsMoreNamesLately() {
            importing("me.and@here", KEY, "2.92").statusCode(201);
        }

        private ValidatableResponse importing(String name, String key, String version) {
            return Api.as(token, version)
                    .body("{\"keypair\":{\"name\":\"%s\",\"public_key\":\"%s\"}}".formatted(name, key))
                    .post("/os-keypairs")
                    .then();
        }
    }

    @Nested
    class Generating {
        @Test
        void answersThePrivateKeyOnce() throws Exception {
            var answer = Api.as(token, "2.2")
                    .body("{\"keypair\":{\"name\":\"mine\"}}")
                    .post("/os-keypairs")
                    .then()
                    .statusCode(201)
                    .extract();
            assertThat(Sample.of("os-keypairs/v2.2/keypairs-post-resp.json").differences(answer.asString()))
                    .isEmpty();
            var pair = privateKey(answer.path("keypair.private_key"));
            assertThat(answer.<String>path("keypair.public_key")).contains(pair);
            Api.as(token).get("/os-keypairs/mine").then().body("keypair", not(hasKey("private_key")));
        }

        @Test
        void isOver() {
            Api.as(token, "2.92")
                    .body("{\"keypair\":{\"name\":\"mine\"}}")
                    .post("/os-keypairs")
                    .then()
                    .statusCode(400);
        }

        /// What an SSH client makes of the private part: the public one.
        private String privateKey(String pem) throws Exception {
            var keys = SecurityUtils.loadKeyPairIdentities(
                    null, NamedResource.ofName("pem"), new ByteArrayInputStream(pem.getBytes(US_ASCII)), null);
            return PublicKeyEntry.toString(keys.iterator().next().getPublic());
        }
    }

    @Nested
    class Keys {
        @BeforeEach
        void areThere() {
            for (var name : List.of("one", "two", "zoe")) {
                Api.as(token)
                        .body("{\"keypair\":{\"name\":\"%s\",\"public_key\":\"%s\"}}".formatted(name, KEY))
                        .post("/os-keypairs")
                        .then()
                        .statusCode(200);
            }
        }

        @ParameterizedTest
        @CsvSource({"2.1,os-keypairs", "2.10,os-keypairs/v2.10"})
        void areShownAsPublished(String version, String folder) {
            var one = Api.as(token, version)
                    .get("/os-keypairs/one")
                    .then()
                    .statusCode(200)
                    .extract();
            assertThat(Sample.of(folder + "/keypairs-get-resp.json").differences(one.asString()))
                    .isEmpty();
            var all = Api.as(token, version)
                    .get("/os-keypairs")
                    .then()
                    .statusCode(200)
                    .extract();
            assertThat(Sample.of(folder + "/keypairs-list-resp.json").differences(all.asString()))
                    .isEmpty();
            assertThat(all.<List<String>>path("keypairs.keypair.name")).containsExactly("one", "two", "zoe");
        }

        @Test
        void comeInPages() {
            var page = Api.as(token, "2.35")
                    .get("/os-keypairs?limit=2")
                    .then()
                    .statusCode(200)
                    .extract();
            assertThat(Sample.of("os-keypairs/v2.35/keypairs-list-resp.json").differences(page.asString()))
                    .isEmpty();
            var next = Api.as(token, "2.35").basePath("").get(page.<String>path("keypairs_links[0].href"));
            assertThat(next.<List<String>>path("keypairs.keypair.name")).containsExactly("zoe");
            Api.as(token, "2.35").get("/os-keypairs?marker=nobody").then().statusCode(400);
        }

        @Test
        void areDeleted() {
            Api.as(token).delete("/os-keypairs/one").then().statusCode(202);
            Api.as(token, "2.2").delete("/os-keypairs/two").then().statusCode(204);
            Api.as(token).get("/os-keypairs/one").then().statusCode(404).body("itemNotFound.code", equalTo(404));
            Api.as(token).delete("/os-keypairs/one").then().statusCode(404);
        }

        @Test
        void areOnesOwn() {
            Api.as(TestTokens.stranger()).get("/os-keypairs/one").then().statusCode(404);
            Api.as(TestTokens.stranger(), "2.10")
                    .get("/os-keypairs?user_id=" + user)
                    .then()
                    .statusCode(403)
                    .body("forbidden.message", startsWith("Policy doesn't allow os_compute_api:os-keypairs:index"));
            Api.as(TestTokens.admin(), "2.10")
                    .get("/os-keypairs?user_id=" + user)
                    .then()
                    .statusCode(200)
                    .body("keypairs.keypair.name", equalTo(List.of("one", "two", "zoe")));
        }
    }
}
