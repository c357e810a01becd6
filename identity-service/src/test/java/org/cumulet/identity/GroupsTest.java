package org.cumulet.identity;

import static org.cumulet.identity.Cloud.V3;
import static org.cumulet.identity.Cloud.as;
import static org.cumulet.identity.Cloud.change;
import static org.cumulet.identity.Cloud.fresh;
import static org.cumulet.identity.Cloud.make;
import static org.cumulet.identity.Cloud.newGroup;
import static org.cumulet.identity.Cloud.newUser;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@IdentityTest
class GroupsTest {

    private static final String GROUPS = V3 + "/groups";

    @Nested
    class AGroup {

        @Test
        void isMadeShownChangedAndDeleted() {
            var name = fresh("group");
            var id = make("groups", "group", Map.of("name", name, "description", "old", "colour", "blue"));
            var change = new HashMap<String, Object>();
            change.put("description", null);
            change("groups", "group", id, change).then().statusCode(200);
            as(Cloud.admin())
                    .get(GROUPS + "/" + id)
                    .then()
                    .statusCode(200)
                    .body("group.name", equalTo(name))
                    .body("group.domain_id", equalTo("default"))
                    .body("group.description", equalTo(""))
                    .body("group.colour", equalTo("blue"));
            as(Cloud.admin()).get(GROUPS + "?name=" + name).then().body("groups.id", equalTo(List.of(id)));
            Cloud.delete("groups/" + id);
            as(Cloud.admin()).get(GROUPS + "/" + id).then().statusCode(404);
        }

        @Test
        void hasANameOfItsOwnWithinItsDomainAndStaysThere() {
            var name = fresh("group");
            var id = make("groups", "group", Map.of("name", name));
            as(Cloud.admin())
                    .body(Map.of("group", Map.of("name", name)))
                    .post(GROUPS)
                    .then()
                    .statusCode(409);
            change("groups", "group", newGroup(), Map.of("name", name)).then().statusCode(409);
            change("groups", "group", id, Map.of("domain_id", "elsewhere"))
                    .then()
                    .statusCode(400);
            as(Cloud.admin())
                    .body(Map.of("group", Map.of("name", name, "domain_id", "nowhere")))
                    .post(GROUPS)
                    .then()
                    .statusCode(404);
        }
    }

    @Nested
    class AMember {

        @Test
        void isAddedOnceOrAgainFoundAndRemoved() {
            var user = newUser();
            var group = newGroup(user, user);
            var path = GROUPS + "/" + group + "/users/" + user;
            as(Cloud.admin()).head(path).then().statusCode(204);
            as(Cloud.admin()).get(GROUPS + "/" + group + "/users").then().body("users.id", equalTo(List.of(user)));
            as(Cloud.admin()).get(V3 + "/users/" + user + "/groups").then().body("groups.id", equalTo(List.of(group)));
            as(Cloud.admin()).delete(path).then().statusCode(204);
            as(Cloud.admin()).head(path).then().statusCode(404);
            as(Cloud.admin()).delete(path).then().statusCode(404);
        }

        @Test
        void seesItsGroups() {
            var member = Cloud.member();
            var one = newGroup(member.id());
            var two = newGroup(member.id());
            as(member.token())
                    .get(V3 + "/users/" + member.id() + "/groups")
                    .then()
                    .statusCode(200)
                    .body("groups.id", containsInAnyOrder(one, two));
            as(member.token())
                    .get(V3 + "/users/" + newUser() + "/groups")
                    .then()
                    .statusCode(404);
        }

        @Test
        void mustExist() {
            as(Cloud.admin())
                    .put(GROUPS + "/" + newGroup() + "/users/nobody")
                    .then()
                    .statusCode(404);
            as(Cloud.admin()).put(GROUPS + "/nowhere/users/" + newUser()).then().statusCode(404);
            as(Cloud.admin()).get(GROUPS + "/nowhere/users").then().statusCode(404);
        }
    }
}
