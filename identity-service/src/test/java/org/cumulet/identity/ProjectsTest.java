package org.cumulet.identity;

import static org.cumulet.identity.Cloud.V3;
import static org.cumulet.identity.Cloud.as;
import static org.cumulet.identity.Cloud.change;
import static org.cumulet.identity.Cloud.fresh;
import static org.cumulet.identity.Cloud.make;
import static org.cumulet.identity.Cloud.newProject;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
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
import org.junit.jupiter.params.provider.CsvSource;

@IdentityTest
class ProjectsTest {

    private static final String PROJECTS = V3 + "/projects";

    @Nested
    class ANewProject {

        @Test
        void isEnabledAndBelongsToTheDomainOfTheCallersToken() {
            var name = fresh("project");
            as(Cloud.admin())
                    .body(Map.of("project", Map.of("name", name)))
                    .post(PROJECTS)
                    .then()
                    .statusCode(201)
                    .body("project.name", equalTo(name))
                    .body("project.domain_id", equalTo("default"))
                    .body("project.parent_id", equalTo("default"))
                    .body("project.enabled", is(true))
                    .body("project.is_domain", is(false))
                    .body("project.description", equalTo(""))
                    .body("project.tags", is(empty()))
                    .body("project.options", equalTo(Map.of()))
                    .body("project.links.self", containsString("http://127.0.0.1:18101/identity/v3/projects/"));
        }

        @Test
        void keepsWhatItDoesNotUnderstand() {
            var extra = Map.of("colour", "blue", "nested", Map.of("deep", List.of(1, 2)));
            var id = make("projects", "project", Cloud.with(extra, Map.entry("name", fresh("project"))));
            as(Cloud.admin())
                    .get(PROJECTS + "/" + id)
                    .then()
                    .body("project.colour", equalTo("blue"))
                    .body("project.nested.deep", equalTo(List.of(1, 2)));
        }

        @Test
        void hasAnIdOfOurChoosing() {
            var id = make("projects", "project", Map.of("name", fresh("project"), "id", "mine", "links", "x"));
            as(Cloud.admin()).get(PROJECTS + "/" + id).then().body("project.id", equalTo(id));
            as(Cloud.admin()).get(PROJECTS + "/mine").then().statusCode(404);
        }

        @Test
        void hasANameOfItsOwnWithinItsDomain() {
            var name = fresh("project");
            make("projects", "project", Map.of("name", name));
            as(Cloud.admin())
                    .body(Map.of("project", Map.of("name", name)))
                    .post(PROJECTS)
                    .then()
                    .statusCode(409)
                    .body(
                            "error.message",
                            equalTo("Conflict occurred attempting to store project - Duplicate entry found with name "
                                    + name + " at domain ID default."));
            make("projects", "project", Map.of("name", name, "domain_id", Cloud.newDomain()));
        }

        @Test
        void needsADomainThatExists() {
            as(Cloud.admin())
                    .body(Map.of("project", Map.of("name", fresh("project"), "domain_id", "nowhere")))
                    .post(PROJECTS)
                    .then()
                    .statusCode(404);
        }

        @Test
        void mayBeADomain() {
            var id = make("projects", "project", Map.of("name", fresh("domain"), "is_domain", true));
            as(Cloud.admin())
                    .get(PROJECTS + "/" + id)
                    .then()
                    .body("project.is_domain", is(true))
                    .body("project.domain_id", nullValue())
                    .body("project.parent_id", nullValue());
            as(Cloud.admin()).get(V3 + "/domains/" + id).then().statusCode(200);
            as(Cloud.admin()).delete(PROJECTS + "/" + id).then().statusCode(403);
            change("projects", "project", id, Map.of("enabled", false)).then().statusCode(200);
            as(Cloud.admin()).delete(PROJECTS + "/" + id).then().statusCode(204);
            as(Cloud.admin()).get(V3 + "/domains/" + id).then().statusCode(404);
        }
    }

    @Nested
    class AChange {

        @Test
        void mergesAndClears() {
            var id = make(
                    "projects",
                    "project",
                    Map.of("name", fresh("project"), "description", "old", "colour", "blue", "size", 7));
            var change = new HashMap<String, Object>(Map.of("size", 8));
            change.put("description", null);
            change.put("colour", null);
            change("projects", "project", id, change)
                    .then()
                    .statusCode(200)
                    .body("project.description", equalTo(""))
                    .body("project.size", equalTo(8))
                    .body("project", not(hasKey("colour")))
                    .body("project.enabled", is(true));
        }

        @ParameterizedTest
        @CsvSource({"domain_id,400", "parent_id,403"})
        void doesNotMoveIt(String key, int status) {
            change("projects", "project", newProject(), Map.of(key, "elsewhere"))
                    .then()
                    .statusCode(status);
        }

