package org.cumulet.inventory.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cumulet.inventory.placement.Placement.sample;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.cumulet.inventory.Api;
import org.cumulet.inventory.InventoryTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@InventoryTest
class CandidatesTest {

    private static final String CANDIDATES = "/placement/allocation_candidates?";

    private final Placement placement = Placement.latest();

    @AfterEach
    void clear() {
        Api.admin().clear();
    }

    private ValidatableResponse find(String query) {
        return placement.get(CANDIDATES + query).statusCode(200);
    }

    /// For each candidate, which providers it takes from.
    private List<Set<String>> found(String query) {
        List<Map<String, Object>> allocations = find(query).extract().path("allocation_requests.allocations");
        return allocations.stream().map(Map::keySet).toList();
    }

    @Nested
    class ProvidersThatStandAlone {
        @Test
        void areFoundWhereThereIsRoom() {
            var large = placement.provider("VCPU", 8, "MEMORY_MB", 4096);
            var small = placement.provider("VCPU", 2, "MEMORY_MB", 1024);
            placement.holder(small, "VCPU", 1);

            assertThat(found("resources=VCPU:1,MEMORY_MB:512")).containsExactlyInAnyOrder(Set.of(large), Set.of(small));
            assertThat(found("resources=VCPU:2")).containsExactly(Set.of(large));
            assertThat(found("resources=VCPU:9")).isEmpty();
            find("resources=VCPU:1&limit=1").body("allocation_requests", hasSize(1));
        }

        @Test
        void areFoundByTheirTraits() {
            var fast = placement.provider("VCPU", 8);
            var slow = placement.provider("VCPU", 8);
            placement.is(fast, "HW_CPU_X86_AVX2", "STORAGE_DISK_SSD");

            assertThat(found("resources=VCPU:1&required=HW_CPU_X86_AVX2")).containsExactly(Set.of(fast));
            assertThat(found("resources=VCPU:1&required=!HW_CPU_X86_AVX2")).containsExactly(Set.of(slow));
            assertThat(found("resources=VCPU:1&required=in:HW_CPU_X86_AVX2,HW_CPU_X86_AVX&required=STORAGE_DISK_SSD"))
                    .containsExactly(Set.of(fast));
            assertThat(found("resources=VCPU:1&root_required=STORAGE_DISK_SSD")).containsExactly(Set.of(fast));
            assertThat(found("resources=VCPU:1&in_tree=" + slow)).containsExactly(Set.of(slow));
            assertThat(found("resources=VCPU:1&member_of=" + UUID.randomUUID())).isEmpty();
        }

        @Test
        void haveTheShapeOfEachTime() {
            var provider = placement.provider("VCPU", 8, "DISK_GB", 10);
            placement.is(provider, "HW_CPU_X86_AVX2");

            Shape.assertLike(
                    Placement.at("1.10").get(CANDIDATES + "resources=VCPU:1"), sample("get-allocation_candidates"));
            Shape.assertLike(
                    Placement.at("1.12").get(CANDIDATES + "resources=VCPU:1"),
                    sample("get-allocation_candidates-1.12"));
            Shape.assertLike(
                    Placement.at("1.17").get(CANDIDATES + "resources=VCPU:1"),
                    sample("get-allocation_candidates-1.17"));
            Placement.at("1.26")
                    .get(CANDIDATES + "resources=VCPU:1")
                    .body("provider_summaries.'" + provider + "'.resources", not(hasKey("DISK_GB")));
            Placement.at("1.27")
                    .get(CANDIDATES + "resources=VCPU:1")
                    .body("provider_summaries.'" + provider + "'.resources", hasKey("DISK_GB"))
                    .body("allocation_requests[0].mappings", nullValue());
        }
    }

    @Nested
    class ATree {
        private String root;
        private String left;
        private String right;

        @BeforeEach
        void makeTree() {
            root = placement.provider("MEMORY_MB", 4096);
            left = child("VCPU", 4);
            right = child("VCPU", 4);
        }

        private String child(Object... has) {
            var id = placement.below(root);
            placement.has(id, has);
            return id;
        }

        @Test
        void givesFromSeveralOfItsProviders() {
            placement.is(root, "HW_NUMA_ROOT");

            assertThat(found("resources=VCPU:1,MEMORY_MB:512"))
                    .containsExactlyInAnyOrder(Set.of(root, left), Set.of(root, right));
            var answer = find("resources=VCPU:1,MEMORY_MB:512");
            answer.body("provider_summaries", hasKey(right))
                    .body("provider_summaries.'" + left + "'.root_provider_uuid", equalTo(root));
            Shape.assertLike(
                    Placement.at("1.29").get(CANDIDATES + "resources=VCPU:1,MEMORY_MB:512"),
                    sample("get-allocation_candidates-1.29"));
        }

