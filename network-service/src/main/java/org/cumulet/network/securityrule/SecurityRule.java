package org.cumulet.network.securityrule;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.cumulet.network.record.Owned;
import org.jspecify.annotations.Nullable;

/// What may reach the ports of a group, or what they may reach. It is never changed, only made and deleted.
@Entity
public class SecurityRule extends Owned {

    private UUID securityGroupId;
    private String direction;
    private String ethertype;
    private @Nullable String protocol;
    private @Nullable Integer portRangeMin;
    private @Nullable Integer portRangeMax;
    private @Nullable String remoteIpPrefix;
    private @Nullable UUID remoteGroupId;

    protected SecurityRule() {}

    SecurityRule(NewSecurityRule wish, Instant now) {
        super(UUID.randomUUID(), wish.projectId(), wish.description(), now);
        this.securityGroupId = wish.groupId();
        this.direction = wish.direction();
        this.ethertype = wish.ethertype();
        this.protocol = wish.protocol().map(Protocol::text).orElse(null);
        this.portRangeMin = wish.portMin().orElse(null);
        this.portRangeMax = wish.portMax().orElse(null);
        this.remoteIpPrefix = wish.remotePrefix().orElse(null);
        this.remoteGroupId = wish.remoteGroup().orElse(null);
    }

    UUID securityGroupId() {
        return securityGroupId;
    }

    String direction() {
        return direction;
    }

    String ethertype() {
        return ethertype;
    }

    Optional<String> protocol() {
        return Optional.ofNullable(protocol);
    }

    Optional<Integer> portRangeMin() {
        return Optional.ofNullable(portRangeMin);
    }

    Optional<Integer> portRangeMax() {
        return Optional.ofNullable(portRangeMax);
    }

    Optional<String> remoteIpPrefix() {
        return Optional.ofNullable(remoteIpPrefix);
    }

    Optional<UUID> remoteGroupId() {
        return Optional.ofNullable(remoteGroupId);
    }
}
