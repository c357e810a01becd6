package org.cumulet.identity;

import static org.cumulet.identity.Cloud.V3;
import static org.cumulet.identity.Cloud.as;
import static org.cumulet.identity.Cloud.byId;
import static org.cumulet.identity.Cloud.change;
import static org.cumulet.identity.Cloud.fresh;
import static org.cumulet.identity.Cloud.newUser;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@IdentityTest
class UsersTest {

    private static final String USERS = V3 + "/users";

    @Nested
    class ANewUser {

        @Test
        void isShownWithoutItsPassword() {
            var name = fresh("user");
            as(Cloud.admin())
                    .body(Map.of(
                            "user",
                            Map.of("name", name, "password", "secret-of-mine", "email", "a@b", "description", "mine")))
                    .post(USERS)
                    .then()
                    .statusCode(201)
                    .body("user.name", equalTo(name))
                    .body("user.domain_id", equalTo("default"))
                    .body("user.enabled", is(true))
                    .body("user.options", equalTo(Map.of()))
                    .body("user.email", equalTo("a@b"))
                    .body("user.description", equalTo("mine"))
                    .body("user", hasKey("password_expires_at"))
                    .body("user.password_expires_at", nullValue())
                    .body("user", not(hasKey("password")))
                    .body("user", not(hasKey("default_project_id")))
                    .body(not(containsString("secret-of-mine")));
        }

        @Test
        void hasANameOfItsOwnWithinItsDomain() {
            var name = fresh("user");
            newUser(Map.of("name", name));
            as(Cloud.admin())
                    .body(Map.of("user", Map.of("name", name)))
                    .post(USERS)
                    .then()
                    .statusCode(409)
                    .body(
                            "error.message",
                            equalTo("Conflict occurred attempting to store user - Duplicate entry found with name "
                                    + name + " at domain ID default."));
            newUser(Map.of("name", name, "domain_id", Cloud.newDomain()));
        }

        @Test
        void needsADomainThatExistsAndADefaultProjectThatIsNoDomain() {
            post(Map.of("name", fresh("user"), "domain_id", "nowhere"), 404);
            post(Map.of("name", fresh("user"), "default_project_id", "default"), 400);
        }

        @Test
        void mayHaveOptionsThatMeanSomethingHere() {
            var id = newUser(Map.of("options", Map.of("ignore_password_expiry", true)));
            as(Cloud.admin()).get(USERS + "/" + id).then().body("user.options.ignore_password_expiry", is(true));
            post(Map.of("name", fresh("user"), "options", Map.of("favourite_colour", true)), 400);
            post(Map.of("name", fresh("user"), "options", Map.of("lock_password", "yes")), 400);
        }

        private void post(Map<String, Object> user, int status) {
            as(Cloud.admin()).body(Map.of("user", user)).post(USERS).then().statusCode(status);
        }
    }

    /// Security case 11.
    @ParameterizedTest
    @ValueSource(strings = {"\"False\"", "\"0\"", "0", "null", "\"FALSE\"", "\"\"", "1", "\"true\"", "[]"})
    void enabledIsABooleanAndNothingElse(String value) {
        var id = newUser(Map.of("enabled", false));
        as(Cloud.admin())
                .body("{\"user\":{\"enabled\":" + value + "}}")
                .patch(USERS + "/" + id)
                .then()
                .statusCode(400)
                .body("error.message", containsString("enabled"));
        as(Cloud.admin()).get(USERS + "/" + id).then().body("user.enabled", is(false));
        var name = fresh("user");
        as(Cloud.admin())
                .body("{\"user\":{\"name\":\"" + name + "\",\"enabled\":" + value + "}}")
                .post(USERS)
                .then()
                .statusCode(400);
        as(Cloud.admin()).get(USERS + "?name=" + name).then().body("users", equalTo(List.of()));
    }

    @Nested
    class AChange {

        @Test
        void mergesAndClears() {
            var id = newUser(Map.of(
                    "email",
                    "a@b",
                    "default_project_id",
                    Cloud.newProject(),
                    "options",
                    Map.of("lock_password", true)));
            var change = new HashMap<String, Object>(Map.of("description", "new"));
            change.put("email", null);
            change.put("default_project_id", null);
            var options = new HashMap<String, Object>();
            options.put("lock_password", null);
            change.put("options", options);
            change("users", "user", id, change)
                    .then()
                    .statusCode(200)
                    .body("user.description", equalTo("new"))
                    .body("user", not(hasKey("email")))
                    .body("user", not(hasKey("default_project_id")))
                    .body("user.options", equalTo(Map.of()));
        }

