package org.cumulet.identity.endpointgroup;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.cumulet.identity.endpoint.Endpoint;
import org.cumulet.identity.store.Ids;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// The endpoints that have all of some attributes.
@Entity
@Table(name = "endpoint_group")
public class EndpointGroup {

    @Id
    private String id;

    private String name;
    private @Nullable String description;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, String> filters;

    protected EndpointGroup() {}

    EndpointGroup(NewEndpointGroup wish) {
        this.id = Ids.fresh();
        this.name = wish.name();
        this.description = wish.description();
        this.filters = wish.filters().asMap();
    }

    void change(EndpointGroupChange change) {
        name = Objects.requireNonNullElse(change.name(), name);
        description = change.description().or(description);
        filters = change.filters() == null ? filters : change.filters().asMap();
    }

    /// Whether the endpoint is one of them.
    public boolean contains(Endpoint endpoint) {
        return filters.entrySet().stream().allMatch(filter -> switch (filter.getKey()) {
            case EndpointFilters.SERVICE -> endpoint.serviceId().equals(filter.getValue());
            case EndpointFilters.REGION -> endpoint.regionId().equals(Optional.of(filter.getValue()));
            case EndpointFilters.INTERFACE -> endpoint.face().text().equals(filter.getValue());
            default -> throw new IllegalStateException("no filter " + filter.getKey());
        });
    }

    public String id() {
        return id;
    }

    String name() {
        return name;
    }

    Optional<String> description() {
        return Optional.ofNullable(description);
    }

    Map<String, String> filters() {
        return filters;
    }
}
