package org.cumulet.compute.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.TestProfile;
import java.util.List;
import org.cumulet.compute.Api;
import org.cumulet.compute.ApiProfile;
import org.cumulet.compute.ComputeTest;
import org.cumulet.compute.Sample;
import org.cumulet.compute.Servers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ComputeTest
@TestProfile(ApiProfile.class)
class DeedTest {

    final Servers servers;

    String project;
    String id;
    String request;

    DeedTest(Servers servers) {
        this.servers = servers;
    }

    @BeforeEach
    void aServerThatWasStopped() {
        project = Api.freshProject();
        id = Api.server(Api.member(project), Api.flavor());
        servers.launch(id);
        request = Api.as(Api.member(project))
                .body("{\"os-stop\":null}")
                .post("/servers/%s/action".formatted(id))
                .then()
                .statusCode(202)
                .extract()
                .header("x-compute-request-id");
        servers.stopped(id);
    }

    @ParameterizedTest
    @CsvSource({"2.1,os-instance-actions", "2.58,os-instance-actions/v2.58", "2.84,os-instance-actions/v2.84"})
    void areListedAsPublished(String version, String folder) {
        var all = Api.as(Api.member(project), version)
                .get(path())
                .then()
                .statusCode(200)
                .extract();
        assertThat(Sample.of(folder + "/instance-actions-list-resp.json").differences(all.asString()))
                .isEmpty();
        assertThat(all.<List<String>>path("instanceActions.action")).containsExactly("stop", "create");
    }

    @ParameterizedTest
    @CsvSource({
        "2.1,os-instance-actions/instance-action-get-resp.json",
        "2.51,os-instance-actions/v2.51/instance-action-get-resp.json",
        "2.58,os-instance-actions/v2.58/instance-action-get-resp.json",
        "2.62,os-instance-actions/v2.62/instance-action-get-resp.json",
        "2.84,os-instance-actions/v2.84/instance-action-get-resp.json"
    })
    void areShownToAdminsAsPublished(String version, String sample) {
        var one = Api.as(Api.admin(project), version)
                .get(path() + "/" + request)
                .then()
                .statusCode(200)
                .extract();
        assertThat(Sample.of(sample).differences(one.asString())).isEmpty();
        assertThat(one.<String>path("instanceAction.events[0].result")).isEqualTo("Success");
    }

    @ParameterizedTest
    @CsvSource({
        "2.51,os-instance-actions/v2.51/instance-action-get-non-admin-resp.json",
        "2.62,os-instance-actions/v2.62/instance-action-get-non-admin-resp.json",
        "2.84,os-instance-actions/v2.84/instance-action-get-non-admin-resp.json"
    })
    void areShownToOwnersAsPublished(String version, String sample) {
        var one = Api.as(Api.member(project), version)
                .get(path() + "/" + request)
                .then()
                .statusCode(200)
                .extract();
        assertThat(Sample.of(sample).differences(one.asString())).isEmpty();
        Api.as(Api.member(project)).get(path() + "/" + request).then().body("instanceAction", not(hasKey("events")));
    }

    @Test
    void comeInPages() {
        var first = Api.as(Api.member(project), "2.58")
                .get(path() + "?limit=1")
                .then()
                .statusCode(200)
                .extract();
        assertThat(Sample.of("os-instance-actions/v2.58/instance-actions-list-with-limit-resp.json")
                        .differences(first.asString()))
                .isEmpty();
        Api.as(Api.member(project), "2.58")
                .basePath("")
                .get(first.<String>path("links[0].href"))
                .then()
                .body("instanceActions.action", equalTo(List.of("create")));
        Api.as(Api.member(project), "2.58").get(path() + "?marker=req-x").then().statusCode(400);
        Api.as(Api.member(project), "2.58")
                .get(path() + "?changes-since=never")
                .then()
                .statusCode(400);
        Api.as(Api.member(project), "2.58")
                .get(path() + "?changes-since=2120-01-01")
                .then()
                .body("instanceActions.size()", equalTo(0));
    }

    @Test
    void tellThatTheyFailed() {
        var start = Api.as(Api.member(project))
                .body("{\"os-start\":null}")
                .post("/servers/%s/action".formatted(id))
                .then()
                .extract()
                .header("x-compute-request-id");
        servers.failed(id, "It does not start.", "");
        Api.as(Api.admin(project), "2.84")
                .get(path() + "/" + start)
                .then()
                .body("instanceAction.message", equalTo("Error"))
                .body("instanceAction.events[0].result", equalTo("Error"))
                .body("instanceAction.events[0].details", equalTo("It does not start."));
    }

    @Test
    void outliveTheServer() {
        servers.deleted(id);
        Api.as(Api.member(project)).get(path()).then().statusCode(404);
        Api.as(Api.member(project), "2.21").get(path()).then().statusCode(200);
    }

    @Test
    void areNotFoundByAnyOtherRequest() {
        Api.as(Api.member(project))
                .get(path() + "/req-00000000-0000-4000-8000-000000000000")
                .then()
                .statusCode(404);
    }

    private String path() {
        return "/servers/%s/os-instance-actions".formatted(id);
    }
}
