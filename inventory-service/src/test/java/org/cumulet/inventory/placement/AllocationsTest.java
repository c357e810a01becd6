package org.cumulet.inventory.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cumulet.inventory.Api.map;
import static org.cumulet.inventory.placement.Placement.PROVIDERS;
import static org.cumulet.inventory.placement.Placement.allocation;
import static org.cumulet.inventory.placement.Placement.sample;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cumulet.inventory.Api;
import org.cumulet.inventory.InventoryTest;
import org.cumulet.inventory.Together;
import org.cumulet.testing.auth.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@InventoryTest
class AllocationsTest {

    private static final String ALLOCATIONS = "/placement/allocations";

    private final Placement placement = Placement.latest();

    @AfterEach
    void clear() {
        Api.admin().clear();
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private int used(String provider, String resourceClass) {
        return placement.get(PROVIDERS + "/" + provider + "/usages").extract().path("usages." + resourceClass);
    }

    private int put(String consumer, Map<String, Object> body) {
        return placement.put(ALLOCATIONS + "/" + consumer, body).extract().statusCode();
    }

    @Nested
    class AConsumer {
        @Test
        void holdsWhatItWasGiven() {
            var provider = placement.provider("VCPU", 8);
            var consumer = placement.holder(provider, "VCPU", 3);

            var answer = placement.get(ALLOCATIONS + "/" + consumer).statusCode(200);

            answer.body("allocations.'" + provider + "'.resources.VCPU", equalTo(3))
                    .body("project_id", equalTo(TestTokens.PROJECT))
                    .body("consumer_generation", equalTo(1));
            Shape.assertLike(answer, sample("get-allocations-1.38"));
            Shape.assertLike(Placement.at("1.28").get(ALLOCATIONS + "/" + consumer), sample("get-allocations-1.28"));
            Shape.assertLike(Placement.at("1.12").get(ALLOCATIONS + "/" + consumer), sample("get-allocations"));
            Placement.at("1.11").get(ALLOCATIONS + "/" + consumer).body("project_id", nullValue());
            Shape.assertLike(
                    Placement.at("1.27").get(PROVIDERS + "/" + provider + "/allocations"),
                    sample("get-resource_provider_allocations"));
            Shape.assertLike(
                    placement.get(PROVIDERS + "/" + provider + "/usages"), sample("get-resource_provider_usages"));
        }

        @Test
        void holdsOnlyWhatItWasGivenLast() {
            var one = placement.provider("VCPU", 8);
            var other = placement.provider("VCPU", 8);
            var consumer = placement.holder(one, "VCPU", 3);

            assertThat(put(consumer, allocation(other, "VCPU", 2, 1))).isEqualTo(204);

            assertThat(used(one, "VCPU")).isZero();
            assertThat(used(other, "VCPU")).isEqualTo(2);
            placement.get(ALLOCATIONS + "/" + consumer).body("consumer_generation", equalTo(2));
        }

        @Test
        void thatNobodyKnowsHoldsNothing() {
            placement.get(ALLOCATIONS + "/" + id()).statusCode(200).body("", equalTo(Map.of("allocations", Map.of())));
            placement.get(ALLOCATIONS + "/x").statusCode(200);
        }

        @Test
        void isReleasedOnce() {
            var provider = placement.provider("VCPU", 8);
            var consumer = placement.holder(provider, "VCPU", 3);

            placement.delete(ALLOCATIONS + "/" + consumer).statusCode(204).body(equalTo(""));
            placement.delete(ALLOCATIONS + "/" + consumer).statusCode(404);

            assertThat(used(provider, "VCPU")).isZero();
        }

        @Test
        void isReleasedByNothingFrom128On() {
            var provider = placement.provider("VCPU", 8);
            var consumer = placement.holder(provider, "VCPU", 3);
            var nothing = allocation(provider, "VCPU", 1, 1);
            nothing.put("allocations", Map.of());

            assertThat(put(consumer, nothing)).isEqualTo(204);

            assertThat(used(provider, "VCPU")).isZero();
            Placement.at("1.27")
                    .put(
                            ALLOCATIONS + "/" + consumer,
                            Map.of("allocations", Map.of(), "project_id", "p", "user_id", "u"))
                    .statusCode(400);
        }

        @Test
        void isNotChangedByWhoKnowsAnOldState() {
            var provider = placement.provider("VCPU", 8);
            var consumer = placement.holder(provider, "VCPU", 3);

            for (var generation : new Integer[] {null, 0, 7}) {
                placement
                        .put(ALLOCATIONS + "/" + consumer, allocation(provider, "VCPU", 1, generation))
                        .statusCode(409)
                        .body("errors[0].code", equalTo("placement.concurrent_update"));
            }
            assertThat(put(id(), allocation(provider, "VCPU", 1, 1))).isEqualTo(409);
            assertThat(used(provider, "VCPU")).isEqualTo(3);
        }

        @Test
        void thatSeveralWriteAtOnceIsWrittenByOne() {
            var provider = placement.provider("VCPU", 8);
            var consumer = id();

            var answers = Together.times(12, number -> put(consumer, allocation(provider, "VCPU", 1, null)));

            assertThat(answers).containsOnlyOnce(204);
            assertThat(used(provider, "VCPU")).isEqualTo(1);
        }

        @Test
        void isWrittenInTheShapeOfItsTime() {
            var provider = placement.provider("VCPU", 8);
            var list = List.of(Map.of("resource_provider", Map.of("uuid", provider), "resources", Map.of("VCPU", 1)));
            var dict = Map.of(provider, Map.of("resources", Map.of("VCPU", 1), "generation", 4));

            var path = ALLOCATIONS + "/" + id();
            Placement.at("1.0").put(path, Map.of("allocations", list)).statusCode(204);
            Placement.at("1.7")
                    .put(path, Map.of("allocations", list, "project_id", "p", "user_id", "u"))
                    .statusCode(400);
            Placement.at("1.8").put(path, Map.of("allocations", list)).statusCode(400);
            Placement.at("1.8")
                    .put(path, Map.of("allocations", list, "project_id", "p", "user_id", "u"))
                    .statusCode(204);
            Placement.at("1.12")
                    .put(path, Map.of("allocations", list, "project_id", "p", "user_id", "u"))
                    .statusCode(400);
            Placement.at("1.12")
                    .put(path, Map.of("allocations", dict, "project_id", "p", "user_id", "u"))
                    .statusCode(204);
            Placement.at("1.28")
                    .put(path, Map.of("allocations", dict, "project_id", "p", "user_id", "u"))
                    .statusCode(400);
            placement
                    .put(path, map("allocations", dict, "project_id", "p", "user_id", "u", "consumer_generation", 3))
                    .statusCode(400);
            placement
                    .put(
                            path,
                            map(
                                    "allocations",
                                    dict,
                                    "project_id",
                                    "p",
                                    "user_id",
                                    "u",
                                    "consumer_generation",
                                    3,
                                    "consumer_type",
                                    "MIGRATION",
                                    "mappings",
                                    Map.of("", List.of(provider))))
                    .statusCode(204);
            placement.get(path).body("consumer_generation", equalTo(4)).body("consumer_type", equalTo("MIGRATION"));
        }
    }

    @Nested
    class Room {
        @Test
        void isNotGivenTwice() {
            var provider = placement.provider("VCPU", 8);
            placement.holder(provider, "VCPU", 6);

            placement
                    .put(ALLOCATIONS + "/" + id(), allocation(provider, "VCPU", 3, null))
                    .statusCode(409)
                    .body("errors[0].detail", containsString("would exceed the capacity"));
            assertThat(put(id(), allocation(provider, "VCPU", 2, null))).isEqualTo(204);
        }

        @Test
        void isCountedWithReserveAndRatio() {
            var provider = placement.provider();
            placement
                    .put(
                            PROVIDERS + "/" + provider + "/inventories",
                            Map.of(
                                    "resource_provider_generation",
                                    0,
                                    "inventories",
                                    Map.of(
                                            "MEMORY_MB",
                                            Map.of("total", 1000, "reserved", 200, "allocation_ratio", 1.5))))
                    .statusCode(200);

            assertThat(put(id(), allocation(provider, "MEMORY_MB", 1201, null))).isEqualTo(409);
            assertThat(put(id(), allocation(provider, "MEMORY_MB", 1200, null))).isEqualTo(204);
        }

        @Test
        void isGivenInItsUnits() {
            var provider = placement.provider();
            placement
                    .put(
                            PROVIDERS + "/" + provider + "/inventories",
                            Map.of(
                                    "resource_provider_generation",
                                    0,
                                    "inventories",
                                    Map.of(
                                            "VCPU",
                                            Map.of("total", 100, "min_unit", 4, "max_unit", 16, "step_size", 4))))
                    .statusCode(200);

            for (var amount : List.of(2, 6, 20)) {
                placement
                        .put(ALLOCATIONS + "/" + id(), allocation(provider, "VCPU", amount, null))
                        .statusCode(409)
                        .body("errors[0].detail", containsString("inventory constraints"));
            }
            assertThat(put(id(), allocation(provider, "VCPU", 8, null))).isEqualTo(204);
        }

        @Test
        void ofSeveralProvidersIsGivenTogetherOrNotAtAll() {
            var one = placement.provider("VCPU", 8);
            var other = placement.provider("DISK_GB", 10);
            var body = allocation(one, "VCPU", 1, null);
            body.put(
                    "allocations",
                    Map.of(
                            one,
                            Map.of("resources", Map.of("VCPU", 1)),
                            other,
                            Map.of("resources", Map.of("DISK_GB", 11))));

            assertThat(put(id(), body)).isEqualTo(409);

            assertThat(used(one, "VCPU")).isZero();
        }

        @Test
        void isNotGivenTwiceToManyAtOnce() {
            var provider = placement.provider("VCPU", 50);

            var answers = Together.times(64, number -> put(id(), allocation(provider, "VCPU", 1, null)));

            assertThat(answers.stream().filter(status -> status == 204)).hasSize(50);
            assertThat(answers.stream().filter(status -> status == 409)).hasSize(14);
            assertThat(used(provider, "VCPU")).isEqualTo(50);
        }
    }

    @Nested
    class SeveralConsumers {
        @Test
        void areGivenToTogether() {
            var provider = placement.provider("VCPU", 8);
            var one = id();
            var other = id();

            placement
                    .post(
                            ALLOCATIONS,
                            Map.of(
                                    one,
                                    allocation(provider, "VCPU", 5, null),
                                    other,
                                    allocation(provider, "VCPU", 3, null)))
                    .statusCode(204);

            assertThat(used(provider, "VCPU")).isEqualTo(8);
        }

        @Test
        void getNothingWhereOneOfThemDoesNotFit() {
            var provider = placement.provider("VCPU", 8);

            placement
                    .post(
                            ALLOCATIONS,
                            Map.of(
                                    id(),
                                    allocation(provider, "VCPU", 5, null),
                                    id(),
                                    allocation(provider, "VCPU", 4, null)))
                    .statusCode(409);

            assertThat(used(provider, "VCPU")).isZero();
        }

        @Test
        void handOver() {
            var provider = placement.provider("VCPU", 8);
            var from = placement.holder(provider, "VCPU", 8);
            var nothing = allocation(provider, "VCPU", 1, 1);
            nothing.put("allocations", Map.of());

            placement
                    .post(ALLOCATIONS, Map.of(from, nothing, id(), allocation(provider, "VCPU", 8, null)))
                    .statusCode(204);

            assertThat(used(provider, "VCPU")).isEqualTo(8);
            placement.get(ALLOCATIONS + "/" + from).body("allocations", equalTo(Map.of()));
        }

        @Test
        void whoCrossEachOtherDoNotWaitForEachOther() {
            var one = placement.provider("VCPU", 1000);
            var other = placement.provider("VCPU", 1000);

            var answers = Together.times(24, number -> {
                var first = number % 2 == 0 ? one : other;
                var second = number % 2 == 0 ? other : one;
                return placement
                        .post(
                                ALLOCATIONS,
                                map(
                                        id(),
                                        allocation(first, "VCPU", 1, null),
                                        id(),
                                        allocation(second, "VCPU", 1, null)))
                        .extract()
                        .statusCode();
            });

            assertThat(answers).containsOnly(204);
        }
    }

    @Test
    void whatIsWrongIsRefused() {
        var provider = placement.provider("VCPU", 8);
        var path = ALLOCATIONS + "/" + id();
        var bodies = new ArrayList<Map<String, Object>>();
        bodies.add(Map.of());
        bodies.add(allocation("x", "VCPU", 1, null));
        bodies.add(allocation(id(), "VCPU", 1, null));
        bodies.add(allocation(provider, "GOLD", 1, null));
        bodies.add(allocation(provider, "VCPU", 0, null));
        bodies.add(allocation(provider, "VCPU", -1, null));
        for (var more : List.of(
                map("allocations", List.of()),
                map("allocations", Map.of(provider, Map.of())),
                map("allocations", Map.of(provider, Map.of("resources", Map.of()))),
                map("allocations", Map.of(provider, Map.of("resources", Map.of("VCPU", "1")))),
                map("allocations", Map.of(provider, Map.of("resources", Map.of("VCPU", 1), "colour", 1))),
                map("allocations", null),
                map("project_id", null),
                map("project_id", ""),
                map("project_id", "a\u0000"),
                map("project_id", 1),
                map("user_id", "u".repeat(256)),
                map("consumer_generation", "1"),
                map("consumer_generation", 1.5),
                map("consumer_type", "instance"),
                map("consumer_type", null),
                map("colour", "blue"))) {
            var body = allocation(provider, "VCPU", 1, null);
            body.putAll(more);
            bodies.add(body);
        }
        bodies.forEach(body -> placement.put(path, body).statusCode(400).body("errors[0].status", equalTo(400)));
        bodies.forEach(body -> placement.post(ALLOCATIONS, Map.of(id(), body)).statusCode(400));
        placement.put(ALLOCATIONS + "/x", allocation(provider, "VCPU", 1, null)).statusCode(400);
        placement
                .post(ALLOCATIONS, Map.of("x", allocation(provider, "VCPU", 1, null)))
                .statusCode(400);
        placement.post(ALLOCATIONS, "{\"%s\": null}".formatted(id())).statusCode(400);
        placement.put(path, allocation(provider, "DISK_GB", 1, null)).statusCode(409);
        assertThat(used(provider, "VCPU")).isZero();
    }

    @Nested
    class Usages {
        @Test
        void areThoseOfAProject() {
            var provider = placement.provider("VCPU", 8);
            placement.holder(provider, "VCPU", 2);
            placement.holder(provider, "VCPU", 3);
            var mine = "/placement/usages?project_id=" + TestTokens.PROJECT;

            var answer = placement.get(mine).statusCode(200);

            answer.body("usages.INSTANCE.VCPU", equalTo(5)).body("usages.INSTANCE.consumer_count", equalTo(2));
            Placement.at("1.37").get(mine).body("usages.VCPU", equalTo(5));
            Shape.assertLike(Placement.at("1.9").get(mine), sample("get-usages"));
            placement.get(mine + "&consumer_type=all").body("usages.all.VCPU", equalTo(5));
            placement.get(mine + "&consumer_type=MIGRATION").body("usages", equalTo(Map.of()));
            placement.get(mine + "&user_id=" + TestTokens.OTHER_USER).body("usages", equalTo(Map.of()));
        }

        @Test
        void ofTheOwnProjectAreForReaders() {
            var reader = new Placement(TestTokens.reader(), "1.39");

            reader.get("/placement/usages?project_id=" + TestTokens.PROJECT).statusCode(200);
            reader.get("/placement/usages?project_id=" + TestTokens.OTHER_PROJECT)
                    .statusCode(403);
        }

        @Test
        void refuseWhatTheyDoNotUnderstand() {
            for (var query : List.of(
                    "",
                    "?user_id=u",
                    "?project_id=p&project_id=q",
                    "?project_id=p&colour=blue",
                    "?project_id=p&consumer_type=instance")) {
                placement.get("/placement/usages" + query).statusCode(400);
            }
            Placement.at("1.37")
                    .get("/placement/usages?project_id=p&consumer_type=all")
                    .statusCode(400);
        }
    }
}
