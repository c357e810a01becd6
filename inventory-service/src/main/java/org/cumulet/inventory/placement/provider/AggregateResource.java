package org.cumulet.inventory.placement.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.version.Microversion;
import org.cumulet.api.version.Since;
import org.cumulet.inventory.placement.Ids;
import org.cumulet.inventory.placement.PlacementVersions;
import org.jspecify.annotations.Nullable;

/// `/placement/resource_providers/{id}/aggregates`: what a provider is put together with.
@Path("/placement/resource_providers/{id}/aggregates")
@RunOnVirtualThread
class AggregateResource {

    private static final TypeReference<List<String>> LIST = new TypeReference<>() {};

    private final AggregateService aggregates;
    private final ObjectMapper json;

    AggregateResource(AggregateService aggregates, ObjectMapper json) {
        this.aggregates = aggregates;
        this.json = json;
    }

    @GET
    @Since("1.1")
    public View show(@PathParam("id") String id) {
        return aggregates.of(id);
    }

    /// A list; from 1.19 on an object that also says which state of the provider the caller knows.
    @PUT
    @Since("1.1")
    public View replace(@PathParam("id") String id, @NotNull JsonNode body) throws JsonProcessingException {
        if (!Microversion.atLeast(PlacementVersions.GUARDED_AGGREGATES)) {
            return aggregates.replace(id, ids(json.treeToValue(body, LIST)), null);
        }
        var change = json.treeToValue(body, Change.class);
        if (change == null || change.aggregates() == null || change.resourceProviderGeneration() == null) {
            throw new Fault.BadRequest("'aggregates' and 'resource_provider_generation' are required properties");
        }
        return aggregates.replace(id, ids(change.aggregates()), change.resourceProviderGeneration());
    }

    private static List<UUID> ids(@Nullable List<String> texts) {
        if (texts == null) {
            throw new Fault.BadRequest("A list of aggregates is needed.");
        }
        var ids = texts.stream()
                .map(text -> Ids.read(String.valueOf(text), "aggregate"))
                .toList();
        if (ids.stream().distinct().count() < ids.size()) {
            throw new Fault.BadRequest("An aggregate is named twice.");
        }
        return ids;
    }

    record Change(
            @Nullable List<String> aggregates, @Nullable Long resourceProviderGeneration) {}

    record View(List<UUID> aggregates, @Since("1.19") long resourceProviderGeneration) {}
}
