package org.cumulet.inventory.placement.allocation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.cumulet.api.version.Since;
import org.jspecify.annotations.Nullable;

/// What a consumer holds, as the API shows it.
@JsonInclude(JsonInclude.Include.NON_NULL)
record AllocationView(
        Map<UUID, Part> allocations,
        @Since("1.12") @Nullable String projectId,
        @Since("1.12") @Nullable String userId,
        @Since("1.28") @Nullable Long consumerGeneration,
        @Since("1.38") @Nullable String consumerType) {

    /// What is held of one provider.
    record Part(long generation, Map<String, Integer> resources) {}

    static AllocationView ofNobody() {
        return new AllocationView(Map.of(), null, null, null, null);
    }

    static AllocationView of(Consumer consumer, List<Held> held, Map<UUID, Long> generations) {
        var parts = new TreeMap<UUID, Part>();
        held.forEach(each -> parts.computeIfAbsent(
                        each.provider(), id -> new Part(generations.getOrDefault(id, 0L), new TreeMap<>()))
                .resources()
                .put(each.resourceClass(), each.amount()));
        return new AllocationView(
                parts,
                consumer.project(),
                consumer.user(),
                consumer.generation(),
                consumer.type() == null ? Consumer.UNKNOWN_TYPE : consumer.type());
    }

    /// What is held of one provider, by consumer.
    record OfProvider(Map<UUID, OfConsumer> allocations, long resourceProviderGeneration) {

        static OfProvider of(List<Held> held, Map<UUID, Consumer> consumers, long generation) {
            var parts = new TreeMap<UUID, OfConsumer>();
            held.forEach(each -> parts.computeIfAbsent(
                            each.consumer(), id -> new OfConsumer(new TreeMap<>(), generation(consumers.get(id))))
                    .resources()
                    .put(each.resourceClass(), each.amount()));
            return new OfProvider(parts, generation);
        }

        private static long generation(@Nullable Consumer consumer) {
            return consumer == null ? 0 : consumer.generation();
        }
    }

    record OfConsumer(
            Map<String, Integer> resources, @Since("1.28") long consumerGeneration) {}
}
