package org.cumulet.inventory.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.cumulet.inventory.placement.Placement.PROVIDERS;
import static org.cumulet.inventory.placement.Placement.sample;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cumulet.inventory.Api;
import org.cumulet.inventory.InventoryTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@InventoryTest
class ProvidersTest {

    private final Placement placement = Placement.latest();

    @AfterEach
    void clear() {
        Api.admin().clear();
    }

    private List<String> ids(String query) {
        return placement.get(PROVIDERS + query).statusCode(200).extract().path("resource_providers.uuid");
    }

    private static Map<String, Object> with(Map<String, ?> body, String key, Object value) {
        var more = new LinkedHashMap<String, Object>(body);
        more.put(key, value);
        return more;
    }

    @Nested
    class ANewProvider {
        @Test
        void isAnsweredWholeFrom120On() {
            var id = UUID.randomUUID().toString();

            var answer =
                    placement.post(PROVIDERS, Map.of("name", "a", "uuid", id)).statusCode(200);

            answer.header("Location", endsWith(PROVIDERS + "/" + id))
                    .body("uuid", equalTo(id))
                    .body("generation", equalTo(0))
                    .body("parent_provider_uuid", nullValue())
                    .body("root_provider_uuid", equalTo(id));
        }

        @Test
        void hasTheShapeOfTheSample() {
            var answer = placement.post(PROVIDERS, Map.of("name", "a", "parent_provider_uuid", placement.provider()));

            Shape.assertLike(answer, sample("create-resource_provider"));
        }

        @Test
        void isAnAddressBelow120() {
            Placement.at("1.19")
                    .post(PROVIDERS, Map.of("name", "a"))
                    .statusCode(201)
                    .header("Location", containsString(PROVIDERS))
                    .body(equalTo(""));
        }

        @Test
        void cannotHaveTheNameOrIdOfAnother() {
            var id = UUID.randomUUID().toString();
            placement.post(PROVIDERS, Map.of("name", "a", "uuid", id)).statusCode(200);

            placement
                    .post(PROVIDERS, Map.of("name", "a"))
                    .statusCode(409)
                    .body("errors[0].code", equalTo("placement.duplicate_name"));
            placement.post(PROVIDERS, Map.of("name", "b", "uuid", id)).statusCode(409);
            assertThat(ids("")).containsExactly(id);
        }

        @Test
        void thatIsWrongIsRefused() {
            for (var body : List.of(
                    "{}",
                    "[]",
                    "",
                    "{\"name\":null}",
                    "{\"name\":\"\"}",
                    "{\"name\":1}",
                    "{\"name\":\"a\\u0000\"}",
                    "{\"name\":\"a\",\"uuid\":\"x\"}",
                    "{\"name\":\"a\",\"colour\":\"blue\"}",
                    "{\"name\":\"a\",\"parent_provider_uuid\":\"x\"}",
                    "{\"name\":\"a\",\"parent_provider_uuid\":\"%s\"}".formatted(UUID.randomUUID()),
                    "{\"name\":\"%s\"}".formatted("a".repeat(201)))) {
                placement.post(PROVIDERS, body).statusCode(400).body("errors[0].status", equalTo(400));
            }
            Placement.at("1.13")
                    .post(PROVIDERS, Map.of("name", "a", "parent_provider_uuid", placement.provider()))
                    .statusCode(400);
            assertThat(ids("")).hasSize(1);
        }
    }

    @Nested
    class AList {
        @Test
        void hasTheShapeOfTheSample() {
            placement.below(placement.provider());

            Shape.assertLike(placement.get(PROVIDERS), sample("get-resource_providers"));
            Placement.at("1.0").get(PROVIDERS).body("resource_providers[0].root_provider_uuid", nullValue());
        }

        @Test
        void isNarrowedByNameAndId() {
            var id = placement.provider();
            String name = placement.get(PROVIDERS + "/" + id).extract().path("name");
            placement.provider();

            assertThat(ids("?name=" + name)).containsExactly(id);
            assertThat(ids("?uuid=" + id)).containsExactly(id);
            assertThat(ids("?name=nobody")).isEmpty();
        }

