package org.cumulet.network.network;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.cumulet.network.wire.Body;
import org.cumulet.network.wire.DnsNames;

/// What a caller wants to be different about a network.
record NetworkChange(
        Optional<String> name,
        Optional<String> description,
        Optional<Boolean> adminStateUp,
        Optional<Boolean> shared,
        Optional<Boolean> external,
        Optional<Boolean> portSecurityEnabled,
        Optional<String> dnsDomain,
        SegmentWish segment) {

    static NetworkChange from(Body body) {
        var change = new NetworkChange(
                body.text("name", 255),
                body.text("description", 255),
                body.bool("admin_state_up"),
                body.bool("shared"),
                body.bool("router:external"),
                body.bool("port_security_enabled"),
                dnsDomain(body),
                SegmentWish.from(body));
        var readOnly = new HashSet<>(NewNetwork.READ_ONLY);
        readOnly.addAll(List.of("project_id", "tenant_id", "availability_zone_hints"));
        body.nothingElse(readOnly, "PUT");
        return change;
    }

    private static Optional<String> dnsDomain(Body body) {
        return body.isNull("dns_domain")
                ? Optional.of("")
                : body.parsed("dns_domain", DnsNames::domain, "a domain name with a dot at its end");
    }
}
