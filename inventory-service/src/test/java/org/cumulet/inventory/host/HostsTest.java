package org.cumulet.inventory.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.cumulet.inventory.Api.HOSTS;
import static org.cumulet.inventory.Api.map;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.cumulet.inventory.Api;
import org.cumulet.inventory.InventoryTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@InventoryTest
class HostsTest {

    private static final String KEY = "SHA256:" + "A".repeat(43);
    private static final Map<String, Integer> SIZE = Map.of("vcpus", 8, "memory_mb", 16384, "disk_gb", 100);

    private final Api admin = Api.admin();

    @AfterEach
    void clear() {
        admin.clear();
    }

    private static Map<String, Object> ssh(String name, Object... more) {
        var host = map("name", name, "address", "127.0.99.1", "host_key", KEY);
        host.putAll(map(more));
        return host;
    }

    private static Map<String, Object> simulated(String name, Object... more) {
        var host = map("name", name, "kind", "simulated", "capacity", SIZE);
        host.putAll(map(more));
        return host;
    }

    private List<String> names(String query) {
        return admin.as().get(HOSTS + query).then().statusCode(200).extract().path("hosts.name");
    }

    @Nested
    class ANewHost {
        @Test
        void isAcceptedAtOnceWithItsDefaults() {
            admin.register(ssh("compute1"))
                    .statusCode(202)
                    .body("hosts", hasSize(1))
                    .body("hosts[0].id", notNullValue())
                    .body("hosts[0].name", equalTo("compute1"))
                    .body("hosts[0].kind", equalTo("ssh"))
                    .body("hosts[0].address", equalTo("127.0.99.1"))
                    .body("hosts[0].port", equalTo(22))
                    .body("hosts[0].user", equalTo("root"))
                    .body("hosts[0].host_key", equalTo(KEY))
                    .body("hosts[0].trust_host_key", equalTo(false))
                    .body("hosts[0].virt_type", equalTo("auto"))
                    .body("hosts[0].availability_zone", equalTo("nova"))
                    .body("hosts[0].enabled", equalTo(true))
                    .body("hosts[0].state", equalTo("new"))
                    .body("hosts[0].facts", nullValue());
        }

        @Test
        void mayBeOneOfMany() {
            admin.register(simulated("a"), simulated("b"), simulated("c"))
                    .statusCode(202)
                    .body("hosts.name", equalTo(List.of("a", "b", "c")));

            assertThat(names("")).containsExactly("a", "b", "c");
        }

        @Test
        void isAResourceProviderOfTheSameIdAtOnce() {
            String id = admin.register(simulated("a")).extract().path("hosts[0].id");

            admin.as()
                    .get("/placement/resource_providers/" + id)
                    .then()
                    .statusCode(200)
                    .body("name", equalTo("a"));
        }

        @Test
        void becomesReadyWithItsRoomWhenItIsSimulated() {
            var id = admin.simulated(1, 8, 16384, 100, "simulation", Map.of("boot_ms", 200))
                    .getFirst();

            admin.show(id)
                    .body("host.hypervisor", equalTo("simulated"))
                    .body("host.capacity.memory_mb", equalTo(16384))
                    .body("host.simulation.boot_ms", equalTo(200))
                    .body("host.probed_at", notNullValue());
            admin.as()
                    .get("/placement/resource_providers/" + id + "/inventories")
                    .then()
                    .body("inventories.VCPU.total", equalTo(8))
                    .body("inventories.VCPU.allocation_ratio", equalTo(16.0f))
                    .body("inventories.MEMORY_MB.reserved", equalTo(512))
                    .body("inventories.DISK_GB.max_unit", equalTo(100));
        }

        @Test
        void cannotHaveTheNameOfAnother() {
            admin.register(simulated("a")).statusCode(202);

            admin.register(simulated("b"), simulated("a"))
                    .statusCode(409)
                    .body("error.code", equalTo(409))
                    .body("error.title", equalTo("Conflict"))
                    .body("error.message", containsString("host named a"));
            assertThat(names("")).containsExactly("a");
        }

