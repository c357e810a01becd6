package org.cumulet.inventory.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cumulet.inventory.placement.Placement.PROVIDERS;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.cumulet.inventory.Api;
import org.cumulet.inventory.InventoryTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// What operators add to Placement: classes and traits of their own, aggregates, and moves of room with what is held
/// of it.
@InventoryTest
class OperatorsOwnTest {

    private static final String CLASSES = "/placement/resource_classes";
    private static final String TRAITS = "/placement/traits";

    private final Placement placement = Placement.latest();

    @AfterEach
    void clear() {
        Api.admin().clear();
    }

    private static String fresh() {
        return "CUSTOM_" + UUID.randomUUID().toString().replace('-', '_').toUpperCase(Locale.ROOT);
    }

    @Nested
    class AClass {

        @Test
        void isMadeShownAndDeleted() {
            var name = fresh();

            placement
                    .post(CLASSES, Map.of("name", name))
                    .statusCode(201)
                    .header("Location", endsWith(CLASSES + "/" + name));

            placement.post(CLASSES, Map.of("name", name)).statusCode(409);
            placement
                    .get(CLASSES + "/" + name)
                    .statusCode(200)
                    .body("name", equalTo(name))
                    .body("links[0].href", endsWith(name));
            placement.get(CLASSES).body("resource_classes.name", hasItem(name));
            placement.delete(CLASSES + "/" + name).statusCode(204);
            placement.get(CLASSES + "/" + name).statusCode(404);
            placement.delete(CLASSES + "/" + name).statusCode(404);
        }

        @Test
        void isThereOnceHoweverOftenItIsPut() {
            var path = CLASSES + "/" + fresh();

            assertThat(placement.as().put(path).statusCode()).isEqualTo(201);
            assertThat(placement.as().put(path).statusCode()).isEqualTo(204);
        }

        @Test
        void isRenamedBelow17() {
            var old = fresh();
            var renamed = fresh();
            placement.post(CLASSES, Map.of("name", old)).statusCode(201);

            Placement.at("1.6")
                    .put(CLASSES + "/" + old, Map.of("name", renamed))
                    .statusCode(200)
                    .body("name", equalTo(renamed));

            placement.get(CLASSES + "/" + old).statusCode(404);
        }

        @Test
        void isGivenAwayLikeAnyOther() {
            var name = fresh();
            var provider = placement.provider();
            var inventories = PROVIDERS + "/" + provider + "/inventories";
            var wish = Map.of("resource_class", name, "total", 4, "resource_provider_generation", 0);
            placement.post(inventories, wish).statusCode(400);
            placement
                    .get("/placement/allocation_candidates?resources=" + name + ":1")
                    .statusCode(400);
            placement.post(CLASSES, Map.of("name", name)).statusCode(201);

            placement.post(inventories, wish).statusCode(201).body("total", equalTo(4));

            placement.holder(provider, name, 3);
            placement.delete(CLASSES + "/" + name).statusCode(409);
            placement
                    .get("/placement/allocation_candidates?resources=" + name + ":2")
                    .body("allocation_requests", equalTo(List.of()));
        }

        @Test
        void thatIsWrongOrStandardIsRefused() {
            for (var bad : List.of("GOLD", "CUSTOM_gold", "CUSTOM_", "CUSTOM_" + "X".repeat(249))) {
                placement.post(CLASSES, Map.of("name", bad)).statusCode(400);
            }
            placement.delete(CLASSES + "/VCPU").statusCode(400);
            placement.get(CLASSES + "/VCPU").statusCode(200);
            assertThat(placement.as().put(CLASSES + "/VCPU").statusCode()).isEqualTo(400);
        }
    }

    @Nested
    class ATrait {