        @Test
        void isNarrowedByRoomTraitsAndTree() {
            var large = placement.provider("VCPU", 8);
            var small = placement.provider("VCPU", 2);
            placement.is(large, "HW_CPU_X86_AVX");
            placement.holder(small, "VCPU", 1);
            var child = placement.below(large);

            assertThat(ids("?resources=VCPU:2")).containsExactly(large);
            assertThat(ids("?resources=VCPU:1")).containsExactlyInAnyOrder(large, small);
            assertThat(ids("?resources=VCPU:1,DISK_GB:1")).isEmpty();
            assertThat(ids("?required=HW_CPU_X86_AVX")).containsExactly(large);
            assertThat(ids("?required=!HW_CPU_X86_AVX")).containsExactlyInAnyOrder(small, child);
            assertThat(ids("?required=in:HW_CPU_X86_AVX,HW_CPU_X86_AVX2")).containsExactly(large);
            assertThat(ids("?in_tree=" + child)).containsExactlyInAnyOrder(large, child);
            assertThat(ids("?in_tree=" + UUID.randomUUID())).isEmpty();
            assertThat(ids("?member_of=" + UUID.randomUUID())).isEmpty();
            assertThat(ids("?member_of=!" + UUID.randomUUID())).hasSize(3);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "?colour=blue",
                    "?uuid=x",
                    "?in_tree=x",
                    "?member_of=x",
                    "?resources=VCPU",
                    "?resources=VCPU:0",
                    "?resources=VCPU:-1",
                    "?resources=VCPU:x",
                    "?resources=GOLD:1",
                    "?resources=",
                    "?required=GOLD",
                    "?required=",
                    "?required=HW_CPU_X86_AVX,!HW_CPU_X86_AVX",
                    "?name=a&name=b",
                    "?resources=VCPU:1,VCPU:2"
                })
        void refusesWhatItDoesNotUnderstand(String query) {
            placement.get(PROVIDERS + query).statusCode(400).body("errors[0].status", equalTo(400));
        }

