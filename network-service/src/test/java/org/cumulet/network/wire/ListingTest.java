package org.cumulet.network.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cumulet.network.Api;
import org.cumulet.network.NetworkTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NetworkTest
class ListingTest {

    private final String project = Api.newProject();
    private final Api api = Api.memberOf(project);
    private final String own = "?project_id=" + project;

    private List<String> names(String query) {
        return api.shown("/networks" + own + query).getList("networks.name");
    }

    @Nested
    class Filters {
        private String network;
        private String subnet;
        private Map<String, Object> port;

        @BeforeEach
        void someThings() {
            network = Api.id(api.made("networks", Map.of("name", "a", "description", "d")));
            api.made("networks", Map.of("name", "b", "admin_state_up", false));
            api.made("networks", Map.of("name", "c"));
            subnet = api.subnet(network, "10.0.0.0/24");
            port = api.port(network);
        }

        @Test
        void ofOneAttributeAreAlternativesOfSeveralAreConditions() {
            assertThat(names("&name=a&name=b")).containsExactlyInAnyOrder("a", "b");
            assertThat(names("&name=a&admin_state_up=False")).isEmpty();
            assertThat(names("&admin_state_up=0")).containsExactly("b");
            assertThat(names("&status=DOWN")).containsExactly("b");
            assertThat(names("&tenant_id=" + project)).hasSize(3);
            assertThat(names("&id=" + network)).containsExactly("a");
            assertThat(names("&id=none")).isEmpty();
            assertThat(names("&description=d")).containsExactly("a");
            assertThat(names("&mtu=1450")).hasSize(3);
            assertThat(names("&subnets=" + subnet)).containsExactly("a");
            assertThat(names("&router:external=false&shared=false")).hasSize(3);
        }

        @Test
        void areThereForSubnets() {
            for (var query : List.of(
                    "cidr=10.0.0.0/24",
                    "gateway_ip=10.0.0.1",
                    "ip_version=4",
                    "enable_dhcp=true",
                    "network_id=" + network)) {
                assertThat(api.ids("subnets", own + "&" + query)).as(query).containsExactly(subnet);
            }
            for (var query : List.of("cidr=10.0.1.0/24", "gateway_ip=10.0.0.2", "ip_version=6", "gateway_ip=x")) {
                assertThat(api.ids("subnets", own + "&" + query)).as(query).isEmpty();
            }
        }

        @Test
        void areThereForPorts() {
            var group = api.ids("security-groups", "").getFirst();
            for (var query : List.of(
                    "fixed_ips=ip_address=" + Api.address(port),
                    "fixed_ips=ip_address=" + Api.address(port) + ",subnet_id=" + subnet,
                    "fixed_ips=subnet_id=" + subnet + "&device_owner=",
                    "device_owner=&ip_address_substr=0.0.2",
                    "device_owner=&fixed_ips=ip_address_substr=0.0.2",
                    "mac_address=" + port.get("mac_address").toString().toUpperCase(Locale.ROOT),
                    "security_groups=" + group,
                    "device_id=&status=DOWN",
                    "port_security_enabled=true")) {
                assertThat(api.ids("ports", own + "&" + query)).as(query).containsExactly(Api.id(port));
            }
            assertThat(api.ids("ports", own + "&ip_address_substr=/32")).isEmpty();
            assertThat(api.get("/ports?fixed_ips=anything").statusCode()).isEqualTo(400);
        }

        @ParameterizedTest
        @CsvSource({
            "networks, ?foo=1, ['foo'] is invalid attribute for filtering",
            "networks, ?admin_state_up=maybe, Invalid input for operation: 'maybe' cannot be converted to boolean for admin_state_up.",
            "networks, ?mtu=large, Invalid input for operation: 'large' is not an integer for mtu.",
            "networks, ?limit=-1, Limit must be an integer 0 or greater and not '-1'",
            "networks, ?sort_key=foo, ['foo'] is invalid attribute for sort_keys",
            "networks, ?sort_key=name&sort_dir=up, The sort_dir must be asc or desc and not 'up'",
            "networks, ?sort_dir=asc, The number of sort_keys and sort_dirs must be same",
            "subnets, ?x=1, ['x'] is invalid attribute for filtering",
            "ports, ?x=1, ['x'] is invalid attribute for filtering",
            "security-groups, ?x=1, ['x'] is invalid attribute for filtering",
            "security-group-rules, ?x=1, ['x'] is invalid attribute for filtering",
        })
        void thatMakeNoSenseAreRefused(String collection, String query, String message) {
            var answer = api.get("/" + collection + query);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.jsonPath().getString("NeutronError.message")).isEqualTo(message);
        }

