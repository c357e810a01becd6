package org.cumulet.compute.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.TestProfile;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.cumulet.compute.Api;
import org.cumulet.compute.ApiProfile;
import org.cumulet.compute.ComputeTest;
import org.cumulet.compute.Sample;
import org.cumulet.compute.Servers;
import org.cumulet.testing.auth.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ComputeTest
@TestProfile(ApiProfile.class)
class UsageTest {

    final Servers servers;

    String project;
    String id;

    UsageTest(Servers servers) {
        this.servers = servers;
    }

    @BeforeEach
    void aServer() {
        project = Api.freshProject();
        id = Api.server(Api.member(project), Api.flavor(2, 512, 10));
    }

    @Test
    void isShownAsPublished() {
        var one = Api.as(Api.member(project))
                .get(path() + "?end=" + inTenHours())
                .then()
                .statusCode(200);
        assertThat(Sample.of("os-simple-tenant-usage/simple-tenant-usage-get-specific.json")
                        .differences(one.extract().asString()))
                .isEmpty();
        var detailed = Api.as(TestTokens.admin())
                .get("/os-simple-tenant-usage?detailed=1")
                .then()
                .statusCode(200);
        assertThat(Sample.of("os-simple-tenant-usage/simple-tenant-usage-get-detail.json")
                        .differences(detailed.extract().asString()))
                .isEmpty();
        var brief =
                Api.as(TestTokens.admin()).get("/os-simple-tenant-usage").then().statusCode(200);
        assertThat(Sample.of("os-simple-tenant-usage/simple-tenant-usage-get.json")
                        .differences(brief.extract().asString()))
                .isEmpty();
        brief.body("tenant_usages.tenant_id", hasItem(project));
    }

    @Test
    void isThingsTimesHours() {
        Api.as(Api.member(project))
                .get(path() + "?end=" + inTenHours())
                .then()
                .body("tenant_usage.total_hours.toDouble()", closeTo(10, 0.1))
                .body("tenant_usage.total_vcpus_usage.toDouble()", closeTo(20, 0.2))
                .body("tenant_usage.total_memory_mb_usage.toDouble()", closeTo(5120, 50))
                .body("tenant_usage.total_local_gb_usage.toDouble()", closeTo(100, 1));
    }

    @Test
    void endsWithTheServer() {
        servers.deleted(id);
        Api.as(Api.member(project))
                .get(path() + "?end=" + inTenHours())
                .then()
                .body("tenant_usage.total_hours.toDouble()", closeTo(0, 0.1))
                .body("tenant_usage.server_usages[0].state", equalTo("terminated"));
    }

    @Test
    void isNothingWhereNothingWas() {
        Api.as(Api.member(project))
                .get(path() + "?end=2020-01-01")
                .then()
                .statusCode(200)
                .body("tenant_usage.size()", equalTo(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"start=yesterday", "end=x", "start=2026-01-02&end=2026-01-01"})
    void isRefusedForATimeWithoutSense(String query) {
        Api.as(Api.member(project))
                .get(path() + "?" + query)
                .then()
                .statusCode(400)
                .body("badRequest.code", equalTo(400));
    }

    @Test
    void ofOthersIsNoneOfOnesBusiness() {
        Api.as(TestTokens.stranger()).get(path()).then().statusCode(403);
        Api.as(TestTokens.stranger()).get("/os-simple-tenant-usage").then().statusCode(403);
    }

    private String path() {
        return "/os-simple-tenant-usage/" + project;
    }

    private static String inTenHours() {
        return Instant.now().plus(10, ChronoUnit.HOURS).toString().replace("Z", "");
    }
}
