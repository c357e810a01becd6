package org.cumulet.database.many;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/// Where requests for many are kept, by project.
@Singleton
class RequestStore implements PanacheRepositoryBase<RequestItem, RequestItem.Place> {

    List<RequestItem> items(String project, UUID request) {
        return list("project = ?1 and place.request = ?2 order by place.position", project, request);
    }
}
