package org.cumulet.identity.endpointpolicy;

import io.quarkus.hibernate.orm.PersistenceUnit;
import jakarta.inject.Singleton;
import jakarta.persistence.Query;
import java.util.Optional;
import org.hibernate.Session;

/// Which policy applies to what. What has a policy loses it to the next one.
@Singleton
class EndpointPolicyStore {

    private static final String PUT = """
            insert into policy_association (endpoint_id, service_id, region_id, policy_id)
            values (:endpoint, :service, :region, :policy)
            on conflict (endpoint_id, service_id, region_id) do update set policy_id = excluded.policy_id""";

    private static final String HERE = """
            endpoint_id is not distinct from cast(:endpoint as varchar)
            and service_id is not distinct from cast(:service as varchar)
            and region_id is not distinct from cast(:region as varchar)""";

    private final Session database;

    EndpointPolicyStore(@PersistenceUnit("identity") Session database) {
        this.database = database;
    }

    void put(String policyId, Subject subject) {
        at(subject, database.createNativeQuery(PUT))
                .setParameter("policy", policyId)
                .executeUpdate();
    }

    boolean contains(String policyId, Subject subject) {
        return policyOf(subject).filter(policyId::equals).isPresent();
    }

    boolean remove(String policyId, Subject subject) {
        var sql = "delete from policy_association where policy_id = :policy and " + HERE;
        return at(subject, database.createNativeQuery(sql))
                        .setParameter("policy", policyId)
                        .executeUpdate()
                > 0;
    }

    @SuppressWarnings("unchecked")
    Optional<String> policyOf(Subject subject) {
        var sql = "select policy_id from policy_association where " + HERE;
        return at(subject, database.createNativeQuery(sql, String.class)).getResultList().stream()
                .findFirst();
    }

    private static Query at(Subject subject, Query query) {
        var columns = subject.columns();
        return query.setParameter("endpoint", columns.endpointId())
                .setParameter("service", columns.serviceId())
                .setParameter("region", columns.regionId());
    }
}
