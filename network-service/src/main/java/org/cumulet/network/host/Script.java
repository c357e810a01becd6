package org.cumulet.network.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cumulet.network.address.Ip;
import org.cumulet.network.port.HostNames;

/// A plan as a script for the host: fixed functions, and calls of them with values that have no meaning to a shell.
final class Script {

    private static final String STATE = "/var/lib/cumulet/network";
    private static final String RUN = "/run/cumulet/network";
    private static final String FUNCTIONS = functions();
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.:/-]+");
    private static final Pattern END = Pattern.compile("(?m)^END$");

    private final StringBuilder text = new StringBuilder(FUNCTIONS);

    private Script() {}

    /// The whole text is read before the first command runs, so that half of it never does anything.
    static String of(HostPlan plan) {
        var script = new Script();
        plan.networks().forEach(script::function);
        script.line("main() {");
        script.call("begin", Long.toString(plan.generation()));
        script.filter(plan);
        plan.networks().forEach(network -> script.call("carry", network.id().toString(), name(network.id())));
        script.call(
                "keep_only",
                plan.networks().stream().map(network -> network.id().toString()).toArray(String[]::new));
        script.line("}");
        script.line("main < /dev/null");
        return script.text.toString();
    }

    private void filter(HostPlan plan) {
        if (plan.networks().isEmpty()) {
            call("unfilter");
        } else {
            input("filter", FilterRules.of(plan.networks()));
        }
    }

    private void function(NetworkPlan network) {
        line(name(network.id()) + "() {");
        call("bridge_up", network.bridge(), mtu(network));
        switch (network.uplink()) {
            case Uplink.Flat(var device) -> call("flat", network.bridge(), mtu(network), device);
            case Uplink.Vxlan vxlan -> call("vxlan", vxlan(network, vxlan));
        }
        network.dhcp().ifPresentOrElse(dhcp -> serve(network, dhcp), () -> unserve(network.id()));
        line("}");
    }

    private static String[] vxlan(NetworkPlan network, Uplink.Vxlan vxlan) {
        return Stream.concat(
                        Stream.of(
                                network.bridge(),
                                mtu(network),
                                vxlan.device(),
                                Integer.toString(vxlan.id()),
                                vxlan.own().map(Ip::toString).orElse("-")),
                        vxlan.peers().stream().map(Ip::toString))
                .toArray(String[]::new);
    }

    private void serve(NetworkPlan network, DhcpPlan dhcp) {
        var files = new DhcpFiles(network, dhcp);
        var folder = STATE + "/" + network.id();
        call("namespace", namespace(network, dhcp));
        input("file " + folder + "/dnsmasq.conf", files.configuration(folder, RUN + "/" + network.id() + ".pid"));
        input("file " + folder + "/hosts", files.hosts());
        input("file " + folder + "/options", files.options());
        call("serve", network.id().toString(), dhcp.namespace());
    }

    private static String[] namespace(NetworkPlan network, DhcpPlan dhcp) {
        return Stream.concat(
                        Stream.of(
                                dhcp.namespace(),
                                network.bridge(),
                                mtu(network),
                                dhcp.cable(),
                                dhcp.mac().text()),
                        dhcp.subnets().stream()
                                .map(it -> it.own() + "/" + it.cidr().prefix()))
                .toArray(String[]::new);
    }

    private void unserve(UUID network) {
        call("unserve", network.toString(), HostNames.namespace(network), HostNames.dhcpCable(network));
    }

    private void call(String function, String... values) {
        for (var value : values) {
            if (!WORD.matcher(value).matches()) {
                throw new IllegalArgumentException("not a word for a script: " + value);
            }
        }
        line(Stream.concat(Stream.of(function), Stream.of(values)).collect(Collectors.joining(" ")));
    }

    private void input(String call, String content) {
        if (END.matcher(content).find()) {
            throw new IllegalArgumentException("a file with a line END");
        }
        line(call + " << 'END'");
        text.append(content);
        line("END");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private static String name(UUID network) {
        return "network_" + network.toString().replace('-', '_');
    }

    private static String mtu(NetworkPlan network) {
        return Integer.toString(network.mtu());
    }

    private static String functions() {
        try (var file = Objects.requireNonNull(Script.class.getResourceAsStream("functions.sh"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
