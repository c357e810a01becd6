package org.cumulet.network.securityrule;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cumulet.api.fault.Fault;
import org.cumulet.auth.Caller;
import org.cumulet.network.address.Cidr;
import org.cumulet.network.wire.Body;
import org.cumulet.network.wire.Owner;

/// The rule a caller wants.
record NewSecurityRule(
        String projectId,
        UUID groupId,
        String direction,
        String ethertype,
        Optional<Protocol> protocol,
        Optional<Integer> portMin,
        Optional<Integer> portMax,
        Optional<String> remotePrefix,
        Optional<UUID> remoteGroup,
        String description) {

    private static final Set<String> READ_ONLY = Set.of(
            "id",
            "normalized_cidr",
            "remote_address_group_id",
            "belongs_to_default_sg",
            "tags",
            "revision_number",
            "created_at",
            "updated_at");
    private static final int A_BYTE = 255;

    static NewSecurityRule from(Body body, Caller caller) {
        var wish = new NewSecurityRule(
                Owner.of(body, caller),
                body.required("security_group_id", body.uuid("security_group_id")),
                body.required(
                        "direction", body.parsed("direction", NewSecurityRule::direction, "in ['ingress', 'egress']")),
                body.parsedOrNull("ethertype", NewSecurityRule::ethertype, "in ['IPv4', 'IPv6']")
                        .orElse("IPv4"),
                protocol(body),
                body.integerOrNull("port_range_min", -1, 65535).filter(it -> it >= 0),
                body.integerOrNull("port_range_max", -1, 65535).filter(it -> it >= 0),
                remotePrefix(body),
                body.uuidOrNull("remote_group_id"),
                body.textOrNull("description", 255).orElse(""));
        body.nothingElse(READ_ONLY, "POST");
        wish.check();
        return wish;
    }

    private static Optional<String> direction(String text) {
        return Optional.of(text).filter(Set.of("ingress", "egress")::contains);
    }

    private static Optional<String> ethertype(String text) {
        return Set.of("IPv4", "IPv6").stream().filter(text::equalsIgnoreCase).findFirst();
    }

    private static Optional<Protocol> protocol(Body body) {
        var text = body.scalarOrNull("protocol", 40).filter(it -> !it.equalsIgnoreCase("any") && !it.isEmpty());
        return text.map(it -> Protocol.parse(it)
                .orElseThrow(() -> refused(
                        "SecurityGroupRuleInvalidProtocol",
                        "Security group rule protocol %s not supported. Only protocol values from 0 to 255 and the names of common protocols are.",
                        it)));
    }

    private static Optional<String> remotePrefix(Body body) {
        var text = body.textOrNull("remote_ip_prefix", 64);
        if (text.isPresent() && text.flatMap(Cidr::parseLenient).isEmpty()) {
            throw refused("InvalidCIDR", "Invalid CIDR %s given as IP prefix.", text.get());
        }
        return text;
    }

    Optional<Cidr> remote() {
        return remotePrefix.flatMap(Cidr::parseLenient);
    }

    private void check() {
        if (remotePrefix.isPresent() && remoteGroup.isPresent()) {
            throw refused(
                    "SecurityGroupRemoteGroupAndRemoteIpPrefix",
                    "Only remote_ip_prefix or remote_group_id may be provided.");
        }
        remote().filter(cidr -> cidr.version() != version()).ifPresent(cidr -> {
            throw refused(
                    "SecurityGroupRuleParameterConflict",
                    "Conflicting value ethertype %s for CIDR %s",
                    ethertype,
                    cidr);
        });
        protocol.filter(it -> it.isOfIpv6() && version() == 4).ifPresent(it -> {
            throw refused(
                    "SecurityGroupEthertypeConflictWithProtocol",
                    "Invalid ethertype %s for protocol %s.",
                    ethertype,
                    it.text());
        });
        if (portMin.isPresent() || portMax.isPresent()) {
            checkPorts(protocol.orElseThrow(() -> refused(
                    "SecurityGroupProtocolRequiredWithPorts", "Must also specify protocol if port range is given.")));
        }
    }

    private void checkPorts(Protocol of) {
        if (of.isIcmp()) {
            checkIcmp();
        } else if (!of.hasPorts()) {
            throw refused(
                    "SecurityGroupInvalidProtocolForPortRange",
                    "Invalid protocol %s for port range, only supported for TCP, UDP, UDPLITE, SCTP and DCCP.",
                    of.text());
        } else if (portMin.isEmpty() || portMax.isEmpty() || portMin.get() > portMax.get()) {
            throw refused(
                    "SecurityGroupInvalidPortRange", "For TCP/UDP protocols, port_range_min must be <= port_range_max");
        } else if (portMin.get() == 0) {
            throw refused("SecurityGroupInvalidPortValue", "Invalid value for port %d", portMin.get());
        }
    }

    /// With ICMP the first number is a type, the second one a code.
    private void checkIcmp() {
        if (portMin.isEmpty()) {
            throw refused(
                    "SecurityGroupMissingIcmpType",
                    "ICMP code (port-range-max) %d is provided but ICMP type (port-range-min) is missing.",
                    portMax.orElse(0));
        }
        if (portMin.get() > A_BYTE || portMax.filter(code -> code > A_BYTE).isPresent()) {
            throw refused(
                    "SecurityGroupInvalidIcmpValue",
                    "Invalid value for ICMP type (port-range-min) %d or code (port-range-max) %d. It must be 0 to 255.",
                    portMin.get(),
                    portMax.orElse(0));
        }
    }

    private int version() {
        return ethertype.equals("IPv4") ? 4 : 6;
    }

    private static Fault refused(String type, String text, Object... values) {
        return new Fault.BadRequest(text.formatted(values)).named(type);
    }
}
