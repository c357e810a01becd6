package org.cumulet.network.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.cumulet.network.Api;
import org.cumulet.network.NetworkTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@NetworkTest
class NetworkResourceTest {

    private final String project = Api.newProject();
    private final Api api = Api.memberOf(project);

    static String type(Response answer) {
        return answer.jsonPath().getString("NeutronError.type");
    }

    @Nested
    class ANewNetwork {
        @Test
        void isActiveAndBelongsToItsProject() {
            assertThat(api.made("networks", Map.of("name", "blue")))
                    .containsEntry("status", "ACTIVE")
                    .containsEntry("name", "blue")
                    .containsEntry("project_id", project)
                    .containsEntry("tenant_id", project)
                    .containsEntry("description", "")
                    .containsEntry("admin_state_up", true)
                    .containsEntry("shared", false)
                    .containsEntry("router:external", false)
                    .containsEntry("port_security_enabled", true)
                    .containsEntry("subnets", List.of())
                    .containsEntry("mtu", 1450)
                    .containsEntry("revision_number", 1)
                    .doesNotContainKeys("provider:network_type", "is_default");
        }

        @Test
        void isDownWhereItsAdministrationSaysSo() {
            assertThat(api.made("networks", Map.of("admin_state_up", false))).containsEntry("status", "DOWN");
        }

        @Test
        void getsASegmentOfItsOwn() {
            var first = Api.admin().shown("/networks/" + api.network());
            var second = Api.admin().shown("/networks/" + api.network());
            assertThat(first.getString("network.'provider:network_type'")).isEqualTo("vxlan");
            assertThat(first.getInt("network.'provider:segmentation_id'"))
                    .isNotEqualTo(second.getInt("network.'provider:segmentation_id'"))
                    .isBetween(1000, 65535);
        }

        @Test
        void mayComeWithOthersOrNotAtAll() {
            var all = api.post("/networks", Map.of("networks", List.of(Map.of("name", "a"), Map.of("name", "b"))));
            assertThat(all.statusCode()).isEqualTo(201);
            assertThat(all.jsonPath().getList("networks.name")).containsExactly("a", "b");
            var none = api.post(
                    "/networks", Map.of("networks", List.of(Map.of("name", "c"), Map.of("name", "d", "shared", true))));
            assertThat(none.statusCode()).isEqualTo(403);
            assertThat(api.ids("networks", "?project_id=" + project)).hasSize(2);
        }

        @Test
        void mayBeMadeForAnotherProjectByAnAdministratorOnly() {
            var wish = Map.of("project_id", project, "tenant_id", project);
            assertThat(Api.admin().made("networks", wish)).containsEntry("project_id", project);
            var refused = Api.ofNewProject().post("/networks", Map.of("network", wish));
            assertThat(refused.statusCode()).isEqualTo(400);
        }
    }

    @Nested
    class AProviderNetwork {
        @Test
        void isFlatOnAPhysicalNetworkThatNoOtherHas() {
            var flat = Map.of("provider:network_type", "flat", "provider:physical_network", "physnet1");
            var made = Api.admin().made("networks", flat);
            assertThat(made)
                    .containsEntry("provider:physical_network", "physnet1")
                    .containsEntry("mtu", 1500);
            var second = Api.admin().post("/networks", Map.of("network", flat));
            assertThat(second.statusCode()).isEqualTo(409);
            assertThat(type(second)).isEqualTo("FlatNetworkInUse");
            assertThat(Api.admin().delete("/networks/" + Api.id(made)).statusCode())
                    .isEqualTo(204);
        }

        @Test
        void hasANumberThatNoOtherHasAlsoInQuotes() {
            var vxlan = Map.of("provider:network_type", "vxlan", "provider:segmentation_id", "70001");
            var made = Api.admin().made("networks", vxlan);
            assertThat(made).containsEntry("provider:segmentation_id", 70001);
            var second = Api.admin().post("/networks", Map.of("network", vxlan));
            assertThat(second.statusCode()).isEqualTo(409);
            assertThat(type(second)).isEqualTo("TunnelIdInUse");
        }

        @Test
        void isRefusedWhereItMakesNoSense() {
            for (var wish : List.<Map<String, Object>>of(
                    Map.of("provider:network_type", "vlan"),
                    Map.of("provider:network_type", "flat"),
                    Map.of("provider:network_type", "flat", "provider:physical_network", "nowhere"),
                    Map.of("provider:network_type", "vxlan", "provider:physical_network", "physnet1"),
                    Map.of("provider:network_type", "vxlan", "provider:segmentation_id", 16777216),
                    Map.of("provider:segmentation_id", 5))) {
                var answer = Api.admin().post("/networks", Map.of("network", wish));
                assertThat(answer.statusCode())
                        .as("%s: %s", wish, answer.asString())
                        .isEqualTo(400);
            }
        }

