package org.cumulet.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cumulet.identity.Cloud.V3;
import static org.cumulet.identity.Cloud.as;
import static org.cumulet.identity.Cloud.byId;
import static org.cumulet.identity.Cloud.fresh;
import static org.cumulet.identity.Cloud.make;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// `/v3/OS-INHERIT`: roles on all that is below a place.
@IdentityTest
class InheritedRolesTest {

    private final String domain = Cloud.newDomain();
    private final String parent = make("projects", "project", Map.of("name", fresh("p"), "domain_id", domain));
    private final String child = make("projects", "project", Map.of("name", fresh("c"), "parent_id", parent));
    private final String user = Cloud.newUser(Map.of("domain_id", domain));

    private String path(String place, String holder) {
        return "%s/OS-INHERIT/%s/%s/roles/%s/inherited_to_projects".formatted(V3, place, holder, Cloud.role("member"));
    }

    private void give(String place) {
        as(Cloud.admin()).put(path(place, "users/" + user)).then().statusCode(204);
    }

    private int login(Object scope) {
        return Cloud.login(byId(user), scope).statusCode();
    }

    private static void is(int expected, int actual) {
        assertThat(actual).isEqualTo(expected);
    }

    @Test
    void onADomainHoldInAllItsProjectsAndNotOnItself() {
        give("domains/" + domain);
        is(201, login(Cloud.project(parent)));
        is(201, login(Cloud.project(child)));
        is(401, login(Cloud.domain(domain)));
    }

    @Test
    void onAProjectHoldBelowItAndNotInIt() {
        give("projects/" + parent);
        is(201, login(Cloud.project(child)));
        is(401, login(Cloud.project(parent)));
    }

    @Test
    void endWithTheirTokens() {
        give("projects/" + parent);
        var token = Cloud.token(Cloud.login(byId(user), Cloud.project(child)));
        as(Cloud.admin())
                .delete(path("projects/" + parent, "users/" + user))
                .then()
                .statusCode(204);
        as(token).get(V3 + "/auth/projects").then().statusCode(401);
        is(401, login(Cloud.project(child)));
        as(Cloud.admin())
                .delete(path("projects/" + parent, "users/" + user))
                .then()
                .statusCode(404);
    }

    @Test
    void areHeldByTheMembersOfAGroup() {
        var group = make("groups", "group", Map.of("name", fresh("g"), "domain_id", domain));
        as(Cloud.admin()).put(V3 + "/groups/" + group + "/users/" + user).then().statusCode(204);
        as(Cloud.admin())
                .put(path("domains/" + domain, "groups/" + group))
                .then()
                .statusCode(204);
        is(201, login(Cloud.project(child)));
        var token = Cloud.token(Cloud.login(byId(user), "unscoped"));
        as(token).get(V3 + "/auth/projects").then().body("projects.id", hasItem(child));
    }

    @Test
    void areListedApartFromThoseOnTheThingItself() {
        give("domains/" + domain);
        as(Cloud.admin())
                .head(path("domains/" + domain, "users/" + user))
                .then()
                .statusCode(204);
        as(Cloud.admin())
                .get("%s/OS-INHERIT/domains/%s/users/%s/roles/inherited_to_projects".formatted(V3, domain, user))
                .then()
                .statusCode(200)
                .body("roles.name", equalTo(List.of("member")));
        as(Cloud.admin())
                .get("%s/domains/%s/users/%s/roles".formatted(V3, domain, user))
                .then()
                .body("roles", equalTo(List.of()));
    }

    @Test
    void showWhereTheyComeFrom() {
        give("domains/" + domain);
        as(Cloud.admin())
                .get(V3 + "/role_assignments?user.id=" + user)
                .then()
                .body("role_assignments[0].scope.'OS-INHERIT:inherited_to'", equalTo("projects"))
                .body("role_assignments[0].scope.domain.id", equalTo(domain))
                .body("role_assignments[0].links.assignment", containsString("/OS-INHERIT/domains/" + domain));
        as(Cloud.admin())
                .get(V3 + "/role_assignments?effective&user.id=" + user + "&scope.project.id=" + child)
                .then()
                .body("role_assignments.role.id", hasItem(Cloud.role("reader")))
                .body("role_assignments.scope.'OS-INHERIT:inherited_to'", everyItem(equalTo("projects")))
                .body(
                        "role_assignments.find { it.role.id == '%s' }.links.prior_role".formatted(Cloud.role("reader")),
                        endsWith("/prior_role/%s/implies/%s".formatted(Cloud.role("reader"), Cloud.role("member"))))
                .body("role_assignments[0].links.assignment", containsString("/OS-INHERIT/domains/" + domain));
        as(Cloud.admin())
                .get(V3 + "/role_assignments?scope.OS-INHERIT:inherited_to=projects&user.id=" + user)
                .then()
                .body("role_assignments.size()", equalTo(1));
    }

    /// Whoever rules one domain only gives nobody the whole cloud.
    @Test
    void thatReachBeyondADomainAreNotGivenByItsAdmin() {
        var admin = Cloud.newUser(Map.of("domain_id", domain));
        Cloud.grant("domains/" + domain, admin, "admin");
        var token = Cloud.token(Cloud.login(byId(admin), Cloud.domain(domain)));
        as(token)
                .put("%s/OS-INHERIT/domains/%s/users/%s/roles/%s/inherited_to_projects"
                        .formatted(V3, domain, user, Cloud.role("admin")))
                .then()
                .statusCode(403);
    }
}