        @Test
        void isNotLookedIntoBelow129() {
            Placement.at("1.28")
                    .get(CANDIDATES + "resources=VCPU:1,MEMORY_MB:512")
                    .body("allocation_requests", hasSize(0));
            Placement.at("1.28").get(CANDIDATES + "resources=VCPU:1").body("allocation_requests", hasSize(2));
        }

        @Test
        void servesGroupsFromOneProviderEach() {
            var both = "resources1=VCPU:1&resources2=VCPU:1&group_policy=";

            assertThat(found(both + "isolate")).containsExactlyInAnyOrder(Set.of(left, right), Set.of(left, right));
            assertThat(found(both + "none")).hasSize(4);
            assertThat(found("resources1=VCPU:3&resources2=VCPU:3&group_policy=none"))
                    .hasSize(2);
            find("resources=MEMORY_MB:1&resources_A=VCPU:1")
                    .body("allocation_requests", hasSize(2))
                    .body("allocation_requests[0].mappings.''", equalTo(List.of(root)))
                    .body("allocation_requests[0].mappings._A", hasSize(1));
        }

        @Test
        void keepsGroupsInOneBranch() {
            placement.is(left, "HW_NUMA_ROOT");
            var below = placement.below(left);
            placement.has(below, "VGPU", 1);

            assertThat(found("resources_C=VCPU:1&resources_G=VGPU:1&group_policy=none&same_subtree=_C,_G"))
                    .containsExactly(Set.of(left, below));
            assertThat(found("required_N=HW_NUMA_ROOT&resources_G=VGPU:1&group_policy=none&same_subtree=_N,_G"))
                    .containsExactly(Set.of(below));
            assertThat(found("resources_C=VCPU:1&resources_G=VGPU:1&group_policy=none"))
                    .hasSize(2);
        }

        @Test
        void isAskedForTheTraitsOfTheGroup() {
            placement.is(right, "HW_CPU_X86_AVX2");

            assertThat(found("resources1=VCPU:1&required1=HW_CPU_X86_AVX2")).containsExactly(Set.of(right));
            assertThat(found("resources=VCPU:1,MEMORY_MB:1&required=HW_CPU_X86_AVX2"))
                    .containsExactly(Set.of(root, right));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "resources=",
                "resources=VCPU",
                "resources=VCPU:0",
                "resources=GOLD:1",
                "required=HW_CPU_X86_AVX",
                "resources=VCPU:1&colour=blue",
                "resources=VCPU:1&limit=0",
                "resources=VCPU:1&limit=x",
                "resources=VCPU:1&required=GOLD",
                "resources=VCPU:1&group_policy=odd",
                "resources1=VCPU:1&resources2=VCPU:1",
                "resources=VCPU:1&required1=HW_CPU_X86_AVX",
                "resources=VCPU:1&same_subtree=_A",
                "resources=VCPU:1&in_tree=x",
                "resources=VCPU:1&member_of=x",
                "resources=VCPU:1&resources=VCPU:2",
                "resources=VCPU:1&root_required=GOLD",
                "resources=VCPU:99999999999999999999"
            })
    void whatIsNotUnderstoodIsRefused(String query) {
        placement.get(CANDIDATES + query).statusCode(400).body("errors[0].status", equalTo(400));
    }

    @Test
    void nothingIsNotAQuestion() {
        placement.get("/placement/allocation_candidates").statusCode(400);
    }

    @ParameterizedTest
    @CsvSource({
        "1.15,limit=1",
        "1.16,required=HW_CPU_X86_AVX",
        "1.20,member_of=30742363-f65e-4012-a60a-43e0bec38f0e",
        "1.24,resources1=VCPU:1",
        "1.30,in_tree=30742363-f65e-4012-a60a-43e0bec38f0e",
        "1.32,resources_A=VCPU:1",
        "1.34,root_required=HW_CPU_X86_AVX",
        "1.35,same_subtree=_A"
    })
    void whatCameLaterIsRefused(String version, String parameter) {
        Placement.at(version).get(CANDIDATES + "resources=VCPU:1&" + parameter).statusCode(400);
    }
}