        @Test
        void mayRepeatWhereItIs() {
            change("projects", "project", newProject(), Map.of("domain_id", "default", "parent_id", "default"))
                    .then()
                    .statusCode(200);
        }

        @Test
        void toANameThatIsTakenIsAConflict() {
            var name = fresh("project");
            make("projects", "project", Map.of("name", name));
            var id = newProject();
            change("projects", "project", id, Map.of("name", name)).then().statusCode(409);
            as(Cloud.admin()).get(PROJECTS + "/" + id).then().body("project.name", not(equalTo(name)));
        }

        @Test
        void isRefusedWhileTheProjectIsImmutable() {
            var id =
                    make("projects", "project", Map.of("name", fresh("project"), "options", Map.of("immutable", true)));
            change("projects", "project", id, Map.of("description", "x")).then().statusCode(403);
            as(Cloud.admin()).delete(PROJECTS + "/" + id).then().statusCode(403);
            change("projects", "project", id, Map.of("options", Map.of("immutable", false)))
                    .then()
                    .statusCode(200)
                    .body("project.options.immutable", is(false));
            Cloud.delete("projects/" + id);
        }
    }

    @Nested
    class ATree {

        private String child(String parent) {
            return make("projects", "project", Map.of("name", fresh("project"), "parent_id", parent));
        }

        @Test
        void isShownUpwardsAndDownwards() {
            var top = newProject();
            var middle = child(top);
            var bottom = child(middle);
            as(Cloud.admin())
                    .get(PROJECTS + "/" + middle + "?parents_as_list&subtree_as_list")
                    .then()
                    .statusCode(200)
                    .body("project.parents.project.id", equalTo(List.of(top, "default")))
                    .body("project.subtree.project.id", equalTo(List.of(bottom)));
            var path = "project.parents.'" + top + "'";
            as(Cloud.admin())
                    .get(PROJECTS + "/" + middle + "?parents_as_ids&subtree_as_ids")
                    .then()
                    .body(path, hasKey("default"))
                    .body("project.subtree", hasKey(bottom));
            as(Cloud.admin())
                    .get(PROJECTS + "/" + middle + "?parents_as_ids&parents_as_list")
                    .then()
                    .statusCode(400);
        }

        @Test
        void isFiveProjectsDeepAndNoDeeper() {
            var deepest = newProject();
            for (var level = 2; level <= 5; level++) {
                deepest = child(deepest);
            }
            as(Cloud.admin())
                    .body(Map.of("project", Map.of("name", fresh("project"), "parent_id", deepest)))
                    .post(PROJECTS)
                    .then()
                    .statusCode(403);
        }

        @Test
        void isNotCutInTheMiddle() {
            var top = newProject();
            var bottom = child(top);
            as(Cloud.admin()).delete(PROJECTS + "/" + top).then().statusCode(403);
            change("projects", "project", top, Map.of("enabled", false)).then().statusCode(403);
            change("projects", "project", bottom, Map.of("enabled", false))
                    .then()
                    .statusCode(200);
            change("projects", "project", top, Map.of("enabled", false)).then().statusCode(200);
            change("projects", "project", bottom, Map.of("enabled", true))
                    .then()
                    .statusCode(403);
            Cloud.delete("projects/" + bottom);
            Cloud.delete("projects/" + top);
        }

        @Test
        void staysWithinOneDomain() {
            as(Cloud.admin())
                    .body(Map.of(
                            "project",
                            Map.of("name", fresh("p"), "parent_id", newProject(), "domain_id", Cloud.newDomain())))
                    .post(PROJECTS)
                    .then()
                    .statusCode(400);
            as(Cloud.admin())
                    .body(Map.of("project", Map.of("name", fresh("p"), "parent_id", "nowhere")))
                    .post(PROJECTS)
                    .then()
                    .statusCode(400);
        }
    }

    @Nested
    class TheList {

        @Test
        void isFilteredByNameExactlyOrInPart() {
            var name = fresh("100%_Name");
            var id = make("projects", "project", Map.of("name", name));
            var tail = name.substring(9);
            for (var query : List.of(
                    "name=" + name.replace("%", "%25"),
                    "name__contains=%25_Name" + tail,
                    "name__icontains=_nAmE" + tail,
                    "name__endswith=" + tail)) {
                as(Cloud.admin()).get(PROJECTS + "?" + query).then().body("projects.id", equalTo(List.of(id)));
            }
            as(Cloud.admin()).get(PROJECTS + "?name__startswith=100%25_").then().body("projects.id", hasItem(id));
            as(Cloud.admin())
                    .get(PROJECTS + "?name__istartswith=100%25_n")
                    .then()
                    .body("projects.id", hasItem(id));
            as(Cloud.admin())
                    .get(PROJECTS + "?name__iendswith=" + tail.toUpperCase())
                    .then()
                    .body("projects.id", hasItem(id));
            as(Cloud.admin()).get(PROJECTS + "?name=100").then().body("projects", is(empty()));
        }

