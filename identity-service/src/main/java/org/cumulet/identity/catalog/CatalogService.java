package org.cumulet.identity.catalog;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cumulet.auth.Caller;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.identity.endpoint.Endpoint;
import org.cumulet.identity.endpoint.EndpointService;
import org.cumulet.identity.endpoint.UrlTemplate;
import org.cumulet.identity.endpointfilter.EndpointFilterService;
import org.cumulet.identity.offering.Offering;
import org.cumulet.identity.offering.OfferingService;

/// Makes the catalog for a caller. An address that needs a project is left out where the token is for none. A project
/// that sees some endpoints only sees their services only.
@Singleton
public class CatalogService {

    private final OfferingService offerings;
    private final EndpointService endpoints;
    private final EndpointFilterService filters;
    private final CurrentCaller caller;

    CatalogService(
            OfferingService offerings, EndpointService endpoints, EndpointFilterService filters, CurrentCaller caller) {
        this.offerings = offerings;
        this.endpoints = endpoints;
        this.filters = filters;
        this.caller = caller;
    }

    /// The caller's own.
    @Transactional
    List<CatalogEntry> mine() {
        caller.must(CatalogRule.GET);
        return of(caller.get());
    }

    @Transactional
    public List<CatalogEntry> of(Caller caller) {
        var known = valuesOf(caller);
        var all = endpoints.enabled();
        var visible =
                caller.projectId().map(project -> filters.visible(project, all)).orElse(all);
        var addresses = visible.stream().collect(Collectors.groupingBy(Endpoint::serviceId));
        return offerings.enabled().stream()
                .map(offering -> entry(offering, addresses.getOrDefault(offering.id(), List.of()), known))
                .filter(entry ->
                        visible.size() == all.size() || !entry.endpoints().isEmpty())
                .toList();
    }

    private static CatalogEntry entry(Offering offering, List<Endpoint> addresses, Map<String, String> known) {
        return new CatalogEntry(
                offering.id(),
                offering.type(),
                offering.name().orElse(""),
                addresses.stream().flatMap(it -> address(it, known).stream()).toList());
    }

    private static Optional<CatalogEntry.Address> address(Endpoint endpoint, Map<String, String> known) {
        var region = endpoint.regionId().orElse(null);
        return UrlTemplate.fill(endpoint.url(), known)
                .map(url -> new CatalogEntry.Address(endpoint.id(), endpoint.face(), region, region, url));
    }

    private static Map<String, String> valuesOf(Caller caller) {
        var known = new HashMap<>(Map.of("user_id", caller.userId()));
        caller.projectId().ifPresent(id -> {
            known.put("project_id", id);
            known.put("tenant_id", id);
        });
        return known;
    }
}
