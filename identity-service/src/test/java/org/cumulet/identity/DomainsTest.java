package org.cumulet.identity;

import static org.cumulet.identity.Cloud.V3;
import static org.cumulet.identity.Cloud.as;
import static org.cumulet.identity.Cloud.byId;
import static org.cumulet.identity.Cloud.change;
import static org.cumulet.identity.Cloud.fresh;
import static org.cumulet.identity.Cloud.make;
import static org.cumulet.identity.Cloud.newDomain;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@IdentityTest
class DomainsTest {

    private static final String DOMAINS = V3 + "/domains";

    @Nested
    class ADomain {

        @Test
        void isMadeShownAndListed() {
            var name = fresh("domain");
            var id = make("domains", "domain", Map.of("name", name, "description", "mine", "colour", "blue"));
            as(Cloud.admin())
                    .get(DOMAINS + "/" + id)
                    .then()
                    .statusCode(200)
                    .body("domain.name", equalTo(name))
                    .body("domain.description", equalTo("mine"))
                    .body("domain.colour", equalTo("blue"))
                    .body("domain.enabled", is(true))
                    .body("domain.tags", equalTo(List.of()))
                    .body("domain.options", equalTo(Map.of()))
                    .body("domain.links.self", equalTo("http://127.0.0.1:18101/identity/v3/domains/" + id));
            as(Cloud.admin()).get(DOMAINS + "?name=" + name).then().body("domains.id", equalTo(List.of(id)));
            as(Cloud.admin()).get(DOMAINS + "?enabled=false").then().body("domains.id", not(hasItem(id)));
        }

        @Test
        void hasANameOfItsOwn() {
            as(Cloud.admin())
                    .body(Map.of("domain", Map.of("name", "Default")))
                    .post(DOMAINS)
                    .then()
                    .statusCode(409);
        }

        @Test
        void belongsToNoOther() {
            as(Cloud.admin())
                    .body(Map.of("domain", Map.of("name", fresh("domain"), "parent_id", "default")))
                    .post(DOMAINS)
                    .then()
                    .statusCode(400);
            change("domains", "domain", newDomain(), Map.of("domain_id", "default"))
                    .then()
                    .statusCode(400);
        }

        @Test
        void isChanged() {
            var id = newDomain();
            change("domains", "domain", id, Map.of("description", "other"))
                    .then()
                    .statusCode(200);
            as(Cloud.admin()).get(DOMAINS + "/" + id).then().body("domain.description", equalTo("other"));
        }

        @Test
        void isDeletedWithAllThatIsInItOnceItIsDisabled() {
            var id = newDomain();
            var user = Cloud.newUser(Map.of("domain_id", id));
            var project = make("projects", "project", Map.of("name", "p", "domain_id", id));
            var group = make("groups", "group", Map.of("name", "g", "domain_id", id));
            var role = make("roles", "role", Map.of("name", "r", "domain_id", id));
            as(Cloud.admin())
                    .delete(DOMAINS + "/" + id)
                    .then()
                    .statusCode(403)
                    .body("error.message", equalTo("Cannot delete a domain that is enabled, please disable it first."));
            change("domains", "domain", id, Map.of("enabled", false));
            Cloud.delete("domains/" + id);
            for (var gone : List.of(
                    "domains/" + id, "users/" + user, "projects/" + project, "groups/" + group, "roles/" + role)) {
                as(Cloud.admin()).get(V3 + "/" + gone).then().statusCode(404);
            }
        }
    }

    @Nested
    class TheFirstDomain {

        @Test
        void isThereFromTheStart() {
            as(Cloud.admin()).get(DOMAINS + "/default").then().statusCode(200).body("domain.name", equalTo("Default"));
        }

        @Test
        void isNeitherDisabledNorDeleted() {
            change("domains", "domain", "default", Map.of("enabled", false))
                    .then()
                    .statusCode(403);
            as(Cloud.admin()).delete(DOMAINS + "/default").then().statusCode(403);
            as(Cloud.admin()).get(DOMAINS + "/default").then().body("domain.enabled", is(true));
        }
    }

    @Test
    void whoHoldsADomainSeesThatDomainAlone() {
        var id = newDomain();
        var user = Cloud.newUser(Map.of("domain_id", id));
        Cloud.grant("domains/" + id, user, "reader");
        var token = Cloud.token(Cloud.login(byId(user), Cloud.domain(id)));
        as(token).get(DOMAINS).then().statusCode(200).body("domains.id", equalTo(List.of(id)));
        as(token).get(DOMAINS + "/" + id).then().statusCode(200);
        as(token).get(DOMAINS + "/default").then().statusCode(404);
    }
}
