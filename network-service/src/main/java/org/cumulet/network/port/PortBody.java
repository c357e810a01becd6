package org.cumulet.network.port;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cumulet.api.fault.Fault;
import org.cumulet.network.address.Cidr;
import org.cumulet.network.address.Ip;
import org.cumulet.network.address.Mac;
import org.cumulet.network.ipam.AddressWish;
import org.cumulet.network.wire.Body;
import org.cumulet.network.wire.DnsNames;

/// The attributes that are read the same way when a port is made and when it is changed.
final class PortBody {

    private static final int MOST_PAIRS = 10;
    private static final int MOST_OPTIONS = 50;
    private static final int LONGEST_PROFILE = 4096;
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,254}");
    private static final Pattern OWNER = Pattern.compile("[A-Za-z0-9:._ -]{0,255}");
    private static final JsonMapper JSON = new JsonMapper();

    private PortBody() {}

    /// An address pair whose MAC is the port's own where it does not say.
    record PairWish(Cidr range, Optional<Mac> mac) {}

    static Optional<Mac> mac(Body body) {
        return body.parsedOrNull("mac_address", Mac::parse, "a valid MAC address");
    }

    static Optional<List<AddressWish>> fixedIps(Body body) {
        return body.bodies("fixed_ips", PortBody::fixedIp);
    }

    private static AddressWish fixedIp(Body body) {
        var wish = new AddressWish(
                body.uuidOrNull("subnet_id"), body.parsedOrNull("ip_address", Ip::parse, "a valid IP address"));
        if (wish.subnet().isEmpty() && wish.address().isEmpty()) {
            throw new Fault.BadRequest("Invalid input for operation: IP allocation requires subnet_id or ip_address.")
                    .named("InvalidInput");
        }
        return wish;
    }

    static Optional<List<PairWish>> pairs(Body body) {
        var pairs = body.bodies("allowed_address_pairs", PortBody::pair);
        pairs.ifPresent(all -> {
            if (all.size() > MOST_PAIRS) {
                throw new Fault.BadRequest(
                                "The number of allowed address pair exceeds the maximum %d.".formatted(MOST_PAIRS))
                        .named("AllowedAddressPairExhausted");
            }
            if (new HashSet<>(all).size() < all.size()) {
                throw new Fault.BadRequest("Request contains duplicate address pair.")
                        .named("DuplicateAddressPairInRequest");
            }
        });
        return pairs;
    }

    private static PairWish pair(Body body) {
        return new PairWish(
                body.required(
                        "ip_address", body.parsed("ip_address", Cidr::parseLenient, "a valid IP address or range")),
                mac(body));
    }

    static Optional<List<DhcpOption.Wish>> dhcpOptions(Body body) {
        var options = body.bodies("extra_dhcp_opts", DhcpOption::from);
        options.filter(all -> all.size() > MOST_OPTIONS).ifPresent(_ -> {
            throw Body.invalid("extra_dhcp_opts", "at most %d of them.".formatted(MOST_OPTIONS));
        });
        return options;
    }

    static Optional<String> dnsName(Body body) {
        return body.parsed("dns_name", DnsNames::host, "a valid host name without a domain");
    }

    static Optional<String> deviceOwner(Body body) {
        return body.parsed(
                "device_owner",
                text -> Optional.of(text).filter(it -> OWNER.matcher(it).matches()),
                "a device owner");
    }

    /// Where the port is bound; empty for nowhere.
    static Optional<String> host(Body body) {
        return body.textOrNull("binding:host_id", 255)
                .filter(text -> !text.isEmpty())
                .map(text -> {
                    if (!HOST.matcher(text).matches()) {
                        throw Body.invalid("binding:host_id", "it is not the id of a host.");
                    }
                    return text;
                });
    }

    static Optional<Map<String, Object>> profile(Body body) {
        return body.object("binding:profile", LONGEST_PROFILE)
                .map(node -> JSON.convertValue(node, new TypeReference<>() {}));
    }

    /// Only plain virtual interfaces are offered.
    static void checkVnicType(Body body) {
        body.textOrNull("binding:vnic_type", 16)
                .filter(type -> !type.equals("normal"))
                .ifPresent(_ -> {
                    throw Body.invalid("binding:vnic_type", "only 'normal' is offered.");
                });
    }
}
