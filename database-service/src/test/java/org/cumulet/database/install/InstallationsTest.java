package org.cumulet.database.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;
import org.cumulet.database.Api;
import org.cumulet.database.DatabaseTest;
import org.cumulet.testing.contract.EventContract;
import org.cumulet.testing.contract.HeardEvents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is asked for and answered; the host of role `database` is one where nobody listens.
@DatabaseTest
class InstallationsTest {

    private final String name = Api.fresh("made");

    private ValidatableResponse ask(String host, String more) {
        return Api.admin()
                .as()
                .body("""
                        {"installation":{"name":"%s","engine":"mariadb","host":"%s"%s}}""".formatted(name, host, more))
                .post("/database/v1/installations")
                .then();
    }

    @Test
    void isAcceptedOnceAndToldWithoutItsPassword() throws Exception {
        var id = ask("database-host", ",\"from\":\"10.1.0.0/16\"")
                .statusCode(202)
                .body("installation.state", equalTo("installing"))
                .body("installation.address", equalTo("127.0.0.1"))
                .body("installation.port", equalTo(3306))
                .body("installation.firewall", containsString("ip saddr 10.1.0.0/16 tcp dport 3306 accept"))
                .extract()
                .<String>path("installation.id");

        ask("database-host", ",\"from\":\"10.1.0.0/16\"").statusCode(202).body("installation.id", equalTo(id));
        ask("database-host", ",\"from\":\"10.2.0.0/16\"").statusCode(409);

        try (var heard = HeardEvents.on("database.installation")) {
            var requested = heard.of(id, 1).getFirst();
            assertThat(requested.type()).isEqualTo("org.cumulet.database.installation.requested");
            assertThat(EventContract.of(requested.type()).violations(requested.payload()))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"compute-host, 422", "simulated-host, 422", "no-host, 404"})
    void needsAHostOfRoleDatabaseThatIsReachedOverSsh(String host, int status) {
        ask(host, "").statusCode(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1; reboot", "$(id)", "-x", "10.0.0.256", "10.0.0", "10.0.0.0/24"})
    void hasNothingForAnAddressThatIsNone(String bad) {
        ask("database-host", ",\"address\":\"%s\"".formatted(bad)).statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"10.0.0.0", "10.0.0.0/33", "10.0.0.0/24 all trust", "10.0.0.0/24\\nhost all all 0.0.0.0/0 trust"
            })
    void hasNothingForASubnetThatIsNone(String bad) {
        ask("database-host", ",\"from\":\"%s\"".formatted(bad)).statusCode(400);
    }
}
