package org.cumulet.network.network;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cumulet.api.fault.Fault;
import org.cumulet.auth.Caller;
import org.cumulet.network.wire.Body;
import org.cumulet.network.wire.DnsNames;
import org.cumulet.network.wire.Owner;

/// The network a caller wants.
record NewNetwork(
        String projectId,
        String name,
        String description,
        boolean adminStateUp,
        boolean shared,
        boolean external,
        boolean portSecurityEnabled,
        String dnsDomain,
        List<String> zoneHints,
        SegmentWish segment) {

    static final Set<String> READ_ONLY = Set.of(
            "id",
            "status",
            "subnets",
            "mtu",
            "tags",
            "availability_zones",
            "ipv4_address_scope",
            "ipv6_address_scope",
            "is_default",
            "revision_number",
            "created_at",
            "updated_at");

    static NewNetwork from(Body body, Caller caller) {
        var wish = new NewNetwork(
                Owner.of(body, caller),
                body.text("name", 255).orElse(""),
                body.text("description", 255).orElse(""),
                body.bool("admin_state_up").orElse(true),
                body.bool("shared").orElse(false),
                body.bool("router:external").orElse(false),
                body.bool("port_security_enabled").orElse(true),
                dnsDomain(body),
                zoneHints(body),
                SegmentWish.from(body));
        body.nothingElse(READ_ONLY, "POST");
        return wish;
    }

    private static String dnsDomain(Body body) {
        return body.parsedOrNull("dns_domain", DnsNames::domain, "a domain name with a dot at its end")
                .orElse("");
    }

    private static List<String> zoneHints(Body body) {
        var hints = body.texts("availability_zone_hints", 255).orElse(List.of());
        var unknown = new HashSet<>(hints);
        unknown.remove(NetworkView.ZONE);
        if (!unknown.isEmpty()) {
            throw Fault.NotFound.saying("AvailabilityZone %s could not be found.".formatted(String.join(", ", unknown)))
                    .named("AvailabilityZoneNotFound");
        }
        return hints;
    }
}
