package org.cumulet.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.cumulet.identity.Cloud.V3;
import static org.cumulet.identity.Cloud.as;
import static org.cumulet.identity.Cloud.nobody;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

@IdentityTest
class SigningKeysTest {

    private static final String KEYS = V3 + "/signing_keys";

    @Inject
    @DataSource("identity")
    AgroalDataSource database;

    private static String rotate() {
        return as(Cloud.admin()).post(KEYS).then().statusCode(201).extract().path("signing_key.id");
    }

    private static String keyOf(String token) {
        var head = Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.')));
        return new String(head, StandardCharsets.UTF_8);
    }

    private static void mustLive(String token) {
        as(token).get(V3 + "/auth/projects").then().statusCode(200);
        as(Cloud.admin())
                .header("X-Subject-Token", token)
                .get(V3 + "/auth/tokens")
                .then()
                .statusCode(200);
    }

    private void age(String key, String interval) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(
                        "update signing_key set created_at = created_at - interval '%1$s', signs_from = signs_from - interval '%1$s' where id = ?"
                                .formatted(interval))) {
            update.setString(1, key);
            assertThat(update.executeUpdate()).isOne();
        }
    }

    @Test
    void aNewKeySignsAndLogsNobodyOut() {
        var member = Cloud.member();
        var before = member.token();
        var key = rotate();
        var after = member.token();
        assertThat(keyOf(before)).doesNotContain(key);
        assertThat(keyOf(after)).contains(key);
        mustLive(before);
        mustLive(after);
        Cloud.rescope(before, "unscoped").then().statusCode(201);
    }

    @Test
    void thePublicHalvesOfAllKeysAreOpenToEverybodyAndThePrivateOnesToNobody() {
        var one = rotate();
        var two = rotate();
        nobody().get(V3 + "/jwks")
                .then()
                .statusCode(200)
                .body("keys.kid", hasItems(one, two))
                .body("keys.find { it.kid == '%s' }.keySet()".formatted(two), not(hasItem("d")))
                .body("keys.find { it.kid == '%s' }".formatted(two), not(equalTo(Map.of())))
                .body("keys.alg.unique()", equalTo(java.util.List.of("ES256")));
        as(Cloud.admin()).get(KEYS).then().body("signing_keys.id", hasItems(one, two));
    }

    @Test
    void aKeyGoesWhenNothingThatItSignedCanBeShownAnyMore() throws SQLException {
        var replaced = rotate();
        var last = rotate();
        age(replaced, "9 days");
        age(last, "5 days");
        rotate();
        nobody().get(V3 + "/jwks").then().body("keys.kid", hasItem(last)).body("keys.kid", not(hasItem(replaced)));
    }

    @Test
    void aKeyThatHasSignedLongEnoughIsReplacedByItself() throws SQLException {
        var key = rotate();
        try (var connection = database.getConnection();
                var update = connection.createStatement()) {
            update.executeUpdate("update signing_key set created_at = created_at - interval '91 days'");
        }
        var member = Cloud.member();
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(keyOf(member.token())).doesNotContain(key));
    }
}
