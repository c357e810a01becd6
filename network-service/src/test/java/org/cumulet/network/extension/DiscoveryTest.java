package org.cumulet.network.extension;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.cumulet.network.Api;
import org.cumulet.network.NetworkTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@NetworkTest
class DiscoveryTest {

    private final Api api = Api.ofNewProject();

    @Nested
    class TheVersions {
        @Test
        void areToldToAnybody() {
            for (var path : List.of("/network", "/network/")) {
                var answer = given().header("X-Forwarded-Host", "cloud.example")
                        .header("X-Forwarded-Proto", "https")
                        .get(path);
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.jsonPath().<Map<String, Object>>getList("versions"))
                        .containsExactly(Map.of(
                                "id",
                                "v2.0",
                                "status",
                                "CURRENT",
                                "links",
                                List.of(Map.of("rel", "self", "href", "https://cloud.example/network/v2.0/"))));
            }
        }

        @Test
        void haveResourcesForThoseWithAToken() {
            assertThat(api.shown("/").<String>getList("resources.collection"))
                    .containsExactly("networks", "subnets", "ports");
            assertThat(given().get("/network/v2.0/").statusCode()).isEqualTo(401);
        }
    }

    @Nested
    class Extensions {
        @Test
        void areThoseThatWorkAndNoOthers() {
            assertThat(api.shown("/extensions").<String>getList("extensions.alias"))
                    .contains("security-group", "binding", "provider", "quotas", "standard-attr-tag", "agent")
                    .doesNotContain("router", "qos", "trunk", "rbac-policies", "address-scope", "subnet_allocation")
                    .doesNotHaveDuplicates();
        }

        @Test
        void areShownOneByOne() {
            assertThat(api.shown("/extensions/agent").<String, Object>getMap("extension"))
                    .containsOnlyKeys("alias", "name", "description", "updated", "links")
                    .containsEntry("alias", "agent");
            assertThat(api.get("/extensions/router").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void thereIsOneZone() {
        assertThat(api.shown("/availability_zones").<Map<String, String>>getList("availability_zones"))
                .containsExactly(Map.of("name", "nova", "resource", "network", "state", "available"));
    }

    @Nested
    class ARefusal {
        @Test
        void isNeutronsOwn() {
            var answer = api.get("/routers");
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.contentType()).startsWith("application/json");
            assertThat(answer.jsonPath().<String, String>getMap("NeutronError"))
                    .containsOnlyKeys("type", "message", "detail")
                    .containsEntry("type", "HTTPNotFound");
            assertThat(answer.header("x-openstack-request-id")).startsWith("req-");
        }

        @Test
        void ofAMissingTokenIsTheSameEverywhere() {
            var answer = given().header("X-Forwarded-Host", "cloud.example").get("/network/v2.0/networks");
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).isEqualTo("Keystone uri=\"http://cloud.example/identity\"");
            assertThat(answer.jsonPath().getInt("error.code")).isEqualTo(401);
        }

        @Test
        void ofAMethodAndOfAMediaTypeIsTooNeutrons() {
            assertThat(api.asked().patch(Api.V2 + "/networks").jsonPath().getString("NeutronError.type"))
                    .isEqualTo("HTTPMethodNotAllowed");
        }
    }
}
