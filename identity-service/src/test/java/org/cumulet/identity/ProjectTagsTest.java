package org.cumulet.identity;

import static org.cumulet.identity.Cloud.V3;
import static org.cumulet.identity.Cloud.as;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.cumulet.identity.Cloud.Person;
import org.junit.jupiter.api.Test;

/// `/v3/projects/{project}/tags`
@IdentityTest
class ProjectTagsTest {

    private final String project = Cloud.newProject();
    private final String tags = V3 + "/projects/" + project + "/tags";

    private static Response replace(String who, String path, List<String> wish) {
        return as(who).body(Map.of("tags", wish)).put(path);
    }

    @Test
    void comeOneByOneOrAllAtOnce() {
        as(Cloud.admin())
                .put(tags + "/red")
                .then()
                .statusCode(201)
                .header("Location", endsWith(tags + "/red"))
                .body(emptyString());
        as(Cloud.admin()).put(tags + "/red").then().statusCode(201);
        as(Cloud.admin()).get(tags + "/red").then().statusCode(204);
        replace(Cloud.admin(), tags, List.of("blue", "new")).then().statusCode(200);
        as(Cloud.admin()).get(tags).then().body("tags", containsInAnyOrder("blue", "new"));
        as(Cloud.admin()).get(tags + "/red").then().statusCode(404);
        as(Cloud.admin()).delete(tags + "/blue").then().statusCode(204);
        as(Cloud.admin()).delete(tags + "/blue").then().statusCode(404);
        as(Cloud.admin()).delete(tags).then().statusCode(204);
        as(Cloud.admin()).get(tags).then().body("tags", equalTo(List.of()));
    }

    @Test
    void areFewAndShort() {
        var most = IntStream.range(0, 80).mapToObj(i -> "t" + i).toList();
        replace(Cloud.admin(), tags, most).then().statusCode(200);
        as(Cloud.admin()).put(tags + "/one-more").then().statusCode(400);
        replace(Cloud.admin(), tags, Collections.nCopies(81, "t")).then().statusCode(400);
        replace(Cloud.admin(), tags, List.of("a/b")).then().statusCode(400);
        replace(Cloud.admin(), tags, List.of("twice", "twice")).then().statusCode(400);
        replace(Cloud.admin(), tags, List.of("a,b")).then().statusCode(400);
        replace(Cloud.admin(), tags, List.of("x".repeat(256))).then().statusCode(400);
        as(Cloud.admin()).put(tags + "/a,b").then().statusCode(400);
    }

    /// Security case 14.
    @Test
    void areWrittenByNoReaderAndNobodyElsesProjectIsFound() {
        var domain = Cloud.newDomain();
        var stranger = Cloud.newUser(Map.of("domain_id", domain));
        Cloud.grant("domains/" + domain, stranger, "admin");
        var token = Cloud.token(Cloud.login(Cloud.byId(stranger), Cloud.domain(domain)));
        as(Cloud.admin()).put(tags + "/red");
        replace(token, tags, List.of("taken")).then().statusCode(404);
        as(token).put(tags + "/taken").then().statusCode(404);
        as(token).delete(tags + "/red").then().statusCode(404);
        as(token).delete(tags).then().statusCode(404);
        var reader = new Person(Cloud.newUser(), project);
        Cloud.grant("projects/" + project, reader.id(), "reader");
        replace(reader.token(), tags, List.of("taken")).then().statusCode(403);
        as(reader.token()).put(tags + "/taken").then().statusCode(403);
        as(reader.token()).delete(tags + "/red").then().statusCode(403);
        as(reader.token()).delete(tags).then().statusCode(403);
        as(reader.token()).get(tags).then().statusCode(200).body("tags", equalTo(List.of("red")));
        as(Cloud.member().token()).get(tags).then().statusCode(404);
    }
}
