package org.cumulet.inventory.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cumulet.inventory.Api.CLAIMS;
import static org.cumulet.inventory.Api.map;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cumulet.inventory.Api;
import org.cumulet.inventory.InventoryTest;
import org.cumulet.inventory.Together;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@InventoryTest
class ClaimsTest {

    private final Api admin = Api.admin();
    private final Api compute = Api.service();

    @AfterEach
    void clear() {
        admin.clear();
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    /// A claim of one VCPU and some memory; more can be said of it.
    private static Map<String, Object> of(String consumer, int memoryMb, Object... more) {
        var claim = map(
                "consumer_id",
                consumer,
                "project_id",
                "11111111111111111111111111111111",
                "user_id",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "resources",
                Map.of("VCPU", 1, "MEMORY_MB", memoryMb, "DISK_GB", 0));
        claim.putAll(map(more));
        return claim;
    }

    private ValidatableResponse claim(Object... claims) {
        return compute.json(Map.of("claims", List.of(claims))).post(CLAIMS).then();
    }

    private String hostOf(Map<String, Object> claim) {
        return claim(claim).statusCode(200).extract().path("claims[0].host.id");
    }

    private int used(String host, String resourceClass) {
        return admin.as()
                .get("/placement/resource_providers/" + host + "/usages")
                .then()
                .extract()
                .path("usages." + resourceClass);
    }

    private int claims() {
        return admin.as().get("/inventory/v1/audit").then().extract().path("claims_in_all");
    }

    @Nested
    class AClaim {
        @Test
        void getsAHostAndItsRoom() {
            var host = admin.simulated(1, 4, 4096, 100).getFirst();
            var server = id();

            claim(of(server, 1024))
                    .statusCode(200)
                    .body("claims[0].consumer_id", equalTo(server))
                    .body("claims[0].host.id", equalTo(host))
                    .body("claims[0].host.name", equalTo(admin.name(host)))
                    .body("claims[0].refusal", nullValue());
            assertThat(used(host, "MEMORY_MB")).isEqualTo(1024);
            assertThat(used(host, "DISK_GB")).isZero();
            admin.as()
                    .header("OpenStack-API-Version", "placement 1.39")
                    .get("/placement/allocations/" + server)
                    .then()
                    .statusCode(200)
                    .body("allocations.'" + host + "'.resources.MEMORY_MB", equalTo(1024))
                    .body("consumer_type", equalTo("INSTANCE"))
                    .body("consumer_generation", equalTo(1));
        }

        @Test
        void thatIsRepeatedGetsTheSameHostOnce() {
            admin.simulated(3, 4, 4096, 100);
            var claim = of(id(), 1024);
            var host = hostOf(claim);

            assertThat(hostOf(claim)).isEqualTo(host);
            assertThat(used(host, "VCPU")).isEqualTo(1);
        }

        @Test
        void thatIsRepeatedAtTheSameTimeGetsTheSameHostOnce() {
            var hosts = admin.simulated(4, 4, 4096, 100);
            var claim = of(id(), 1024);

            assertThat(new HashSet<>(Together.times(16, number -> hostOf(claim))))
                    .hasSize(1);
            assertThat(hosts.stream().mapToInt(host -> used(host, "VCPU")).sum())
                    .isEqualTo(1);
        }

        @Test
        void isReleasedOnceOrMoreOften() {
            var host = admin.simulated(1, 4, 4096, 100).getFirst();
            var server = id();
            claim(of(server, 1024));

            compute.as().delete(CLAIMS + "/" + server).then().statusCode(204);
            compute.as().delete(CLAIMS + "/" + server).then().statusCode(204);

            assertThat(used(host, "VCPU")).isZero();
            admin.as().delete("/placement/allocations/" + server).then().statusCode(404);
        }

        @Test
        void canBeReleasedThroughPlacement() {
            var host = admin.simulated(1, 4, 4096, 100).getFirst();
            var server = id();
            claim(of(server, 1024));

            admin.as().delete("/placement/allocations/" + server).then().statusCode(204);

            assertThat(used(host, "VCPU")).isZero();
        }
    }

    @Nested
    class ManyClaims {
        @Test
        void spreadOverTheHosts() {
            var hosts = admin.simulated(4, 16, 16384, 100);

            claim(IntStream.range(0, 20).mapToObj(i -> of(id(), 512)).toArray()).statusCode(200);

            assertThat(hosts).allSatisfy(host -> assertThat(used(host, "VCPU")).isEqualTo(5));
        }

        @Test
        void goWhereMostMemoryIsFree() {
            var small = admin.simulated(1, 16, 9216, 100).getFirst();
            var large = admin.simulated(1, 16, 16384, 100).getFirst();

            claim(of(id(), 4096), of(id(), 4096), of(id(), 4096)).statusCode(200);

            assertThat(used(large, "VCPU")).isEqualTo(2);
            assertThat(used(small, "VCPU")).isEqualTo(1);
        }

        @Test
        void areDecidedOneByOne() {
            admin.simulated(1, 4, 512 + 2048, 100);

            claim(of(id(), 1024), of(id(), 4096), of(id(), 1024))
                    .statusCode(200)
                    .body("claims[0].host", notNullValue())
                    .body("claims[1].host", nullValue())
                    .body("claims[2].host", notNullValue());
        }

        @Test
        void neverGetMoreThanThereIs() {
            var hosts = admin.simulated(5, 100, 512 + 10 * 1024, 100);

            var granted = Together.times(64, number -> hostOf(of(id(), 1024))).stream()
                    .filter(host -> host != null)
                    .collect(Collectors.groupingBy(host -> host, Collectors.counting()));

            assertThat(granted)
                    .hasSize(5)
                    .allSatisfy((host, count) -> assertThat(count).isEqualTo(10));
            assertThat(hosts)
                    .allSatisfy(host -> assertThat(used(host, "MEMORY_MB")).isEqualTo(10 * 1024));
            assertThat(claims()).isEqualTo(50);
        }

        @Test
        void comeToTheSameWhenPlacementGivesAwayAtTheSameTime() {
            var host = admin.simulated(1, 100, 512 + 20 * 1024, 100).getFirst();

            var granted = Together.times(
                    40, number -> number % 2 == 0 ? hostOf(of(id(), 1024)) != null : put(host, id(), 1024) == 204);

            assertThat(granted.stream().filter(Boolean::booleanValue)).hasSize(20);
            assertThat(used(host, "MEMORY_MB")).isEqualTo(20 * 1024);
        }

        private int put(String host, String consumer, int memoryMb) {
            return admin.json(Map.of(
                            "allocations", Map.of(host, Map.of("resources", Map.of("MEMORY_MB", memoryMb))),
                            "project_id", "p",
                            "user_id", "u"))
                    .header("OpenStack-API-Version", "placement 1.12")
                    .put("/placement/allocations/" + consumer)
                    .statusCode();
        }

        @Test
        void areQuick() {
            admin.simulated(50, 64, 262144, 4000);
            Object[] warmUp =
                    IntStream.range(0, 200).mapToObj(i -> of(id(), 512)).toArray();
            claim(warmUp).statusCode(200);

            var fastest = IntStream.range(0, 5)
                    .mapToObj(i -> {
                        Object[] claims = IntStream.range(0, 200)
                                .mapToObj(n -> of(id(), 512))
                                .toArray();
                        var started = System.nanoTime();
                        claim(claims).statusCode(200).body("claims.refusal", everyItem(is(nullValue())));
                        return Duration.ofNanos(System.nanoTime() - started);
                    })
                    .min(Duration::compareTo)
                    .orElseThrow();

            assertThat(fastest).isLessThan(Duration.ofMillis(400));
        }
    }

    @Nested
    class AWish {
        @Test
        void forAHostIsKeptByNameOrId() {
            var hosts = admin.simulated(3, 4, 4096, 100);
            var wanted = hosts.get(1);

            assertThat(hostOf(of(id(), 512, "host", wanted))).isEqualTo(wanted);
            assertThat(hostOf(of(id(), 512, "host", admin.name(wanted)))).isEqualTo(wanted);
            claim(of(id(), 512, "host", "nowhere"))
                    .statusCode(200)
                    .body("claims[0].host", nullValue())
                    .body("claims[0].refusal.considered", equalTo(0))
                    .body("claims[0].refusal.message", equalTo("There is no such host."));
        }

        @Test
        void forAZoneIsKept() {
            admin.simulated(1, 4, 65536, 100);
            var other = admin.simulated(1, 4, 4096, 100, "availability_zone", "cellar")
                    .getFirst();

            assertThat(hostOf(of(id(), 512, "availability_zone", "cellar"))).isEqualTo(other);
            claim(of(id(), 512, "availability_zone", "attic"))
                    .body("claims[0].refusal.reasons.zone", equalTo(2))
                    .body("claims[0].refusal.nearest", nullValue());
        }

        @Test
        void forCompanyIsKept() {
            admin.simulated(3, 4, 4096, 100);
            var first = id();
            var host = hostOf(of(first, 512));

            assertThat(hostOf(of(id(), 512, "same_host_as", List.of(first)))).isEqualTo(host);
            assertThat(hostOf(of(id(), 512, "different_host_than", List.of(first))))
                    .isNotEqualTo(host);
            claim(of(id(), 512, "same_host_as", List.of(id()))).body("claims[0].refusal.reasons.affinity", equalTo(3));
        }

        @Test
        void forDistanceHoldsAmongThoseWhoComeTogether() {
            admin.simulated(2, 4, 4096, 100);
            var servers = Stream.generate(ClaimsTest::id).limit(3).toList();

            claim(servers.stream()
                            .map(server -> of(
                                    server,
                                    512,
                                    "different_host_than",
                                    servers.stream()
                                            .filter(other -> !other.equals(server))
                                            .toList()))
                            .toArray())
                    .statusCode(200)
                    .body("claims[0].host", notNullValue())
                    .body("claims[1].host", notNullValue())
                    .body("claims[2].host", nullValue())
                    .body("claims[2].refusal.reasons.anti-affinity", equalTo(2));
        }
    }

    @Nested
    class ARefusal {
        @Test
        void saysHowManyHostsFellToWhichReasonAndWhatWouldHaveHelped() {
            var small = admin.simulated(1, 4, 512 + 1024, 100).getFirst();
            var smaller = admin.simulated(1, 4, 512 + 256, 100).getFirst();
            var off = admin.simulated(1, 4, 65536, 100, "enabled", false).getFirst();
            String away = admin.register(map(
                            "name", "away", "address", "127.0.0.1", "port", 1, "host_key", "SHA256:" + "A".repeat(43)))
                    .extract()
                    .path("hosts[0].id");
            admin.awaitState(away, "unreachable");

            claim(of(id(), 1536))
                    .statusCode(200)
                    .body("claims[0].refusal.considered", equalTo(4))
                    .body("claims[0].refusal.reasons", equalTo(Map.of("not ready", 1, "disabled", 1, "memory", 2)))
                    .body("claims[0].refusal.nearest", equalTo("one host lacks only 512 MB of memory"))
                    .body("claims[0].refusal.nearest_host.id", equalTo(small))
                    .body("claims[0].refusal.message", containsString("of 4 hosts considered"))
                    .body("claims[0].refusal.message", containsString("The nearest lacks 512 MB of memory."))
                    .body("claims[0].refusal.message", not(containsString("sim-")))
                    .body("claims[0].refusal.message", not(containsString("away")));
            assertThat(List.of(small, smaller, off))
                    .allSatisfy(host -> assertThat(used(host, "VCPU")).isZero());
            assertThat(claims()).isZero();
        }

        @Test
        void namesEachKindOfRoom() {
            admin.simulated(1, 2, 512 + 4096, 100);

            claim(
                            of(id(), 1, "resources", Map.of("VCPU", 3, "MEMORY_MB", 1)),
                            of(id(), 1, "resources", Map.of("DISK_GB", 120)),
                            of(id(), 1, "resources", Map.of("VGPU", 1)))
                    .body("claims[0].refusal.reasons.vcpus", equalTo(1))
                    .body("claims[0].refusal.nearest", containsString("1 VCPU"))
                    .body("claims[1].refusal.reasons.disk", equalTo(1))
                    .body("claims[1].refusal.nearest", containsString("20 GB of disk"))
                    .body("claims[2].refusal.reasons.vgpu", equalTo(1));
        }

        @Test
        void saysWhenThereIsNoHostAtAll() {
            claim(of(id(), 1))
                    .statusCode(200)
                    .body("claims[0].refusal.considered", equalTo(0))
                    .body("claims[0].refusal.message", equalTo("There are no hosts yet."));
        }
    }

    static Stream<Arguments> badClaims() {
        return Stream.of(
                Arguments.of("no consumer", map("project_id", "p", "user_id", "u", "resources", Map.of("VCPU", 1))),
                Arguments.of("a consumer that is no id", of("x", 1)),
                Arguments.of("no project", of(id(), 1, "project_id", null)),
                Arguments.of("an odd project", of(id(), 1, "project_id", "'; drop table host; --")),
                Arguments.of("no user", of(id(), 1, "user_id", null)),
                Arguments.of("no resources", of(id(), 1, "resources", null)),
                Arguments.of("empty resources", of(id(), 1, "resources", Map.of())),
                Arguments.of("nothing of anything", of(id(), 1, "resources", Map.of("VCPU", 0))),
                Arguments.of("less than nothing", of(id(), 1, "resources", Map.of("VCPU", -1))),
                Arguments.of("more than a number holds", of(id(), 1, "resources", Map.of("VCPU", 3_000_000_000L))),
                Arguments.of("half of something", of(id(), 1, "resources", Map.of("VCPU", 1.5))),
                Arguments.of("an amount as text", of(id(), 1, "resources", Map.of("VCPU", "1"))),
                Arguments.of("an unknown class", of(id(), 1, "resources", Map.of("GOLD", 1))),
                Arguments.of("an unknown key", of(id(), 1, "colour", "blue")),
                Arguments.of("company that is no id", of(id(), 1, "same_host_as", List.of("x"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badClaims")
    void aClaimWithSomethingWrongIsRefusedWithAllThatCameAlong(String what, Map<String, Object> claim) {
        admin.simulated(1, 4, 4096, 100);

        claim(of(id(), 512), claim).statusCode(400).body("error.code", equalTo(400));

        assertThat(claims()).isZero();
    }

    @Test
    void aConsumerClaimsOnceInOneRequest() {
        admin.simulated(1, 4, 4096, 100);
        var server = id();

        claim(of(server, 512), of(server, 512)).statusCode(400);
        compute.as().delete(CLAIMS + "/x").then().statusCode(400).body("error.code", equalTo(400));

        assertThat(claims()).isZero();
    }
}
