package org.cumulet.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cumulet.identity.Cloud.V3;
import static org.cumulet.identity.Cloud.as;
import static org.cumulet.identity.Cloud.byId;
import static org.cumulet.identity.Cloud.byName;
import static org.cumulet.identity.Cloud.change;
import static org.cumulet.identity.Cloud.login;
import static org.cumulet.identity.Cloud.newUser;
import static org.cumulet.identity.Cloud.nobody;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// With every rule of `[security_compliance]` on.
@IdentityTest
@TestProfile(SecurityComplianceTest.Strict.class)
class SecurityComplianceTest {

    private static final String GOOD = "another-Password-1";
    private static final Map<String, Object> NOT_AT_FIRST = Map.of("ignore_change_password_upon_first_use", true);

    @Inject
    @DataSource("identity")
    AgroalDataSource database;

    public static class Strict implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            var prefix = "cumulet.identity.security-compliance.";
            return Map.of(
                    "cumulet.identity.login-memory",
                    "PT0S",
                    prefix + "lockout-failure-attempts",
                    "3",
                    prefix + "lockout-duration",
                    "600",
                    prefix + "password-expires-days",
                    "90",
                    prefix + "unique-last-password-count",
                    "2",
                    prefix + "minimum-password-age",
                    "1",
                    prefix + "password-regex",
                    "^.{8,}$",
                    prefix + "password-regex-description",
                    "at least 8 characters",
                    prefix + "change-password-upon-first-use",
                    "true",
                    prefix + "disable-user-account-days-inactive",
                    "30");
        }
    }

    /// One that needs no other password first.
    private static String user() {
        return newUser(Map.of("options", NOT_AT_FIRST));
    }

    private static ValidatableResponse choose(String user, String old, String wish) {
        return nobody().body(Map.of("user", Map.of("original_password", old, "password", wish)))
                .post(V3 + "/users/" + user + "/password")
                .then();
    }

    private static Response wrong(String user) {
        return login(Map.of("id", user, "password", "wrong"));
    }

    private static Response shown(String user) {
        return as(Cloud.admin()).get(V3 + "/users/" + user);
    }

    /// As if so much time had passed.
    private void later(String user, String column, String interval) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(
                        "update identity_user set %1$s = %1$s - interval '%2$s' where id = ?"
                                .formatted(column, interval))) {
            update.setString(1, user);
            assertThat(update.executeUpdate()).isOne();
        }
    }

    @Nested
    class TooManyWrongPasswords {

        private final String user = user();

        private void lock() {
            IntStream.range(0, 3).forEach(_ -> wrong(user).then().statusCode(401));
        }

        /// Security case 9.
        @Test
        void lockTheAccountWithoutSayingSo() {
            wrong(user);
            wrong(user);
            login(byId(user)).then().statusCode(201);
            lock();
            var locked = login(byId(user));
            locked.then().statusCode(401);
            assertThat(locked.asString())
                    .isEqualTo(
                            login(Map.of("id", "no-such-user", "password", "x")).asString());
            choose(user, Cloud.PASSWORD, GOOD).statusCode(401);
        }

        @Test
        void countWhereADirectoryKnowsThePasswordToo() throws Exception {
            var directory = LdapServer.started(LdapServer.plain(0));
            var domain = Cloud.newDomain();
            LdapServer.configure(domain, directory, Map.of());
            var ada = Map.of("name", "ada", "domain", Map.of("id", domain), "password", "password of ada");
            String id = login(ada).then().statusCode(201).extract().path("token.user.id");
            IntStream.range(0, 3).forEach(_ -> wrong(id).then().statusCode(401));
            login(ada).then().statusCode(401);
            change("users", "user", id, Map.of("enabled", true)).then().statusCode(200);
            login(ada).then().statusCode(201);
            directory.modify(
                    "dn: cn=id-ada,ou=Users,dc=example", "changetype: modify", "add: enabled", "enabled: FALSE");
            login(ada).then().statusCode(401);
            as(Cloud.admin()).delete(V3 + "/domains/" + domain + "/config");
            directory.shutDown(true);
        }

        @Test
        void areForgottenAfterAWhile() throws SQLException {
            lock();
            later(user, "failed_at", "601 seconds");
            wrong(user);
            login(byId(user)).then().statusCode(201);
        }

        @Test
        void areForgottenWhenAnAdminSaysSo() {
            lock();
            change("users", "user", user, Map.of("enabled", true)).then().statusCode(200);
            login(byId(user)).then().statusCode(201);
        }

        @Test
        void areNothingToAnAccountThatIsExempt() {
            change("users", "user", user, Map.of("options", Map.of("ignore_lockout_failure_attempts", true)));
            lock();
            login(byId(user)).then().statusCode(201);
        }

        @Test
        void leaveTokensAlive() {
            var token = Cloud.token(login(byId(user)));
            lock();
            as(token).get(V3 + "/auth/projects").then().statusCode(200);
        }
    }

    @Nested
    class ANewPassword {

        private final String user = user();

        @Test
        void mustBeOfTheFormWhoeverSetsIt() {
            var text = containsString("at least 8 characters");
            choose(user, Cloud.PASSWORD, "short").statusCode(400).body("error.message", text);
            change("users", "user", user, Map.of("password", "short")).then().statusCode(400);
            as(Cloud.admin())
                    .body(Map.of("user", Map.of("name", Cloud.fresh("user"), "password", "short")))
                    .post(V3 + "/users")
                    .then()
                    .statusCode(400)
                    .body("error.message", text);
        }

        @Test
        void mustNotBeOneOfTheLast() throws SQLException {
            choose(user, Cloud.PASSWORD, Cloud.PASSWORD).statusCode(400);
            choose(user, Cloud.PASSWORD, GOOD).statusCode(204);
            later(user, "password_created_at", "2 days");
            choose(user, GOOD, Cloud.PASSWORD).statusCode(400);
            choose(user, GOOD, GOOD + 2).statusCode(204);
            later(user, "password_created_at", "2 days");
            choose(user, GOOD + 2, Cloud.PASSWORD).statusCode(204);
        }

        @Test
        void mustBeKeptForAWhile() throws SQLException {
            choose(user, Cloud.PASSWORD, GOOD).statusCode(204);
            choose(user, GOOD, GOOD + 2).statusCode(403).body("error.message", containsString("1 day(s)"));
            later(user, "password_created_at", "1 day");
            choose(user, GOOD, GOOD + 2).statusCode(204);
        }
    }

    @Nested
    class AnOldPassword {

        private final String user = user();

        @Test
        void mustBeChangedAndThatIsSaidToWhoKnowsIt() throws SQLException {
            shown(user).then().body("user.password_expires_at", notNullValue());
            later(user, "password_expires_at", "91 days");
            login(byId(user))
                    .then()
                    .statusCode(401)
                    .body(
                            "error.message",
                            equalTo("The password is expired and needs to be changed for user: " + user + "."));
            wrong(user)
                    .then()
                    .statusCode(401)
                    .body("error.message", equalTo("The request you have made requires authentication."));
            choose(user, Cloud.PASSWORD, GOOD).statusCode(204);
            login(Map.of("id", user, "password", GOOD)).then().statusCode(201);
        }

        @ParameterizedTest
        @CsvSource({"gt:2020-01-01T00:00:00Z,1", "lte:2020-01-01T00:00:00Z,0", "neq:2020-01-01T00:00:00,1"})
        void isFoundByTheTimeItIsOldAt(String wish, int found) {
            users("?password_expires_at=" + wish + "&name=" + name(user)).body("users.size()", equalTo(found));
            users("?password_expires_at=" + wish + "&password_expires_at=lt:2020-01-01T00:00:00Z&name=" + name(user))
                    .body("users.size()", equalTo(0));
        }

        @ParameterizedTest
        @ValueSource(strings = {"soon", "gt:soon", "about:2020-01-01T00:00:00Z", "gt"})
        void isNotLookedForWithoutATime(String wish) {
            users("?password_expires_at=" + wish).statusCode(400);
        }

        private ValidatableResponse users(String query) {
            return as(Cloud.admin()).get(V3 + "/users" + query).then();
        }

        private String name(String user) {
            return shown(user).then().extract().path("user.name");
        }

        @Test
        void isGoodForWhomTheRuleDoesNotHold() throws SQLException {
            later(user, "password_expires_at", "91 days");
            change("users", "user", user, Map.of("options", Map.of("ignore_password_expiry", true)))
                    .then()
                    .body("user.password_expires_at", nullValue());
            login(byId(user)).then().statusCode(201);
        }
    }

    @Nested
    class APasswordThatAnAdminSet {

        @Test
        void mustBeChangedAtFirstUse() {
            var user = newUser();
            login(byId(user)).then().statusCode(401);
            choose(user, Cloud.PASSWORD, GOOD).statusCode(204);
            login(Map.of("id", user, "password", GOOD)).then().statusCode(201);
            change("users", "user", user, Map.of("password", GOOD + 2)).then().statusCode(200);
            login(Map.of("id", user, "password", GOOD + 2)).then().statusCode(401);
        }

        @Test
        void isNotAskedOfTheCloudsOwnUsers() {
            login(byName("admin", Cloud.ADMIN_PASSWORD)).then().statusCode(201);
            login(byName("compute", Cloud.SERVICE_PASSWORD)).then().statusCode(201);
        }
    }

    @Nested
    class WhoStaysAwayTooLong {

        private final String user = user();

        @Test
        void isDisabledUntilAnAdminEnables() throws SQLException {
            login(byId(user)).then().statusCode(201);
            later(user, "active_on", "31 days");
            login(byId(user)).then().statusCode(401);
            shown(user).then().body("user.enabled", is(false));
            change("users", "user", user, Map.of("enabled", true));
            login(byId(user)).then().statusCode(201);
        }

        @Test
        void isWelcomeWhereTheRuleDoesNotHold() throws SQLException {
            login(byId(user)).then().statusCode(201);
            later(user, "active_on", "31 days");
            change("users", "user", user, Map.of("options", Map.of("ignore_user_inactivity", true)));
            login(byId(user)).then().statusCode(201);
        }
    }
}