        @Test
        void doesNotMoveTheUserToAnotherDomain() {
            change("users", "user", newUser(), Map.of("domain_id", Cloud.newDomain()))
                    .then()
                    .statusCode(400);
            change("users", "user", newUser(), Map.of("domain_id", "default"))
                    .then()
                    .statusCode(200);
        }

        @Test
        void toANameThatIsTakenIsAConflict() {
            change("users", "user", newUser(), Map.of("name", "admin")).then().statusCode(409);
        }
    }

    @Nested
    class AUsersOwnPassword {

        @Test
        void isChangedByWhoKnowsIt() {
            var member = Cloud.member();
            changePassword(member.token(), member.id(), Cloud.PASSWORD, "another", 204);
            Cloud.login(byId(member.id())).then().statusCode(401);
            Cloud.login(Map.of("id", member.id(), "password", "another")).then().statusCode(201);
        }

        @Test
        void staysWhenTheOldOneIsWrong() {
            var member = Cloud.member();
            changePassword(member.token(), member.id(), "wrong", "another", 401);
            Cloud.login(byId(member.id())).then().statusCode(201);
        }

        /// Since an expired password gives no token to ask with.
        @Test
        void isChangedWithoutAToken() {
            var member = Cloud.member();
            changePassword("", member.id(), "wrong", "another", 401);
            changePassword("", member.id(), Cloud.PASSWORD, "another", 204);
            changePassword("", "no-such-user", Cloud.PASSWORD, "another", 401);
        }

        @Test
        void staysWhileItIsLocked() {
            var member = Cloud.member();
            change("users", "user", member.id(), Map.of("options", Map.of("lock_password", true)));
            changePassword(member.token(), member.id(), Cloud.PASSWORD, "another", 403);
        }

        private void changePassword(String token, String user, String old, String wish, int status) {
            as(token)
                    .body(Map.of("user", Map.of("original_password", old, "password", wish)))
                    .post(USERS + "/" + user + "/password")
                    .then()
                    .statusCode(status);
        }
    }

    @Nested
    class TheList {

        @Test
        void isFiltered() {
            var domain = Cloud.newDomain();
            var on = newUser(Map.of("domain_id", domain));
            var off = newUser(Map.of("domain_id", domain, "enabled", false));
            var here = USERS + "?domain_id=" + domain;
            as(Cloud.admin()).get(here).then().body("users.id", containsInAnyOrder(on, off));
            as(Cloud.admin()).get(here + "&enabled=false").then().body("users.id", equalTo(List.of(off)));
            as(Cloud.admin())
                    .get(USERS + "?name=admin&domain_id=default")
                    .then()
                    .body("users.name", equalTo(List.of("admin")));
        }

        @Test
        void showsAnAdminOfADomainThatDomainAlone() {
            var domain = Cloud.newDomain();
            var user = newUser(Map.of("domain_id", domain));
            Cloud.grant("domains/" + domain, user, "admin");
            var token = Cloud.token(Cloud.login(byId(user), Cloud.domain(domain)));
            as(token).get(USERS).then().statusCode(200).body("users.id", equalTo(List.of(user)));
            as(token).get(USERS + "?domain_id=default").then().body("users", equalTo(List.of()));
        }
    }

    @Test
    void aUserSeesItselfAndNobodyElse() {
        var member = Cloud.member();
        as(member.token()).get(USERS + "/" + member.id()).then().statusCode(200);
        as(member.token())
                .get(USERS + "/" + newUser())
                .then()
                .statusCode(404)
                .body("error.message", containsString("Could not find user: "));
        as(member.token()).get(USERS).then().statusCode(403);
    }

    @Test
    void aDeletedUserIsNotFound() {
        var id = newUser();
        Cloud.delete("users/" + id);
        as(Cloud.admin()).get(USERS + "/" + id).then().statusCode(404);
        as(Cloud.admin()).get(USERS).then().body("users.id", not(hasItem(id)));
    }
}
