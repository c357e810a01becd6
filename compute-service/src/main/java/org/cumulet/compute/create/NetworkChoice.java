package org.cumulet.compute.create;

import static org.cumulet.compute.web.ComputeVersions.NETWORKS_REQUIRED;

import java.util.UUID;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.version.Microversion;
import org.cumulet.compute.network.NetworkRequest;
import org.cumulet.compute.web.Ip;
import org.jspecify.annotations.Nullable;

/// Makes out which networks a new server asks for.
final class NetworkChoice {

    /// Tags came, were found broken, and came back.
    private static final Microversion TAGS = Microversion.of("2.32");

    private static final Microversion NO_TAGS = Microversion.of("2.33");
    private static final Microversion TAGS_AGAIN = Microversion.of("2.42");

    private NetworkChoice() {}

    /// @param servers how many servers there may be
    static NetworkRequest of(@Nullable NetworksAsked asked, int servers) {
        if (asked == null) {
            if (Microversion.atLeast(NETWORKS_REQUIRED)) {
                throw new Fault.BadRequest(
                        "Invalid input for field/attribute server. 'networks' is a required property");
            }
            return new NetworkRequest.Any();
        }
        if (asked.entries() == null) {
            return word(String.valueOf(asked.word()));
        }
        return asked.entries().isEmpty()
                ? new NetworkRequest.Any()
                : new NetworkRequest.These(asked.entries().stream()
                        .map(entry -> card(entry, servers))
                        .toList());
    }

    private static NetworkRequest word(String word) {
        if (Microversion.atLeast(NETWORKS_REQUIRED)) {
            if (word.equals("auto")) {
                return new NetworkRequest.Auto();
            }
            if (word.equals("none")) {
                return new NetworkRequest.None();
            }
        }
        throw invalid("Value: %s".formatted(word));
    }

    private static NetworkRequest.Card card(NetworksAsked.Entry entry, int servers) {
        if (entry.tag() != null && !hasTags()) {
            throw invalid("Additional properties are not allowed ('tag' was unexpected)");
        }
        var port = uuid("port", entry.port());
        var network = uuid("uuid", entry.uuid());
        if (port == null && network == null) {
            throw new Fault.BadRequest("Bad network format: missing 'uuid'");
        }
        mustBeForOne(entry, servers);
        if (entry.fixedIp() != null) {
            if (port != null) {
                throw new Fault.BadRequest(
                        "Specified Fixed IP '%s' cannot be used with port '%s': the two cannot be specified together."
                                .formatted(entry.fixedIp(), port));
            }
            if (!Ip.Check.isAddress(entry.fixedIp(), 4) && !Ip.Check.isAddress(entry.fixedIp(), 6)) {
                throw new Fault.BadRequest("Invalid fixed IP address (%s)".formatted(entry.fixedIp()));
            }
        }
        if (entry.tag() != null && !entry.tag().matches("[^,/\\p{Cntrl}]{1,60}")) {
            throw invalid("a tag has 1 to 60 characters without ',' and '/'");
        }
        return new NetworkRequest.Card(network, port, entry.fixedIp(), entry.tag());
    }

    private static void mustBeForOne(NetworksAsked.Entry entry, int servers) {
        if (servers > 1 && entry.port() != null) {
            throw new Fault.BadRequest(
                    "Unable to launch multiple instances with a single configured port ID. Please launch your instance one by one with different ports.");
        }
        if (servers > 1 && entry.fixedIp() != null) {
            throw new Fault.BadRequest("max_count cannot be greater than 1 if an fixed_ip is specified.");
        }
    }

    private static boolean hasTags() {
        return Microversion.atLeast(TAGS_AGAIN) || Microversion.atLeast(TAGS) && !Microversion.atLeast(NO_TAGS);
    }

    private static @Nullable UUID uuid(String name, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        if (!text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
            throw invalid("'%s' is not a UUID (%s)".formatted(text, name));
        }
        return UUID.fromString(text);
    }

    private static Fault.BadRequest invalid(String what) {
        return new Fault.BadRequest("Invalid input for field/attribute networks. " + what);
    }
}
