package org.cumulet.compute.flavor;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.cumulet.api.page.Page;
import org.cumulet.api.version.Microversion;
import org.cumulet.api.version.Since;
import org.cumulet.compute.web.ComputeVersions;
import org.cumulet.compute.web.Link;
import org.cumulet.compute.web.Links;
import org.jspecify.annotations.Nullable;

/// A flavor as the API shows it.
///
/// @param swap a number; but `""` where there is none, for those who speak an older version
record FlavorView(
        String id,
        String name,
        int ram,
        int disk,
        Object swap,
        @JsonProperty("OS-FLV-EXT-DATA:ephemeral") int ephemeral,
        @JsonProperty("OS-FLV-DISABLED:disabled") boolean disabled,
        int vcpus,
        @JsonProperty("os-flavor-access:is_public") boolean isPublic,
        double rxtxFactor,
        List<Link> links,
        @Since("2.55") @Nullable String description,

        @Since("2.61") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        Map<String, String> extraSpecs) {

    static FlavorView of(Flavor flavor, Links links, boolean withSpecs) {
        return new FlavorView(
                flavor.id(),
                flavor.name(),
                flavor.ram(),
                flavor.disk(),
                swap(flavor.swap()),
                flavor.ephemeral(),
                false,
                flavor.vcpus(),
                flavor.isPublic(),
                flavor.rxtxFactor(),
                links.of("flavors", flavor.id()),
                flavor.description().orElse(null),
                withSpecs ? flavor.extraSpecs() : null);
    }

    private static Object swap(int size) {
        return size == 0 && !Microversion.atLeast(ComputeVersions.STRICT_QUERIES) ? "" : (Object) size;
    }

    record One(FlavorView flavor) {}

    record Many(
            List<FlavorView> flavors,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Link> flavorsLinks) {}

    /// The short form of lists.
    record Brief(
            String id,
            String name,
            List<Link> links,
            @Since("2.55") @Nullable String description) {

        record Many(
                List<Brief> flavors,
                @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Link> flavorsLinks) {}

        static Many of(Page<Flavor> page, Links links) {
            var views = page.map(flavor -> new Brief(
                    flavor.id(),
                    flavor.name(),
                    links.of("flavors", flavor.id()),
                    flavor.description().orElse(null)));
            return new Many(views.items(), next(page, links, "flavors"));
        }
    }

    static Many of(Page<Flavor> page, Links links, boolean withSpecs) {
        return new Many(page.map(flavor -> of(flavor, links, withSpecs)).items(), next(page, links, "flavors/detail"));
    }

    private static List<Link> next(Page<Flavor> page, Links links, String path) {
        return page.more() ? links.next(path, page.items().getLast().id()) : List.of();
    }

    /// Who may use a private flavor.
    record Access(String flavorId, String tenantId) {

        record Many(List<Access> flavorAccess) {
            static Many of(Flavor flavor) {
                return new Many(flavor.projects().stream()
                        .map(project -> new Access(flavor.id(), project))
                        .toList());
            }
        }
    }
}
