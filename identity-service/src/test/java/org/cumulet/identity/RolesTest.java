package org.cumulet.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cumulet.identity.Cloud.V3;
import static org.cumulet.identity.Cloud.as;
import static org.cumulet.identity.Cloud.change;
import static org.cumulet.identity.Cloud.fresh;
import static org.cumulet.identity.Cloud.make;
import static org.cumulet.identity.Cloud.newRole;
import static org.cumulet.identity.Cloud.role;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@IdentityTest
class RolesTest {

    private static final String ROLES = V3 + "/roles";

    @Nested
    class ARole {

        @Test
        void isMadeShownChangedAndDeleted() {
            var name = fresh("role");
            var id = make("roles", "role", Map.of("name", name, "colour", "blue"));
            change("roles", "role", id, Map.of("description", "new")).then().statusCode(200);
            as(Cloud.admin())
                    .get(ROLES + "/" + id)
                    .then()
                    .statusCode(200)
                    .body("role.name", equalTo(name))
                    .body("role.domain_id", nullValue())
                    .body("role.description", equalTo("new"))
                    .body("role.options", equalTo(Map.of()))
                    .body("role.colour", equalTo("blue"));
            as(Cloud.admin()).get(ROLES + "?name=" + name).then().body("roles.id", equalTo(List.of(id)));
            Cloud.delete("roles/" + id);
            as(Cloud.admin()).get(ROLES + "/" + id).then().statusCode(404);
        }

        @Test
        void hasANameOfItsOwnInTheCloudOrInItsDomain() {
            var domain = Cloud.newDomain();
            as(Cloud.admin())
                    .body(Map.of("role", Map.of("name", "member")))
                    .post(ROLES)
                    .then()
                    .statusCode(409);
            var local = make("roles", "role", Map.of("name", "member", "domain_id", domain));
            as(Cloud.admin()).get(ROLES).then().body("roles.id", not(hasItem(local)));
            as(Cloud.admin()).get(ROLES + "?domain_id=" + domain).then().body("roles.id", equalTo(List.of(local)));
            change("roles", "role", local, Map.of("domain_id", "default"))
                    .then()
                    .statusCode(400);
            as(Cloud.admin())
                    .body(Map.of("role", Map.of("name", fresh("role"), "domain_id", "nowhere")))
                    .post(ROLES)
                    .then()
                    .statusCode(404);
        }

        @Test
        void isNotFoundByItsName() {
            as(Cloud.admin()).get(ROLES + "/member").then().statusCode(404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "member", "reader", "service"})
    void theFirstRolesStay(String name) {
        var id = role(name);
        change("roles", "role", id, Map.of("description", "x")).then().statusCode(403);
        as(Cloud.admin()).delete(ROLES + "/" + id).then().statusCode(403);
    }

    @Nested
    class AGrant {

        private final String role = newRole();
        private final String user = Cloud.newUser();
        private final String group = Cloud.newGroup();
        private final String project = Cloud.newProject();
        private final String domain = Cloud.newDomain();

        @Test
        void isGivenFoundListedAndTakenInEveryPlaceToEveryKindOfHolder() {
            for (var place : List.of("projects/" + project, "domains/" + domain, "system")) {
                for (var holder : List.of("users/" + user, "groups/" + group)) {
                    var roles = "%s/%s/%s/roles".formatted(V3, place, holder);
                    as(Cloud.admin()).get(roles).then().statusCode(200).body("roles", equalTo(List.of()));
                    as(Cloud.admin()).head(roles + "/" + role).then().statusCode(404);
                    as(Cloud.admin()).put(roles + "/" + role).then().statusCode(204);
                    as(Cloud.admin()).put(roles + "/" + role).then().statusCode(204);
                    as(Cloud.admin()).head(roles + "/" + role).then().statusCode(204);
                    as(Cloud.admin()).get(roles + "/" + role).then().statusCode(204);
                    as(Cloud.admin())
                            .get(roles)
                            .then()
                            .body("roles.id", equalTo(List.of(role)))
                            .body("links.self", equalTo("http://127.0.0.1:18101" + roles));
                    as(Cloud.admin()).delete(roles + "/" + role).then().statusCode(204);
                    as(Cloud.admin()).delete(roles + "/" + role).then().statusCode(404);
                }
            }
        }

        @Test
        void needsAllItsPartsToExist() {
            for (var path : List.of(
                    "projects/nowhere/users/%s/roles/%s".formatted(user, role),
                    "projects/default/users/%s/roles/%s".formatted(user, role),
                    "projects/%s/users/nobody/roles/%s".formatted(project, role),
                    "projects/%s/groups/%s/roles/%s".formatted(project, user, role),
                    "projects/%s/users/%s/roles/nothing".formatted(project, user),
                    "domains/%s/users/%s/roles/%s".formatted(project, user, role),
                    "system/users/nobody/roles/%s".formatted(role))) {
                as(Cloud.admin()).put(V3 + "/" + path).then().statusCode(404);
                as(Cloud.admin()).delete(V3 + "/" + path).then().statusCode(404);
                as(Cloud.admin()).head(V3 + "/" + path).then().statusCode(404);
            }
        }

        @Test
        void isNeitherOfOtherKindsOfHoldersNorInherited() {
            as(Cloud.admin())
                    .get("%s/projects/%s/robots/%s/roles".formatted(V3, project, user))
                    .then()
                    .statusCode(404);
        }
    }

    @Nested
    class AnAdminOfADomain {