        @Test
        void knowsAFilterOnlyFromItsVersionOn() {
            Placement.at("1.2")
                    .get(PROVIDERS + "?member_of=" + UUID.randomUUID())
                    .statusCode(400);
            Placement.at("1.3").get(PROVIDERS + "?resources=VCPU:1").statusCode(400);
            Placement.at("1.13")
                    .get(PROVIDERS + "?in_tree=" + UUID.randomUUID())
                    .statusCode(400);
            Placement.at("1.17").get(PROVIDERS + "?required=HW_CPU_X86_AVX").statusCode(400);
        }
    }

    @Nested
    class AProvider {
        @Test
        void hasTheShapeOfTheSample() {
            Shape.assertLike(
                    placement.get(PROVIDERS + "/" + placement.below(placement.provider())),
                    sample("get-resource_provider"));
        }

        @Test
        void isRenamed() {
            var id = placement.provider();

            placement
                    .put(PROVIDERS + "/" + id, Map.of("name", "renamed"))
                    .statusCode(200)
                    .body("name", equalTo("renamed"));
            placement
                    .put(PROVIDERS + "/" + placement.provider(), Map.of("name", "renamed"))
                    .statusCode(409);
            placement.put(PROVIDERS + "/" + id, Map.of()).statusCode(400);
            placement
                    .put(PROVIDERS + "/" + UUID.randomUUID(), Map.of("name", "x"))
                    .statusCode(404);
        }

        @Test
        void isMovedWithItsChildren() {
            var id = placement.provider();
            var child = placement.below(id);
            var target = placement.provider();
            var path = PROVIDERS + "/" + id;

            Placement.at("1.14")
                    .put(path, Map.of("name", "moved", "parent_provider_uuid", target))
                    .statusCode(200)
                    .body("root_provider_uuid", equalTo(target));
            placement.get(PROVIDERS + "/" + child).body("root_provider_uuid", equalTo(target));
            placement
                    .put(PROVIDERS + "/" + target, Map.of("name", "loop", "parent_provider_uuid", child))
                    .statusCode(400);
            Placement.at("1.36")
                    .put(path, with(Map.of("name", "moved"), "parent_provider_uuid", null))
                    .statusCode(400);
            placement
                    .put(path, with(Map.of("name", "moved"), "parent_provider_uuid", null))
                    .statusCode(200)
                    .body("root_provider_uuid", equalTo(id));
            placement.get(PROVIDERS + "/" + child).body("root_provider_uuid", equalTo(id));
        }

        @Test
        void isDeletedUnlessItIsUsedOrAParent() {
            var id = placement.provider("VCPU", 8);
            var child = placement.below(id);
            var consumer = placement.holder(child(child), "VCPU", 1);

            placement
                    .delete(PROVIDERS + "/" + id)
                    .statusCode(409)
                    .body("errors[0].code", equalTo("placement.resource_provider.cannot_delete_parent"));
            placement
                    .delete(PROVIDERS + "/" + child)
                    .statusCode(409)
                    .body("errors[0].code", equalTo("placement.resource_provider.inuse"));
            placement.delete("/placement/allocations/" + consumer).statusCode(204);
            placement.delete(PROVIDERS + "/" + child).statusCode(204);
            placement.delete(PROVIDERS + "/" + id).statusCode(204);
            placement.delete(PROVIDERS + "/" + id).statusCode(404);
        }

        private String child(String id) {
            placement.has(id, "VCPU", 8);
            return id;
        }

        @Test
        void thatIsAHostBelongsToTheInventory() {
            var id = Api.admin().simulated(1, 8, 8192, 100).getFirst();

            placement.delete(PROVIDERS + "/" + id).statusCode(409).body("errors[0].detail", containsString("host"));
            placement.put(PROVIDERS + "/" + id, Map.of("name", "x")).statusCode(409);
            Api.admin().show(id).statusCode(200);
        }

        @Test
        void keepsTheRatiosThatWereSetWhenItIsProbedAgain() {
            var id = Api.admin().simulated(1, 8, 8192, 100).getFirst();
            placement
                    .put(
                            PROVIDERS + "/" + id + "/inventories/VCPU",
                            Map.of(
                                    "total",
                                    8,
                                    "max_unit",
                                    8,
                                    "allocation_ratio",
                                    16.0,
                                    "resource_provider_generation",
                                    placement.generation(id)))
                    .statusCode(200);
            var generation = placement.generation(id);
            String before = Api.admin().show(id).extract().path("host.probed_at");

            Api.admin().as().post(Api.HOSTS + "/" + id + "/probe").then().statusCode(202);

            await().until(() -> !before.equals(Api.admin().show(id).extract().path("host.probed_at")));
            placement.get(PROVIDERS + "/" + id + "/inventories/VCPU").body("allocation_ratio", equalTo(16.0f));
            assertThat(placement.generation(id)).isEqualTo(generation);
        }
    }

    @Nested
    class Inventories {
        private String id;
        private String path;

        @BeforeEach
        void makeProvider() {
            id = placement.provider();
            path = PROVIDERS + "/" + id + "/inventories";
        }

        @Test
        void areReplacedWithTheirDefaults() {
            var answer = placement.put(path, with(sample("update-inventories-request"), 0));

            answer.statusCode(200)
                    .body("resource_provider_generation", equalTo(1))
                    .body("inventories.VCPU.min_unit", equalTo(1))
                    .body("inventories.VCPU.max_unit", equalTo(Integer.MAX_VALUE))
                    .body("inventories.MEMORY_MB.reserved", equalTo(0));
            Shape.assertLike(answer, sample("update-inventories"));
            Shape.assertLike(placement.get(path), sample("get-inventories"));
            Shape.assertLike(placement.get(path + "/VCPU"), sample("get-inventory"));
            placement.get(path + "/DISK_GB").statusCode(404);
        }

        private Map<String, Object> with(JsonNode sample, int generation) {
            var body = new ObjectMapper().convertValue(sample, new TypeReference<Map<String, Object>>() {});
            body.put("resource_provider_generation", generation);
            return body;
        }

        @Test
        void areSetOneByOne() {
            placement.has(id, "VCPU", 8);

            var answer = placement.put(path + "/VCPU", with(sample("update-inventory-request"), 1));

            answer.statusCode(200).body("total", equalTo(50)).body("resource_provider_generation", equalTo(2));
            Shape.assertLike(answer, sample("update-inventory"));
            placement
                    .put(path + "/DISK_GB", with(sample("update-inventory-request"), 2))
                    .statusCode(400);
            placement.delete(path + "/VCPU").statusCode(204);
            placement.delete(path + "/VCPU").statusCode(404);
            assertThat(placement.generation(id)).isEqualTo(3);
        }

        @Test
        void areNotChangedByWhoKnowsAnOldState() {
            placement.has(id, "VCPU", 8);

            placement
                    .put(path, Map.of("inventories", Map.of(), "resource_provider_generation", 0))
                    .statusCode(409)
                    .body("errors[0].code", equalTo("placement.concurrent_update"));
            placement
                    .put(path + "/VCPU", Map.of("total", 1, "resource_provider_generation", 0))
                    .statusCode(409);
            placement.get(path).body("inventories.VCPU.total", equalTo(8));
        }

        @Test
        void areNotTakenAwayWhileTheyAreUsed() {
            placement.has(id, "VCPU", 8);
            placement.holder(id, "VCPU", 1);

            placement
                    .put(path, Map.of("inventories", Map.of(), "resource_provider_generation", 1))
                    .statusCode(409)
                    .body("errors[0].code", equalTo("placement.inventory.inuse"));
            placement
                    .delete(path + "/VCPU")
                    .statusCode(409)
                    .body("errors[0].code", equalTo("placement.inventory.inuse"));
            placement.get(path).body("inventories.VCPU.total", equalTo(8));
        }

        @Test
        void thatAreWrongAreRefused() {
            for (var inventory : List.<Map<String, Object>>of(
                    Map.of(),
                    Map.of("total", 0),
                    Map.of("total", -1),
                    Map.of("total", "1"),
                    Map.of("total", 3_000_000_000L),
                    Map.of("total", 1, "reserved", 2),
                    Map.of("total", 1, "reserved", -1),
                    Map.of("total", 1, "min_unit", 0),
                    Map.of("total", 1, "max_unit", 0),
                    Map.of("total", 1, "step_size", 0),
                    Map.of("total", 1, "allocation_ratio", 0),
                    Map.of("total", 1, "allocation_ratio", -1),
                    Map.of("total", 1, "colour", "blue"))) {
                placement
                        .put(path, Map.of("inventories", Map.of("VCPU", inventory), "resource_provider_generation", 0))
                        .statusCode(400);
            }
            placement
                    .put(
                            path,
                            Map.of(
                                    "inventories",
                                    Map.of("GOLD", Map.of("total", 1)),
                                    "resource_provider_generation",
                                    0))
                    .statusCode(400);
            placement.put(path, Map.of("inventories", Map.of())).statusCode(400);
            placement
                    .put(path, "{\"resource_provider_generation\":0,\"inventories\":{\"VCPU\":null}}")
                    .statusCode(400);
            Placement.at("1.25")
                    .put(
                            path,
                            Map.of(
                                    "inventories",
                                    Map.of("VCPU", Map.of("total", 1, "reserved", 1)),
                                    "resource_provider_generation",
                                    0))
                    .statusCode(400);
            placement.get(path).body("inventories", equalTo(Map.of()));
            placement.get(PROVIDERS + "/x/inventories").statusCode(404);
        }
    }

    @Nested
    class Traits {
        private String id;
        private String path;

        @BeforeEach
        void makeProvider() {
            id = placement.provider();
            path = PROVIDERS + "/" + id + "/traits";
        }

        @Test
        void areReplacedAndCleared() {
            var traits = List.of("HW_CPU_X86_AVX", "STORAGE_DISK_SSD");

            var answer = placement.put(path, Map.of("traits", traits, "resource_provider_generation", 0));

            answer.statusCode(200).body("traits", equalTo(traits)).body("resource_provider_generation", equalTo(1));
            Shape.assertLike(answer, sample("update-resource_provider-traits"));
            Shape.assertLike(placement.get(path), sample("get-resource_provider-traits"));
            placement.get("/placement/traits?associated=true").body("traits", equalTo(traits));
            placement.delete(path).statusCode(204);
            placement.get(path).body("traits", equalTo(List.of())).body("resource_provider_generation", equalTo(2));
        }

        @Test
        void thatAreWrongAreRefused() {
            placement
                    .put(path, Map.of("traits", List.of("CUSTOM_X"), "resource_provider_generation", 0))
                    .statusCode(400);
            placement
                    .put(path, Map.of("traits", List.of(), "resource_provider_generation", 9))
                    .statusCode(409)
                    .body("errors[0].code", equalTo("placement.concurrent_update"));
            placement.put(path, Map.of("traits", List.of())).statusCode(400);
            placement
                    .put(path, Map.of("traits", Arrays.asList((Object) null), "resource_provider_generation", 0))
                    .statusCode(400);
            placement.get(PROVIDERS + "/x/traits").statusCode(404);
            assertThat(placement.generation(id)).isZero();
        }
    }
}
