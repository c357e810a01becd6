package org.cumulet.identity;

import static org.cumulet.identity.Cloud.V3;
import static org.cumulet.identity.Cloud.as;
import static org.cumulet.identity.Cloud.fresh;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// An operator's file with other rules than the usual ones.
@IdentityTest
@TestProfile(PolicyFileTest.WithAFile.class)
class PolicyFileTest {

    public static class WithAFile implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                var file = Files.createTempFile("policy", ".yaml");
                Files.writeString(file, """
                        # members make regions, nobody makes services, and a user is seen by itself alone
                        "identity:create_region": "role:member"
                        "identity:create_service": "!"
                        "identity:get_user": "rule:owner"
                        """);
                return Map.of("cumulet.identity.policy-file", file.toString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Test
    void holdsInsteadOfThem() {
        var member = Cloud.member();
        as(member.token())
                .body(Map.of("region", Map.of("id", fresh("region"))))
                .post(V3 + "/regions")
                .then()
                .statusCode(201);
        as(Cloud.person("reader").token())
                .body(Map.of("region", Map.of("id", fresh("region"))))
                .post(V3 + "/regions")
                .then()
                .statusCode(403);
        as(Cloud.admin())
                .body(Map.of("service", Map.of("type", fresh("type"))))
                .post(V3 + "/services")
                .then()
                .statusCode(403);
        as(member.token()).get(V3 + "/users/" + member.id()).then().statusCode(200);
        as(Cloud.admin()).get(V3 + "/users/" + member.id()).then().statusCode(404);
    }

    @Test
    void leavesTheOthersAsTheyWere() {
        as(Cloud.member().token()).get(V3 + "/users").then().statusCode(403);
        as(Cloud.admin()).get(V3 + "/users").then().statusCode(200);
    }
}
