package org.cumulet.database.many;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.cumulet.database.database.DatabaseService.Declared;
import org.jspecify.annotations.Nullable;

/// One database of a request for many.
@Entity
@Table(name = "database_request_item")
class RequestItem {

    @EmbeddedId
    private Place place;

    private String project;
    private String name;
    private UUID databaseId;
    private String refusal;
    private Instant created;

    protected RequestItem() {}

    RequestItem(UUID request, int position, String project, Declared declared, Instant now) {
        place = new Place(request, position);
        this.project = project;
        name = declared.name();
        databaseId = declared.id();
        refusal = declared.refusal();
        created = now;
    }

    String name() {
        return name;
    }

    @Nullable
    UUID database() {
        return databaseId;
    }

    @Nullable
    String refusal() {
        return refusal;
    }

    /// Which item of which request.
    @Embeddable
    record Place(UUID request, int position) {}
}