        @Test
        void isMadeCheckedUsedAndDeleted() {
            var name = fresh();
            var path = TRAITS + "/" + name;
            placement.get(path).statusCode(404);

            assertThat(placement.as().put(path).statusCode()).isEqualTo(201);
            assertThat(placement.as().put(path).statusCode()).isEqualTo(204);

            placement.get(path).statusCode(204);
            placement.get(TRAITS).body("traits", hasItem(name));
            var provider = placement.provider();
            placement.is(provider, name);
            placement.get(PROVIDERS + "?required=" + name).body("resource_providers.uuid", equalTo(List.of(provider)));
            placement.delete(path).statusCode(409);
            placement.is(provider);
            placement.delete(path).statusCode(204);
            placement.delete(path).statusCode(404);
            placement.get(PROVIDERS + "?required=" + name).statusCode(400);
        }

        @Test
        void thatIsWrongOrStandardIsRefused() {
            assertThat(placement.as().put(TRAITS + "/GOLD").statusCode()).isEqualTo(400);
            placement.delete(TRAITS + "/HW_CPU_X86_AVX").statusCode(400);
            placement
                    .as()
                    .urlEncodingEnabled(false)
                    .delete(TRAITS + "/%00")
                    .then()
                    .statusCode(404);
            placement
                    .as()
                    .urlEncodingEnabled(false)
                    .delete(CLASSES + "/%00")
                    .then()
                    .statusCode(404);
            placement.get(TRAITS + "/HW_CPU_X86_AVX").statusCode(204);
        }
    }

    @Nested
    class Aggregates {

        private final String aggregate = UUID.randomUUID().toString();

        private void put(String provider, String... aggregates) {
            placement
                    .put(
                            PROVIDERS + "/" + provider + "/aggregates",
                            Map.of(
                                    "aggregates",
                                    aggregates,
                                    "resource_provider_generation",
                                    placement.generation(provider)))
                    .statusCode(200);
        }

        @Test
        void areReplacedByThoseWhoKnowTheProvider() {
            var path = PROVIDERS + "/" + placement.provider() + "/aggregates";
            var change = Map.of("aggregates", List.of(aggregate), "resource_provider_generation", 0);

            placement
                    .put(path, change)
                    .statusCode(200)
                    .body("aggregates", equalTo(List.of(aggregate)))
                    .body("resource_provider_generation", equalTo(1));

            placement.put(path, change).statusCode(409).body("errors[0].code", equalTo("placement.concurrent_update"));
            placement.get(path).body("aggregates", equalTo(List.of(aggregate)));
            placement.put(path, List.of(aggregate)).statusCode(400);
            placement.put(path, "null").statusCode(400);
            Placement.at("1.18").put(path, "null").statusCode(400);
            placement
                    .put(path, Map.of("aggregates", List.of("x"), "resource_provider_generation", 1))
                    .statusCode(400);
        }

        @Test
        void areAListBelow119() {
            var path = PROVIDERS + "/" + placement.provider() + "/aggregates";
            var old = Placement.at("1.18");

            old.put(path, List.of(aggregate)).statusCode(200).body("aggregates", equalTo(List.of(aggregate)));

            old.get(path).body("resource_provider_generation", nullValue());
            placement.get(path).body("resource_provider_generation", equalTo(0));
            old.put(path, List.of(aggregate, aggregate)).statusCode(400);
            Placement.at("1.0").get(path).statusCode(404);
        }

        @Test
        void narrowListsAndCandidates() {
            var inside = placement.provider("VCPU", 4);
            var outside = placement.provider("VCPU", 4);
            put(inside, aggregate);

            placement
                    .get(PROVIDERS + "?member_of=" + aggregate)
                    .body("resource_providers.uuid", equalTo(List.of(inside)));
            placement
                    .get(PROVIDERS + "?member_of=!in:" + aggregate)
                    .body("resource_providers.uuid", hasItem(outside))
                    .body("resource_providers.uuid", not(hasItem(inside)));
            assertThat(candidates("member_of=in:" + aggregate + "," + UUID.randomUUID()))
                    .containsExactly(inside);
            assertThat(candidates("member_of=!" + aggregate)).containsExactly(outside);
            assertThat(candidates("member_of=" + UUID.randomUUID())).isEmpty();
        }

