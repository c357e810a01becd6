package org.cumulet.identity.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.cumulet.identity.endpoint.Endpoint;
import org.jspecify.annotations.Nullable;

/// A service in the catalog of a token, with the addresses that are good for its holder.
public record CatalogEntry(String id, String type, String name, List<Address> endpoints) {

    public record Address(
            String id,
            @JsonProperty("interface") Endpoint.Interface face,
            @Nullable String region,
            @Nullable String regionId,
            String url) {}
}
