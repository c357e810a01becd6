package org.cumulet.inventory.placement.allocation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.version.Microversion;
import org.cumulet.inventory.placement.Ids;
import org.cumulet.inventory.placement.PlacementVersions;
import org.cumulet.inventory.placement.ResourceClasses;
import org.cumulet.inventory.placement.allocation.AllocationWish.Expected;
import org.jspecify.annotations.Nullable;

/// What callers write about one consumer, in the shape of the version they speak.
///
/// @param consumerGeneration a null that is said means something else than none that is not said
record AllocationBody(
        @Nullable JsonNode allocations,
        @Nullable String projectId,
        @Nullable String userId,
        @Nullable JsonNode consumerGeneration,
        @Nullable String consumerType,
        @Nullable Map<String, List<String>> mappings) {

    /// Whose allocations are that nobody has put a name to.
    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

    private static final Pattern TYPE = Pattern.compile("[A-Z0-9_]{1,255}");
    private static final Pattern OWNER = Pattern.compile("\\P{Cntrl}{1,255}");

    private record OfProvider(
            @Nullable Map<String, Integer> resources,
            @Nullable Long generation) {}

    private record InList(
            @Nullable Reference resourceProvider, @Nullable Map<String, Integer> resources) {}

    private record Reference(@Nullable String uuid) {}

    /// What is written about several consumers, by consumer.
    static List<AllocationWish> wishes(Map<String, AllocationBody> bodies, ObjectMapper json)
            throws JsonProcessingException {
        var wishes = new ArrayList<AllocationWish>();
        for (var body : bodies.entrySet()) {
            if (body.getValue() == null) {
                throw new Fault.BadRequest("A consumer is without allocations.");
            }
            wishes.add(body.getValue().wish(Ids.read(body.getKey(), "consumer_uuid"), json));
        }
        return wishes;
    }

    AllocationWish wish(UUID consumer, ObjectMapper json) throws JsonProcessingException {
        refuseUnlessSince(PlacementVersions.MAPPINGS, "mappings", mappings);
        var owned = Microversion.atLeast(PlacementVersions.OWNED_ALLOCATIONS);
        return new AllocationWish(
                consumer,
                owned ? owner("project_id", projectId) : unowned("project_id", projectId),
                owned ? owner("user_id", userId) : unowned("user_id", userId),
                type(),
                expected(),
                amounts(json));
    }

    private static String owner(String key, @Nullable String value) {
        if (value == null || !OWNER.matcher(value).matches()) {
            throw new Fault.BadRequest("'%s' is a required property of 1 to 255 printable characters".formatted(key));
        }
        return value;
    }

    private static String unowned(String key, @Nullable String value) {
        refuseUnlessSince(PlacementVersions.OWNED_ALLOCATIONS, key, value);
        return NOBODY;
    }

    private @Nullable String type() {
        refuseUnlessSince(PlacementVersions.CONSUMER_TYPE, "consumer_type", consumerType);
        if (Microversion.atLeast(PlacementVersions.CONSUMER_TYPE)
                && (consumerType == null || !TYPE.matcher(consumerType).matches())) {
            throw new Fault.BadRequest("'consumer_type' is a required property of capital letters, digits and '_'");
        }
        return consumerType;
    }

    private Expected expected() {
        refuseUnlessSince(PlacementVersions.CONSUMER_GENERATION, "consumer_generation", consumerGeneration);
        if (!Microversion.atLeast(PlacementVersions.CONSUMER_GENERATION)) {
            return new Expected.Whatever();
        }
        if (consumerGeneration == null) {
            throw new Fault.BadRequest("'consumer_generation' is a required property");
        }
        if (consumerGeneration.isNull()) {
            return new Expected.Nobody();
        }
        if (!consumerGeneration.isIntegralNumber() || !consumerGeneration.canConvertToLong()) {
            throw new Fault.BadRequest("'consumer_generation' is neither a whole number nor null");
        }
        return new Expected.At(consumerGeneration.longValue());
    }

    private static void refuseUnlessSince(Microversion version, String key, @Nullable Object value) {
        if (value != null && !Microversion.atLeast(version)) {
            throw new Fault.BadRequest("Additional properties are not allowed ('%s' was unexpected)".formatted(key));
        }
    }

    private Map<UUID, Map<String, Integer>> amounts(ObjectMapper json) throws JsonProcessingException {
        if (allocations == null || allocations.isNull()) {
            throw new Fault.BadRequest("'allocations' is a required property");
        }
        var amounts = Microversion.atLeast(PlacementVersions.ALLOCATIONS_BY_PROVIDER)
                ? byProvider(allocations, json)
                : fromList(allocations, json);
        amounts.values().forEach(AllocationBody::check);
        return amounts;
    }

    private static Map<UUID, Map<String, Integer>> byProvider(JsonNode allocations, ObjectMapper json)
            throws JsonProcessingException {
        var amounts = new HashMap<UUID, Map<String, Integer>>();
        for (var entry : json.treeToValue(allocations, new TypeReference<Map<String, OfProvider>>() {})
                .entrySet()) {
            put(
                    entry.getKey(),
                    entry.getValue() == null ? null : entry.getValue().resources(),
                    amounts);
        }
        return amounts;
    }

    private static Map<UUID, Map<String, Integer>> fromList(JsonNode allocations, ObjectMapper json)
            throws JsonProcessingException {
        var amounts = new HashMap<UUID, Map<String, Integer>>();
        for (var each : json.treeToValue(allocations, new TypeReference<List<InList>>() {})) {
            var provider = each == null ? null : each.resourceProvider();
            if (each == null || provider == null || provider.uuid() == null) {
                throw new Fault.BadRequest("'resource_provider' with a 'uuid' is a required property");
            }
            put(provider.uuid(), each.resources(), amounts);
        }
        return amounts;
    }

    private static void put(
            String provider, @Nullable Map<String, Integer> resources, Map<UUID, Map<String, Integer>> amounts) {
        if (resources == null || resources.isEmpty()) {
            throw new Fault.BadRequest("'resources' is a required property that cannot be empty");
        }
        if (amounts.put(Ids.read(provider, "resource provider"), resources) != null) {
            throw new Fault.BadRequest("A resource provider is named twice.");
        }
    }

    private static void check(Map<String, Integer> resources) {
        ResourceClasses.mustBePossible(resources.keySet());
        if (resources.values().stream().anyMatch(amount -> amount == null || amount < 1)) {
            throw new Fault.BadRequest("Amounts are whole numbers from 1 on.");
        }
    }
}