        @Test
        void isFilteredByStateAndPlace() {
            var domain = Cloud.newDomain();
            var on = make("projects", "project", Map.of("name", fresh("p"), "domain_id", domain));
            var off = make("projects", "project", Map.of("name", fresh("p"), "domain_id", domain, "enabled", false));
            var here = PROJECTS + "?domain_id=" + domain;
            as(Cloud.admin()).get(here).then().body("projects.id", containsInAnyOrder(on, off));
            as(Cloud.admin()).get(here + "&enabled=true").then().body("projects.id", equalTo(List.of(on)));
            as(Cloud.admin()).get(here + "&enabled=0").then().body("projects.id", equalTo(List.of(off)));
            as(Cloud.admin())
                    .get(PROJECTS + "?parent_id=" + domain)
                    .then()
                    .body("projects.id", containsInAnyOrder(on, off));
        }

        @Test
        void showsDomainsOnlyToThoseWhoAsk() {
            as(Cloud.admin()).get(PROJECTS).then().body("projects.is_domain", everyItem(is(false)));
            as(Cloud.admin()).get(PROJECTS + "?is_domain=true").then().body("projects.id", hasItem("default"));
        }

        @Test
        void isFilteredByTags() {
            var domain = Cloud.newDomain();
            var red = make(
                    "projects", "project", Map.of("name", "r", "domain_id", domain, "tags", List.of("red", "old")));
            var blue = make(
                    "projects", "project", Map.of("name", "b", "domain_id", domain, "tags", List.of("blue", "old")));
            var here = PROJECTS + "?domain_id=" + domain;
            as(Cloud.admin()).get(here + "&tags=red,old").then().body("projects.id", equalTo(List.of(red)));
            as(Cloud.admin())
                    .get(here + "&tags-any=red,blue")
                    .then()
                    .body("projects.id", containsInAnyOrder(red, blue));
            as(Cloud.admin()).get(here + "&not-tags=red,old").then().body("projects.id", equalTo(List.of(blue)));
            as(Cloud.admin()).get(here + "&not-tags-any=red,blue").then().body("projects.id", is(empty()));
            as(Cloud.admin())
                    .get(PROJECTS + "/" + red + "/tags")
                    .then()
                    .statusCode(200)
                    .body("tags", containsInAnyOrder("red", "old"));
        }

        @Test
        void hasLinksAndNoPages() {
            as(Cloud.admin())
                    .get(PROJECTS + "?name=x")
                    .then()
                    .body("links.self", equalTo("http://127.0.0.1:18101/identity/v3/projects?name=x"))
                    .body("links.next", nullValue())
                    .body("links.previous", nullValue())
                    .body("$", not(hasKey("truncated")));
        }
    }

    @Nested
    class ADeletedProject {

        @Test
        void isNotFoundAnyMore() {
            var id = newProject();
            Cloud.delete("projects/" + id);
            as(Cloud.admin())
                    .get(PROJECTS + "/" + id)
                    .then()
                    .statusCode(404)
                    .body("error.message", equalTo("Could not find project: " + id + "."));
            as(Cloud.admin()).delete(PROJECTS + "/" + id).then().statusCode(404);
        }

        @Test
        void isNoLongerAnybodysDefault() {
            var id = newProject();
            var user = Cloud.newUser(Map.of("default_project_id", id));
            Cloud.delete("projects/" + id);
            as(Cloud.admin()).get(V3 + "/users/" + user).then().body("user", not(hasKey("default_project_id")));
        }
    }

    @Test
    void headAnswersWithoutABody() {
        as(Cloud.admin())
                .head(PROJECTS + "/" + newProject())
                .then()
                .statusCode(200)
                .body(emptyOrNullString());
        as(Cloud.admin()).head(PROJECTS).then().statusCode(200).body(emptyOrNullString());
        as(Cloud.admin()).head(PROJECTS + "/nowhere").then().statusCode(404).body(emptyOrNullString());
    }

    @Test
    void anothersProjectIsNotFound() {
        as(Cloud.member().token()).get(PROJECTS + "/" + newProject()).then().statusCode(404);
    }

    @Test
    void onesOwnProjectIs() {
        var member = Cloud.member();
        as(member.token()).get(PROJECTS + "/" + member.project()).then().statusCode(200);
        as(member.token())
                .get(PROJECTS + "/" + member.project() + "?subtree_as_list")
                .then()
                .statusCode(403);
    }
}