        private final String domain = Cloud.newDomain();
        private final String project = make("projects", "project", Map.of("name", fresh("p"), "domain_id", domain));
        private final String colleague = Cloud.newUser(Map.of("domain_id", domain));
        private final String token = token();

        private String token() {
            var user = Cloud.newUser(Map.of("domain_id", domain));
            Cloud.grant("domains/" + domain, user, "admin");
            return Cloud.token(Cloud.login(Cloud.byId(user), Cloud.domain(domain)));
        }

        private int give(String place, String user, String role) {
            return as(token)
                    .put("%s/%s/users/%s/roles/%s".formatted(V3, place, user, role(role)))
                    .statusCode();
        }

        @Test
        void givesRolesWithinTheDomain() {
            assertThat(give("projects/" + project, colleague, "member")).isEqualTo(204);
            assertThat(give("domains/" + domain, colleague, "admin")).isEqualTo(204);
        }

        @Test
        void givesNoneThatReachBeyondIt() {
            assertThat(give("projects/" + project, colleague, "admin")).isEqualTo(403);
            assertThat(give("projects/" + project, colleague, "service")).isEqualTo(403);
            assertThat(give("domains/" + domain, colleague, "service")).isEqualTo(403);
            assertThat(give("system", colleague, "reader")).isEqualTo(403);
        }

        @Test
        void doesNotFindAnybodyOrAnythingOutsideIt() {
            assertThat(give("projects/" + project, Cloud.newUser(), "member")).isEqualTo(404);
            assertThat(give("projects/" + Cloud.newProject(), colleague, "member"))
                    .isEqualTo(404);
            assertThat(give("domains/default", colleague, "member")).isEqualTo(404);
        }
    }

    @Nested
    class TheAssignments {

        private final String user = Cloud.newUser();
        private final String group = Cloud.newGroup(user);
        private final String project = Cloud.newProject();
        private final String child = make("projects", "project", Map.of("name", fresh("p"), "parent_id", project));

        private void give() {
            Cloud.grant("projects/" + project, user, "member");
            Cloud.grant("projects/" + child, user, "reader");
            Cloud.grant("system", user, "reader");
            as(Cloud.admin())
                    .put("%s/domains/default/groups/%s/roles/%s".formatted(V3, group, role("member")))
                    .then()
                    .statusCode(204);
        }

        private ValidatableResponse list(String query) {
            return as(Cloud.admin())
                    .get(V3 + "/role_assignments?" + query)
                    .then()
                    .statusCode(200);
        }

        @Test
        void areThoseThatWereGiven() {
            give();
            list("user.id=" + user)
                    .body("role_assignments.size()", is(3))
                    .body("role_assignments.scope.project.id", hasItems(project, child))
                    .body("role_assignments.find { it.scope.system }.scope.system.all", is(true))
                    .body(
                            "role_assignments.find { it.scope.project?.id == '%s' }.links.assignment"
                                    .formatted(project),
                            equalTo("http://127.0.0.1:18101/identity/v3/projects/%s/users/%s/roles/%s"
                                    .formatted(project, user, role("member"))));
            list("group.id=" + group)
                    .body("role_assignments.size()", is(1))
                    .body("role_assignments[0].scope.domain.id", equalTo("default"))
                    .body("role_assignments[0].group.id", equalTo(group))
                    .body("role_assignments[0].user", nullValue());
            list("scope.project.id=" + project).body("role_assignments.size()", is(1));
            list("scope.system=all&user.id=" + user).body("role_assignments.size()", is(1));
            list("scope.domain.id=default&group.id=" + group).body("role_assignments.size()", is(1));
            list("user.id=%s&role.id=%s".formatted(user, role("member"))).body("role_assignments.size()", is(1));
            list("user.id=%s&scope.OS-INHERIT:inherited_to=projects".formatted(user))
                    .body("role_assignments.size()", is(0));
        }

        @Test
        void areInEffectThoseOfGroupsAndImpliedOnesToo() {
            give();
            list("effective&user.id=%s&scope.domain.id=default".formatted(user))
                    .body("role_assignments.role.id", hasItems(role("member"), role("reader")))
                    .body("role_assignments.size()", is(2))
                    .body(
                            "role_assignments[0].links.membership",
                            equalTo("http://127.0.0.1:18101/identity/v3/groups/%s/users/%s".formatted(group, user)));
            list("effective&user.id=%s&scope.project.id=%s".formatted(user, project))
                    .body("role_assignments.role.id", hasItems(role("member"), role("reader")));
            list("effective=0&user.id=" + user).body("role_assignments.size()", is(3));
        }

        @Test
        void haveNamesOnRequest() {
            give();
            list("include_names&scope.project.id=" + project)
                    .body("role_assignments[0].role.name", equalTo("member"))
                    .body("role_assignments[0].user.domain.name", equalTo("Default"))
                    .body("role_assignments[0].scope.project.domain.id", equalTo("default"));
            list("scope.project.id=" + project).body("role_assignments[0].role.name", nullValue());
        }

        @Test
        void mayBeThoseOfAWholeTree() {
            give();
            list("include_subtree&scope.project.id=" + project)
                    .body("role_assignments.scope.project.id", hasItems(project, child));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "user.id=a&group.id=b",
                    "effective&group.id=a",
                    "scope.project.id=a&scope.domain.id=b",
                    "scope.system=all&scope.domain.id=b",
                    "include_subtree",
                    "scope.OS-INHERIT:inherited_to=everything"
                })
        void areNotAskedForInWaysThatContradictThemselves(String query) {
            as(Cloud.admin()).get(V3 + "/role_assignments?" + query).then().statusCode(400);
        }
    }
}