        @Test
        void ofTheRootAreThoseOfTheTree() {
            var root = placement.provider();
            var child = placement.below(root);
            placement.has(child, "VCPU", 4);
            put(root, aggregate);

            assertThat(candidates("member_of=" + aggregate)).containsExactly(child);
        }

        private List<String> candidates(String query) {
            List<Map<String, Object>> allocations = placement
                    .get("/placement/allocation_candidates?resources=VCPU:1&" + query)
                    .statusCode(200)
                    .extract()
                    .path("allocation_requests.allocations");
            return allocations.stream().flatMap(each -> each.keySet().stream()).toList();
        }
    }

    @Nested
    class Inventories {

        @Test
        void areAddedOneByOneAndTakenAwayTogether() {
            var provider = placement.provider("VCPU", 4);
            var path = PROVIDERS + "/" + provider + "/inventories";
            var disk = Map.of("resource_class", "DISK_GB", "total", 10, "resource_provider_generation", 1);

            placement
                    .post(path, disk)
                    .statusCode(201)
                    .body("total", equalTo(10))
                    .body("resource_provider_generation", equalTo(2));

            placement.post(path, disk).statusCode(409);
            placement
                    .post(path, Map.of("resource_class", "DISK_GB", "total", 10, "resource_provider_generation", 2))
                    .statusCode(409);
            Placement.at("1.4").delete(path).statusCode(405);
            placement.holder(provider, "VCPU", 1);
            placement.delete(path).statusCode(409);
        }

        @Test
        void areAllGoneAfterIt() {
            var path = PROVIDERS + "/" + placement.provider("VCPU", 4, "DISK_GB", 4) + "/inventories";

            placement.delete(path).statusCode(204);

            placement.get(path).body("inventories", equalTo(Map.of()));
        }
    }

    @Nested
    class AReshape {

        private String root;
        private String child;
        private String consumer;

        @BeforeEach
        void aDiskThatIsHeld() {
            root = placement.provider("VCPU", 4, "DISK_GB", 100);
            child = placement.below(root);
            consumer = placement.holder(root, "DISK_GB", 40);
        }

        /// The disk moves from the root to its child, with what is held of it.
        private Map<String, Object> shape(int held, int generation) {
            var allocation = Placement.allocation(child, "DISK_GB", held, 1);
            return Map.of(
                    "inventories",
                    Map.of(
                            root,
                            Map.of(
                                    "inventories",
                                    Map.of("VCPU", Map.of("total", 4)),
                                    "resource_provider_generation",
                                    generation),
                            child,
                            Map.of(
                                    "inventories",
                                    Map.of("DISK_GB", Map.of("total", 100)),
                                    "resource_provider_generation",
                                    0)),
                    "allocations",
                    Map.of(consumer, allocation));
        }

        @Test
        void movesRoomAndWhatIsHeldOfItTogether() {
            placement.post("/placement/reshaper", shape(40, 1)).statusCode(204);

            placement
                    .get(PROVIDERS + "/" + root + "/inventories")
                    .body("inventories.keySet()", equalTo(Set.of("VCPU")));
            placement.get("/placement/allocations/" + consumer).body("allocations.keySet()", equalTo(Set.of(child)));
            assertThat(placement.generation(root)).isEqualTo(2);
        }

        @Test
        void thatDoesNotFitOrIsOldChangesNothing() {
            placement.post("/placement/reshaper", shape(101, 1)).statusCode(409);
            placement
                    .post("/placement/reshaper", shape(40, 0))
                    .statusCode(409)
                    .body("errors[0].code", equalTo("placement.concurrent_update"));

            placement.get("/placement/allocations/" + consumer).body("allocations.keySet()", equalTo(Set.of(root)));
            assertThat(placement.generation(root)).isEqualTo(1);
        }

        @Test
        void isUnknownBelow130() {
            Placement.at("1.29")
                    .post("/placement/reshaper", Map.of("inventories", Map.of(), "allocations", Map.of()))
                    .statusCode(404);
        }
    }
}