        @Test
        void byProviderAreForAdministrators() {
            assertThat(api.get("/networks?provider:network_type=vxlan").statusCode())
                    .isEqualTo(403);
            assertThat(Api.admin()
                            .shown("/networks" + own + "&provider:network_type=vxlan")
                            .getList("networks"))
                    .hasSize(3);
        }

        @Test
        void doNotLetAnythingElseIn() {
            assertThat(names("&name=' or 1=1 --")).isEmpty();
            assertThat(names("&name=a?b")).isEmpty();
            assertThat(names("&name=%25")).isEmpty();
        }
    }

    @Nested
    class Fields {
        @Test
        void areThoseAskedForAndNoOthers() {
            var network = api.network();
            assertThat(api.shown("/networks" + own + "&fields=id&fields=name").<Map<String, Object>>getList("networks"))
                    .containsExactly(Map.of("id", network, "name", "net"));
            assertThat(api.shown("/networks/" + network + "?fields=status").getMap("network"))
                    .isEqualTo(Map.of("status", "ACTIVE"));
        }
    }

    @Nested
    class Pages {
        @BeforeEach
        void sevenNetworks() {
            for (var name : List.of("d", "a", "c", "b", "a", "e", "a")) {
                api.made("networks", Map.of("name", name));
            }
        }

        private List<String> walk(String query, String rel) {
            var names = new ArrayList<String>();
            var path = Api.V2 + "/networks" + own + query;
            while (path != null) {
                var page = api.asked().urlEncodingEnabled(false).get(path).jsonPath();
                var here = page.<String>getList("networks.name");
                if (rel.equals("next")) {
                    names.addAll(here);
                } else {
                    names.addAll(0, here);
                }
                assertThat(here).hasSizeLessThanOrEqualTo(2);
                var link = page.<String>getList("networks_links.findAll { it.rel == '" + rel + "' }.href");
                path = link.isEmpty() ? null : local(link.getFirst());
            }
            return names;
        }

        private static String local(String href) {
            var uri = URI.create(href);
            return uri.getRawPath() + "?" + uri.getRawQuery();
        }

        @Test
        void togetherAreTheWholeListInOrder() {
            assertThat(walk("&limit=2", "next")).containsExactly("d", "a", "c", "b", "a", "e", "a");
            assertThat(walk("&limit=2&sort_key=name", "next")).containsExactly("a", "a", "a", "b", "c", "d", "e");
            assertThat(walk("&limit=2&sort_key=name&sort_dir=desc", "next"))
                    .containsExactly("e", "d", "c", "b", "a", "a", "a");
        }

        @Test
        void mayBeReadBackwards() {
            assertThat(walk("&limit=2&page_reverse=True&sort_key=name", "previous"))
                    .containsExactly("a", "a", "a", "b", "c", "d", "e");
        }

        @Test
        void haveLinksWhereALimitWasGiven() {
            assertThat(api.shown("/networks" + own).getList("networks_links")).isNull();
            assertThat(api.shown("/networks" + own + "&limit=7").getList("networks_links"))
                    .isNull();
            assertThat(api.shown("/networks" + own + "&limit=3").<String>getList("networks_links.rel"))
                    .containsExactly("next");
            assertThat(api.shown("/networks" + own + "&limit=0").getList("networks"))
                    .hasSize(7);
        }

        @Test
        void beginBehindSomethingTheCallerMaySee() {
            var others = Api.ofNewProject().network();
            for (var marker : List.of("nothing", others)) {
                assertThat(api.get("/networks?limit=2&marker=" + marker).statusCode())
                        .isEqualTo(404);
            }
        }

        @Test
        void mayBeSortedBySeveralKeys() {
            assertThat(api.shown("/networks" + own
                                    + "&sort_key=admin_state_up&sort_dir=asc&sort_key=name&sort_dir=desc")
                            .<String>getList("networks.name"))
                    .containsExactly("e", "d", "c", "b", "a", "a", "a");
        }
    }
}
