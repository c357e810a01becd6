package org.cumulet.identity;

import static org.cumulet.identity.Cloud.V3;
import static org.cumulet.identity.Cloud.as;
import static org.cumulet.identity.Cloud.fresh;
import static org.cumulet.identity.Cloud.make;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.cumulet.identity.Cloud.Person;
import org.junit.jupiter.api.Test;

/// `/v3/roles/{prior}/implies` and `/v3/role_inferences`
@IdentityTest
class ImpliedRolesTest {

    private final String prior = Cloud.newRole();
    private final String implied = Cloud.newRole();

    private static Response link(String prior, String implied) {
        return as(Cloud.admin()).put(V3 + "/roles/" + prior + "/implies/" + implied);
    }

    @Test
    void areThereFromTheStart() {
        as(Cloud.admin())
                .get(V3 + "/role_inferences")
                .then()
                .statusCode(200)
                .body("role_inferences.prior_role.name", hasItems("admin", "member"));
    }

    @Test
    void areAddedOnceOrAgainAndShown() {
        link(prior, implied)
                .then()
                .statusCode(201)
                .body("role_inference.prior_role.id", equalTo(prior))
                .body("role_inference.implies.id", equalTo(implied));
        link(prior, implied).then().statusCode(201);
        var path = V3 + "/roles/" + prior + "/implies";
        as(Cloud.admin()).get(path).then().body("role_inference.implies.id", equalTo(List.of(implied)));
        as(Cloud.admin()).get(path + "/" + implied).then().statusCode(200);
        as(Cloud.admin()).head(path + "/" + implied).then().statusCode(204);
        as(Cloud.admin()).get(path + "/" + prior).then().statusCode(404);
        as(Cloud.admin()).delete(path + "/" + prior).then().statusCode(404);
    }

    @Test
    void areSpeltOutInTokensAndTakeThemAlongWhenTheyGo() {
        link(prior, implied);
        var person = new Person(Cloud.newUser(), Cloud.newProject());
        as(Cloud.admin())
                .put("%s/projects/%s/users/%s/roles/%s".formatted(V3, person.project(), person.id(), prior))
                .then()
                .statusCode(204);
        var token = person.token();
        as(token)
                .header("X-Subject-Token", token)
                .get(V3 + "/auth/tokens")
                .then()
                .body("token.roles.id", hasItems(prior, implied));
        Cloud.delete("roles/" + prior + "/implies/" + implied);
        as(token).get(V3 + "/auth/projects").then().statusCode(401);
        var later = person.token();
        as(later)
                .header("X-Subject-Token", later)
                .get(V3 + "/auth/tokens")
                .then()
                .body("token.roles.id", not(hasItem(implied)));
    }

    @Test
    void neverMakeAnAdminAndReachFromADomainOutwardsOnly() {
        link(prior, Cloud.role("admin")).then().statusCode(403);
        var ofDomain = make("roles", "role", Map.of("name", fresh("role"), "domain_id", Cloud.newDomain()));
        link(ofDomain, implied).then().statusCode(201);
        link(prior, ofDomain).then().statusCode(403);
        link(prior, "nothing").then().statusCode(404);
    }
}
