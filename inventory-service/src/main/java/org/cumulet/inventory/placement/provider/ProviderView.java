package org.cumulet.inventory.placement.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.cumulet.api.version.Microversion;
import org.cumulet.api.version.Since;
import org.jspecify.annotations.Nullable;

/// A provider as the API shows it.
record ProviderView(
        long generation,
        UUID uuid,
        List<Link> links,
        String name,
        @Since("1.14") @Nullable UUID parentProviderUuid,
        @Since("1.14") UUID rootProviderUuid) {

    private static final Microversion AGGREGATES = Microversion.of("1.1");
    private static final Microversion TRAITS = Microversion.of("1.6");
    private static final Microversion ALLOCATIONS = Microversion.of("1.11");

    static ProviderView of(ResourceProvider provider) {
        return new ProviderView(
                provider.generation(),
                provider.id(),
                links(path(provider.id())),
                provider.name(),
                provider.parent(),
                provider.root());
    }

    static String path(UUID provider) {
        return "/placement/resource_providers/" + provider;
    }

    private static List<Link> links(String path) {
        var links = new ArrayList<>(List.of(
                new Link("self", path),
                new Link("inventories", path + "/inventories"),
                new Link("usages", path + "/usages")));
        if (Microversion.atLeast(AGGREGATES)) {
            links.add(new Link("aggregates", path + "/aggregates"));
        }
        if (Microversion.atLeast(TRAITS)) {
            links.add(new Link("traits", path + "/traits"));
        }
        if (Microversion.atLeast(ALLOCATIONS)) {
            links.add(new Link("allocations", path + "/allocations"));
        }
        return links;
    }

    record Link(String rel, String href) {}

    record Many(List<ProviderView> resourceProviders) {}
}