        @Test
        void doesNotChangeItsSegment() {
            var answer = Api.admin()
                    .put("/networks/" + api.network(), Map.of("network", Map.of("provider:segmentation_id", 5)));
            assertThat(answer.statusCode()).isEqualTo(400);
        }
    }

    @Nested
    class AChange {
        @Test
        void changesWhatItNamesAndNothingElse() {
            var id = Api.id(api.made("networks", Map.of("name", "a", "description", "old")));
            var changed = api.put("/networks/" + id, Map.of("network", Map.of("name", "b", "admin_state_up", false)));
            assertThat(changed.statusCode()).isEqualTo(200);
            assertThat(changed.jsonPath().<String, Object>getMap("network"))
                    .containsEntry("name", "b")
                    .containsEntry("description", "old")
                    .containsEntry("status", "DOWN")
                    .containsEntry("revision_number", 2);
        }

        @Test
        void isRefusedWhereItWasMeantForAnOlderRevision() {
            var id = api.network();
            api.put("/networks/" + id, Map.of("network", Map.of("name", "b")));
            var stale = api.asked()
                    .header("If-Match", "revision_number=1")
                    .body(Map.of("network", Map.of("name", "c")))
                    .put(Api.V2 + "/networks/" + id);
            assertThat(stale.statusCode()).isEqualTo(412);
            assertThat(type(stale)).isEqualTo("RevisionNumberConstraintFailed");
            assertThat(api.asked()
                            .header("If-Match", "revision_number=1")
                            .delete(Api.V2 + "/networks/" + id)
                            .statusCode())
                    .isEqualTo(412);
            assertThat(api.shown("/networks/" + id).getString("network.name")).isEqualTo("b");
        }

        @Test
        void doesNotTakeASharedNetworkFromThoseWhoUseIt() {
            var network = Api.id(Api.admin().made("networks", Map.of("shared", true, "project_id", project)));
            Api.ofNewProject().port(network);
            var answer = Api.admin().put("/networks/" + network, Map.of("network", Map.of("shared", false)));
            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(type(answer)).isEqualTo("InvalidSharedSetting");
        }
    }

    @Nested
    class ASharedNetwork {
        @Test
        void isSeenByAllAndChangedByItsOwnerOnly() {
            var network = Api.id(Api.admin().made("networks", Map.of("shared", true, "project_id", project)));
            var other = Api.ofNewProject();
            assertThat(other.get("/networks/" + network).statusCode()).isEqualTo(200);
            assertThat(other.ids("networks", "?shared=True")).contains(network);
            assertThat(other.put("/networks/" + network, Map.of("network", Map.of("name", "mine")))
                            .statusCode())
                    .isEqualTo(403);
            assertThat(other.delete("/networks/" + network).statusCode()).isEqualTo(403);
            assertThat(api.delete("/networks/" + network).statusCode()).isEqualTo(204);
        }
    }

    @Nested
    class AnExternalNetwork {
        @Test
        void isSeenByAllButNotForTheirMachines() {
            var network = Api.id(Api.admin().made("networks", Map.of("router:external", true)));
            var other = Api.ofNewProject();
            assertThat(other.shown("/networks/" + network).getBoolean("network.is_default"))
                    .isFalse();
            assertThat(other.ids("networks", "?router:external=true")).contains(network);
            assertThat(other.post("/ports", Map.of("port", Map.of("network_id", network)))
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Nested
    class ItsEnd {
        @Test
        void takesItsSubnetsAlong() {
            var network = api.network();
            var subnet = api.subnet(network, "10.0.0.0/24");
            assertThat(api.delete("/networks/" + network).statusCode()).isEqualTo(204);
            assertThat(api.get("/networks/" + network).statusCode()).isEqualTo(404);
            assertThat(api.get("/subnets/" + subnet).statusCode()).isEqualTo(404);
            assertThat(api.ids("ports", "")).isEmpty();
        }

        @Test
        void waitsForItsPorts() {
            var network = api.network();
            var port = api.port(network);
            var answer = api.delete("/networks/" + network);
            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(type(answer)).isEqualTo("NetworkInUse");
            api.delete("/ports/" + Api.id(port));
            assertThat(api.delete("/networks/" + network).statusCode()).isEqualTo(204);
        }

        @Test
        void comesOnce() {
            var network = api.network();
            assertThat(api.delete("/networks/" + network).statusCode()).isEqualTo(204);
            var again = api.delete("/networks/" + network);
            assertThat(again.statusCode()).isEqualTo(404);
            assertThat(type(again)).isEqualTo("NetworkNotFound");
        }
    }

    @Test
    void whatIsNoIdIsNotFound() {
        var answer = api.get("/networks/{name}", "blue");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.jsonPath().getString("NeutronError.message")).isEqualTo("Network blue could not be found.");
    }
}
