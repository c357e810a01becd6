package org.cumulet.identity.endpointpolicy;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.page.Page;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.identity.endpoint.Endpoint;
import org.cumulet.identity.endpoint.EndpointService;
import org.cumulet.identity.offering.OfferingService;
import org.cumulet.identity.policyblob.PolicyBlob;
import org.cumulet.identity.policyblob.PolicyBlobService;
import org.cumulet.identity.region.RegionService;
import org.cumulet.identity.wire.Refusal;

/// Policies of endpoints. The nearest counts: the endpoint's own, its service's in its region or in a region above,
/// its service's everywhere.
@Singleton
class EndpointPolicyService {

    private final EndpointPolicyStore store;
    private final PolicyBlobService policies;
    private final EndpointService endpoints;
    private final OfferingService offerings;
    private final RegionService regions;
    private final CurrentCaller caller;

    EndpointPolicyService(
            EndpointPolicyStore store,
            PolicyBlobService policies,
            EndpointService endpoints,
            OfferingService offerings,
            RegionService regions,
            CurrentCaller caller) {
        this.store = store;
        this.policies = policies;
        this.endpoints = endpoints;
        this.offerings = offerings;
        this.regions = regions;
        this.caller = caller;
    }

    @Transactional
    void create(String policyId, Subject subject) {
        caller.must(subject.create());
        mustExist(policyId, subject);
        store.put(policyId, subject);
    }

    @Transactional
    void check(String policyId, Subject subject) {
        caller.must(subject.check());
        mustExist(policyId, subject);
        if (!store.contains(policyId, subject)) {
            throw missing(policyId);
        }
    }

    @Transactional
    void delete(String policyId, Subject subject) {
        caller.must(subject.delete());
        mustExist(policyId, subject);
        if (!store.remove(policyId, subject)) {
            throw missing(policyId);
        }
    }

    @Transactional
    PolicyBlob policyOf(String endpointId) {
        caller.must(EndpointPolicyRule.GET_POLICY);
        var endpoint = endpoints.get(endpointId);
        return nearest(endpoint)
                .map(policies::get)
                .orElseThrow(
                        () -> Fault.NotFound.saying("No policy is associated with endpoint %s.".formatted(endpointId)));
    }

    @Transactional
    Page<Endpoint> endpointsOf(String policyId) {
        caller.must(EndpointPolicyRule.LIST_ENDPOINTS);
        policies.get(policyId);
        return new Page<>(
                endpoints.all().stream()
                        .filter(it -> nearest(it).filter(policyId::equals).isPresent())
                        .toList(),
                false);
    }

    private Optional<String> nearest(Endpoint endpoint) {
        var inRegions = endpoint.regionId().map(regions::upwards).orElse(List.of()).stream()
                .map(region -> (Subject) new Subject.ServiceInRegion(endpoint.serviceId(), region));
        return Stream.of(
                        Stream.of(new Subject.OneEndpoint(endpoint.id())),
                        inRegions,
                        Stream.of(new Subject.Service(endpoint.serviceId())))
                .flatMap(it -> it)
                .flatMap(it -> store.policyOf(it).stream())
                .findFirst();
    }

    private void mustExist(String policyId, Subject subject) {
        policies.get(policyId);
        switch (subject) {
            case Subject.OneEndpoint(var id) -> endpoints.get(id);
            case Subject.Service(var id) -> mustHaveService(id);
            case Subject.ServiceInRegion(var id, var region) -> {
                mustHaveService(id);
                if (!regions.contains(region)) {
                    throw Refusal.missing("region", region);
                }
            }
        }
    }

    private void mustHaveService(String id) {
        if (offerings.find(id).isEmpty()) {
            throw Refusal.missing("service", id);
        }
    }

    private static Fault missing(String policyId) {
        return Fault.NotFound.saying("Policy %s is not associated with that.".formatted(policyId));
    }
}
