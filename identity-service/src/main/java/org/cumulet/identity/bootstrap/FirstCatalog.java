package org.cumulet.identity.bootstrap;

import jakarta.inject.Singleton;
import org.cumulet.api.url.PublicUrl;
import org.cumulet.identity.endpoint.Endpoint;
import org.cumulet.identity.endpoint.EndpointService;
import org.cumulet.identity.endpoint.NewEndpoint;
import org.cumulet.identity.offering.NewOffering;
import org.cumulet.identity.offering.OfferingService;
import org.cumulet.identity.region.NewRegion;
import org.cumulet.identity.region.RegionService;

/// The catalog of what this cloud is made of. When its public address changes in the settings, the addresses follow.
@Singleton
class FirstCatalog {

    private static final String REGION = "RegionOne";
    private static final String USUAL_URL = "http://127.0.0.1:8080";

    /// A service, by the type and name that clients know, and its path.
    private enum Entry {
        IDENTITY("identity", "keystone", "/identity", "Who may use this cloud"),
        IMAGE("image", "glance", "/image", "What servers boot from"),
        COMPUTE("compute", "nova", "/compute/v2.1", "Servers"),
        NETWORK("network", "neutron", "/network", "What connects servers"),
        DATABASE("database", "trove", "/database/v1.0/$(project_id)s", "Databases and their users"),
        BATCH("batch", "batch", "/batch/v1", "Many operations as one piece of work"),
        PLACEMENT("placement", "placement", "/placement", "What there is of everything, and who has it"),
        INVENTORY("inventory", "inventory", "/inventory", "The machines this cloud runs on");

        private final NewOffering offering;
        private final String path;

        Entry(String type, String name, String path, String description) {
            this.offering = NewOffering.of(type, name, description);
            this.path = path;
        }
    }

    private final BootstrapStore store;
    private final RegionService regions;
    private final OfferingService offerings;
    private final EndpointService endpoints;
    private final String base;

    FirstCatalog(
            BootstrapStore store,
            RegionService regions,
            OfferingService offerings,
            EndpointService endpoints,
            PublicUrl url) {
        this.store = store;
        this.regions = regions;
        this.offerings = offerings;
        this.endpoints = endpoints;
        this.base = url.configured().orElse(USUAL_URL);
    }

    void ensure() {
        ensure(base);
    }

    /// @param base the address under which callers know this cloud
    void ensure(String base) {
        for (var entry : Entry.values()) {
            var url = base + entry.path;
            if (store.isNews("url of " + entry.offering.type(), url)) {
                put(entry.offering, url);
            }
        }
    }

    private void put(NewOffering wish, String url) {
        if (!regions.contains(REGION)) {
            regions.add(NewRegion.of(REGION));
        }
        var offering = offerings.findOfType(wish.type()).orElseGet(() -> offerings.add(wish));
        for (var face : Endpoint.Interface.values()) {
            endpoints.put(NewEndpoint.of(offering.id(), face, REGION, url));
        }
    }
}