        @Test
        void cannotBeWhereAnotherIs() {
            admin.register(ssh("a")).statusCode(202);

            admin.register(ssh("b")).statusCode(409).body("error.message", containsString("address and port"));
            admin.register(ssh("b", "port", 2222)).statusCode(202);
        }
    }

    static Stream<Arguments> badHosts() {
        return Stream.of(
                Arguments.of("no name", map("address", "h", "host_key", KEY)),
                Arguments.of("an empty name", ssh("")),
                Arguments.of("a name with a slash", ssh("a/b")),
                Arguments.of("a name with a line", ssh("a\nb")),
                Arguments.of("a name that is an option", ssh("-oProxyCommand=x")),
                Arguments.of("a name too long", ssh("a".repeat(64))),
                Arguments.of("a name that is no text", ssh("a", "name", 1)),
                Arguments.of("no address", map("name", "a", "host_key", KEY)),
                Arguments.of("no host key and no trust", map("name", "a", "address", "h")),
                Arguments.of("a host key and trust", ssh("a", "trust_host_key", true)),
                Arguments.of("a host key that is none", ssh("a", "host_key", "SHA256:x")),
                Arguments.of("trust as text", map("name", "a", "address", "h", "trust_host_key", "true")),
                Arguments.of("port 0", ssh("a", "port", 0)),
                Arguments.of("port 65536", ssh("a", "port", 65536)),
                Arguments.of("port as text", ssh("a", "port", "22")),
                Arguments.of("an unknown kind", ssh("a", "kind", "telnet")),
                Arguments.of("an unknown key", ssh("a", "colour", "blue")),
                Arguments.of("an unknown virt_type", ssh("a", "virt_type", "xen")),
                Arguments.of("capacity where it is found", ssh("a", "capacity", SIZE)),
                Arguments.of("no capacity where it is simulated", map("name", "a", "kind", "simulated")),
                Arguments.of("capacity without disk", simulated("a", "capacity", Map.of("vcpus", 1, "memory_mb", 1))),
                Arguments.of(
                        "negative capacity",
                        simulated("a", "capacity", Map.of("vcpus", -1, "memory_mb", 1, "disk_gb", 1))),
                Arguments.of("an address where it is simulated", simulated("a", "address", "h")),
                Arguments.of("an odd simulation", simulated("a", "simulation", Map.of("$(x)", 1))),
                Arguments.of("a zone with a space", simulated("a", "availability_zone", "a b")),
                Arguments.of("enabled as text", simulated("a", "enabled", "yes")),
                Arguments.of("a user that is none", ssh("a", "user", "root;id")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badHosts")
    void aHostWithSomethingWrongIsRefusedWithAllThatCameAlong(String what, Map<String, Object> host) {
        admin.register(simulated("good"), host)
                .statusCode(400)
                .body("error.code", equalTo(400))
                .body("error.title", equalTo("Bad Request"));

        assertThat(names("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x; rm -rf /",
                "$(touch /tmp/owned)",
                "`id`",
                "a\nb",
                "a\r\nb",
                "-oProxyCommand=touch /tmp/owned",
                "-h",
                "host name",
                "host\u0000",
                "user@host",
                "host:22",
                "'",
                "\"",
                "a,b",
                "2130706433",
                "0x7f000001",
                ""
            })
    void anAddressThatIsNoneIsRefused(String address) {
        admin.register(ssh("a", "address", address)).statusCode(400).body("error.message", containsString("address"));
        assertThat(names("")).isEmpty();
    }

    @Test
    void bodiesThatAreNoneAreRefused() {
        for (var body : List.of(
                "",
                "{}",
                "[]",
                "null",
                "{\"hosts\":null}",
                "{\"hosts\":[]}",
                "{\"hosts\":[null]}",
                "{\"hosts\":{}}",
                "{\"hosts\":[{\"name\":\"a\",\"name\":\"b\"}]}",
                "{\"hosts\"",
                "\"x\"")) {
            admin.json(body).post(HOSTS).then().statusCode(400).body("error.code", equalTo(400));
        }
        admin.as()
                .contentType("text/plain")
                .body("x")
                .post(HOSTS)
                .then()
                .statusCode(415)
                .body("error.code", equalTo(415));
        admin.register(simulated("a"), simulated("a")).statusCode(400);
        assertThat(names("")).isEmpty();
    }

    @Nested
    class AList {
        @Test
        void hasPages() {
            admin.register(simulated("a"), simulated("b"), simulated("c")).statusCode(202);

            var first = admin.as().get(HOSTS + "?limit=2").then().statusCode(200);
            first.body("hosts.name", equalTo(List.of("a", "b"))).body("hosts_links[0].rel", equalTo("next"));
            String next = first.extract().path("hosts_links[0].href");
            admin.as()
                    .get(next)
                    .then()
                    .statusCode(200)
                    .body("hosts.name", equalTo(List.of("c")))
                    .body("hosts_links", nullValue());
        }

        @Test
        void canBeNarrowed() {
            var id = admin.simulated(1, 1, 1024, 10).getFirst();
            admin.register(ssh("z")).statusCode(202);

            assertThat(names("?state=ready")).containsExactly(admin.name(id));
            assertThat(names("?name=z")).containsExactly("z");
            assertThat(names("?name=nobody")).isEmpty();
        }

        @Test
        void refusesWhatItDoesNotUnderstand() {
            for (var query :
                    List.of("?limit=-1", "?limit=x", "?marker=x", "?marker=" + UUID.randomUUID(), "?state=odd")) {
                admin.as().get(HOSTS + query).then().statusCode(400).body("error.code", equalTo(400));
            }
        }
    }

    @Nested
    class AChange {
        @Test
        void touchesOnlyWhatItNames() {
            var id = admin.simulated(1, 8, 16384, 100).getFirst();
            var name = admin.name(id);

            admin.change(id, "enabled", false, "disabled_reason", "being repaired")
                    .statusCode(200)
                    .body("host.enabled", equalTo(false))
                    .body("host.disabled_reason", equalTo("being repaired"))
                    .body("host.name", equalTo(name))
                    .body("host.state", equalTo("ready"));
            admin.change(id, "enabled", true).body("host.disabled_reason", nullValue());
        }

        @Test
        void ofTheNameIsAlsoThatOfTheProvider() {
            var id = admin.simulated(1, 8, 16384, 100).getFirst();

            admin.change(id, "name", "renamed").statusCode(200);

            admin.as().get("/placement/resource_providers/" + id).then().body("name", equalTo("renamed"));
        }

        @Test
        void ofItsSizeIsFoundByTheNextProbe() {
            var id = admin.simulated(1, 8, 16384, 100).getFirst();

            admin.change(id, "capacity", Map.of("vcpus", 2, "memory_mb", 2048, "disk_gb", 20))
                    .statusCode(200);

            await().untilAsserted(() -> admin.as()
                    .get("/placement/resource_providers/" + id + "/inventories/MEMORY_MB")
                    .then()
                    .body("total", equalTo(2048))
                    .body("reserved", equalTo(512)));
        }

        @Test
        void ofTheWayToReachItMeansThatItIsNotKnownAnyMore() {
            String id = admin.register(ssh("a")).extract().path("hosts[0].id");

            admin.change(id, "address", "127.0.99.2").statusCode(200).body("host.state", equalTo("new"));
            admin.change(id, "trust_host_key", true)
                    .statusCode(200)
                    .body("host.host_key", nullValue())
                    .body("host.trust_host_key", equalTo(true));
        }

        @Test
        void thatIsWrongChangesNothing() {
            String id = admin.register(ssh("a"), simulated("b")).extract().path("hosts[0].id");
            String other = admin.as().get(HOSTS + "?name=b").then().extract().path("hosts[0].id");

            for (var change : List.<Map<String, Object>>of(
                    map("name", "x y"),
                    map("address", "x; rm -rf /"),
                    map("address", "-oProxyCommand=x"),
                    map("user", "$(id)"),
                    map("host_key", "x"),
                    map("host_key", KEY, "trust_host_key", true),
                    map("port", 0),
                    map("capacity", SIZE),
                    map("kind", "local"),
                    map("id", UUID.randomUUID().toString()),
                    map("state", "ready"),
                    map("disabled_reason", "a\u0000"),
                    map("enabled", "no"))) {
                admin.json(Map.of("host", change))
                        .patch(HOSTS + "/" + id)
                        .then()
                        .statusCode(400)
                        .body("error.code", equalTo(400));
            }
            admin.change(id, "name", "b").statusCode(409);
            admin.change(other, "address", "127.0.99.9").statusCode(400);
            admin.json("{}").patch(HOSTS + "/" + id).then().statusCode(400);
            admin.show(id)
                    .body("host.name", equalTo("a"))
                    .body("host.address", equalTo("127.0.99.1"))
                    .body("host.user", equalTo("root"))
                    .body("host.host_key", equalTo(KEY));
        }
    }

    @Nested
    class ADeletion {
        @Test
        void takesTheProviderAlong() {
            var id = admin.simulated(1, 8, 16384, 100).getFirst();

            admin.delete(id).statusCode(204);

            admin.show(id).statusCode(404);
            admin.as().get("/placement/resource_providers/" + id).then().statusCode(404);
            admin.delete(id).statusCode(404);
        }

        @Test
        void isRefusedWhileSomethingIsThere() {
            var id = admin.simulated(1, 8, 16384, 100).getFirst();
            var server = UUID.randomUUID().toString();
            Api.service()
                    .json(Map.of(
                            "claims",
                            List.of(map(
                                    "consumer_id",
                                    server,
                                    "project_id",
                                    "p",
                                    "user_id",
                                    "u",
                                    "resources",
                                    Map.of("VCPU", 1)))))
                    .post(Api.CLAIMS)
                    .then()
                    .statusCode(200);

            admin.delete(id).statusCode(409).body("error.message", containsString("in use by 1 server: " + server));
            assertThat(admin.state(id)).isEqualTo("ready");
        }
    }

    @Test
    void whatIsNotThereIsNotFound() {
        for (var id : List.of(UUID.randomUUID().toString(), "compute1", "..", "%00", "a".repeat(300))) {
            admin.as().get(HOSTS + "/{id}", id).then().statusCode(404).body("error.code", equalTo(404));
            admin.json(Map.of("host", Map.of()))
                    .patch(HOSTS + "/{id}", id)
                    .then()
                    .statusCode(404);
            admin.as().post(HOSTS + "/{id}/probe", id).then().statusCode(404);
            admin.as().delete(HOSTS + "/{id}", id).then().statusCode(404);
        }
        admin.as().get("/inventory/v1/nothing").then().statusCode(404).body("error.code", equalTo(404));
        admin.as().put(HOSTS).then().statusCode(405).body("error.code", equalTo(405));
    }

    @Test
    void readersDoNotSeeHostsAndServicesDo() {
        admin.simulated(1, 8, 16384, 100);

        Api.reader().as().get(HOSTS).then().statusCode(403).body("error.code", equalTo(403));
        Api.service().as().get(HOSTS).then().statusCode(200).body("hosts", hasSize(1));
    }

    @Test
    void theListIsEmptyAtFirst() {
        admin.as().get(HOSTS).then().statusCode(200).body("hosts", empty());
    }
}
