package org.cumulet.inventory.preflight;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cumulet.inventory.fact.Facts;
import org.cumulet.inventory.fact.Facts.FirewallRule;
import org.cumulet.inventory.host.HostRole;
import org.cumulet.inventory.step.StepName;

/// Whether a host reaches the outside, and if not, at which of the links of that chain it ends.
record WayOutChecks(Sight sight) {

    private static final String FORWARD =
            "echo net.ipv4.ip_forward=1 > /etc/sysctl.d/90-forwarding.conf && sysctl -p /etc/sysctl.d/90-forwarding.conf";
    private static final String SNAT =
            "nft 'add table ip site_nat; add chain ip site_nat out { type nat hook postrouting priority srcnat; };"
                    + " add rule ip site_nat out ip saddr %s oifname \"%s\" masquerade'";
    private static final String SAVE =
            "{ echo 'flush ruleset'; nft list ruleset; } > /etc/nftables.conf && systemctl enable nftables";

    Stream<Check> all() {
        return Stream.of(gateway(), outside(), atBoot()).flatMap(List::stream);
    }

    private List<Check> gateway() {
        var route = sight.defaultRoute();
        var name = "default-gateway";
        var expected = expectedGateway();
        if (route.isEmpty() || route.get().via() == null) {
            return List.of(Check.failed(
                    name,
                    "There is no default gateway.",
                    new Check.Evidence("ip route", routes()),
                    expected.map(machine ->
                                    new Check.Fix(sight.host().name(), "ip route add default via " + machine.address()))
                            .orElse(null)));
        }
        var via = String.valueOf(route.get().via());
        var ping = sight.answer("gateway").map(Ping::new);
        if (ping.isEmpty()
                || ping.get().went()
                || ping.get().refusal().filter(Ping.Refusal::isProhibition).isPresent()) {
            return List.of(sightOfGateway(name, via, expected));
        }
        return List.of(Check.failed(
                name,
                expected.filter(machine -> !machine.addresses().contains(via))
                        .map(machine -> "The default gateway %s does not answer; the way out is %s (%s)."
                                .formatted(via, machine.address(), machine.name()))
                        .orElse("The default gateway %s does not answer.".formatted(via)),
                ping.get().answer().evidence(),
                new Check.Fix(
                        sight.host().name(),
                        "ip route replace default via %s"
                                .formatted(expected.map(Sight.Machine::address).orElse("GATEWAY")))));
    }

    private Check sightOfGateway(String name, String via, Optional<Sight.Machine> expected) {
        var evidence = new Check.Evidence("ip route", routes());
        return expected.filter(machine -> !machine.addresses().contains(via))
                .map(machine -> Check.failed(
                        name,
                        "The default gateway is %s, but the way out is %s (%s)."
                                .formatted(via, machine.address(), machine.name()),
                        evidence,
                        new Check.Fix(sight.host().name(), "ip route replace default via " + machine.address())))
                .orElseGet(() -> Check.ok(name, evidence));
    }

    private String routes() {
        return String.join(
                "\n",
                sight.facts().routes().stream()
                        .map(route -> "%s%s dev %s"
                                .formatted(
                                        route.destination(),
                                        route.via() == null ? "" : " via " + route.via(),
                                        route.nic()))
                        .toList());
    }

    /// The host with the role of a gateway in our network; a gateway itself goes out on its own.
    private Optional<Sight.Machine> expectedGateway() {
        return sight.host().is(HostRole.GATEWAY)
                ? Optional.empty()
                : sight.others().stream()
                        .filter(machine -> machine.is(HostRole.GATEWAY))
                        .filter(machine -> sight.host().nets().stream().anyMatch(net -> net.holds(machine.address())))
                        .findFirst();
    }

    private List<Check> outside() {
        var ping = sight.answer("outside").map(Ping::new);
        if (ping.isEmpty()) {
            return List.of(Check.skipped("outside", "The host did not say."));
        }
        var evidence = ping.get().answer().evidence();
        if (ping.get().went()) {
            return List.of(Check.ok("outside", evidence));
        }
        return List.of(prohibition(ping.get(), evidence)
                .or(() -> lackingAtGateway(evidence))
                .orElseGet(() -> Check.failed(
                        "outside",
                        "%s does not answer%s."
                                .formatted(
                                        sight.outside(),
                                        ping.get()
                                                .refusal()
                                                .map(why -> ": %s says %s".formatted(why.from(), why.why()))
                                                .orElse("")),
                        evidence,
                        new Check.Fix(sight.host().name(), "tracepath -n " + sight.outside()))));
    }

    private Optional<Check> prohibition(Ping ping, Check.Evidence evidence) {
        return ping.refusal()
                .filter(Ping.Refusal::isProhibition)
                .map(refusal -> new Prohibition(sight, refusal, sight.outside()).verdict())
                .map(verdict -> Check.failed("outside", verdict.cause(), evidence, verdict.fix()));
    }

    /// Where the way leads over one of our hosts, that host forwards and hides us behind its own address.
    private Optional<Check> lackingAtGateway(Check.Evidence evidence) {
        var gateway = sight.gateway();
        if (gateway == null) {
            return Optional.empty();
        }
        var forwards = gateway.said()
                .answer("forwarding")
                .map(Said.Answer::output)
                .orElse("0")
                .equals("1");
        if (!forwards) {
            return Optional.of(Check.failed(
                    "outside",
                    "%s, our way out, does not forward packets: net.ipv4.ip_forward is 0.".formatted(gateway.name()),
                    gateway.said()
                            .answer("forwarding")
                            .map(Said.Answer::evidence)
                            .orElse(evidence),
                    new Check.Fix(gateway.name(), FORWARD, StepName.IP_FORWARDING)));
        }
        return gateway.firewall().stream().noneMatch(WayOutChecks::isSnat)
                ? Optional.of(Check.failed(
                        "outside",
                        "%s, our way out, forwards packets but has no SNAT, so nobody outside knows the way back."
                                .formatted(gateway.name()),
                        evidence,
                        new Check.Fix(gateway.name(), snat(), StepName.SNAT)))
                : Optional.empty();
    }

    private static boolean isSnat(FirewallRule rule) {
        return rule.hook().equals("postrouting") && rule.rule().matches("(?:.* )?(?:masquerade|snat)(?: .*)?");
    }

    /// What a gateway does now it must also do after it was switched off and on.
    private List<Check> atBoot() {
        if (!sight.host().is(HostRole.GATEWAY)) {
            return List.of();
        }
        var forwards =
                sight.answer("forwarding").map(Said.Answer::output).orElse("").equals("1");
        var forwardsAtBoot = sight.answer("forwarding-at-boot")
                .map(Said.Answer::output)
                .orElse("")
                .equals("1");
        var snat = sight.facts().firewall().stream().anyMatch(WayOutChecks::isSnat);
        var saved = sight.answer("nat-at-boot").map(WayOutChecks::isSaved).orElse(false);
        return List.of(
                kept(
                        "forwarding",
                        forwards,
                        forwardsAtBoot,
                        "It does not forward packets",
                        "It forwards packets now",
                        "forwarding",
                        "forwarding-at-boot",
                        FORWARD,
                        FORWARD,
                        StepName.IP_FORWARDING),
                kept(
                        "snat",
                        snat,
                        saved,
                        "It has no SNAT",
                        "It has SNAT now",
                        "nat-at-boot",
                        "nat-at-boot",
                        snat(),
                        SAVE,
                        StepName.SNAT));
    }

    private Check kept(
            String name,
            boolean now,
            boolean atBoot,
            String not,
            String only,
            String evidence,
            String bootEvidence,
            String makeIt,
            String keepIt,
            StepName step) {
        if (!now) {
            return Check.failed(
                    name,
                    "%s, though it is the way out for others.".formatted(not),
                    sight.evidence(evidence),
                    new Check.Fix(sight.host().name(), makeIt, step));
        }
        return atBoot
                ? Check.ok(name, sight.evidence(bootEvidence))
                : Check.failed(
                        name,
                        "%s, but that is not saved: the next reboot loses it.".formatted(only),
                        sight.evidence(bootEvidence),
                        new Check.Fix(sight.host().name(), keepIt, step));
    }

    /// For the network that the way out is shared with; where it goes out is where its own default route leads.
    private String snat() {
        var machine = sight.gateway() == null
                ? sight.host()
                : sight.byName().getOrDefault(sight.gateway().name(), sight.host());
        var facts = machine.facts();
        var nic = facts == null
                ? "NIC"
                : facts.routes().stream()
                        .filter(route -> route.destination().equals("default"))
                        .map(Facts.Route::nic)
                        .findFirst()
                        .orElse("NIC");
        var network = machine.nets().stream()
                .filter(net -> net.holds(machine.address()))
                .map(Net::cidr)
                .findFirst()
                .orElse("NETWORK");
        return SNAT.formatted(network, nic) + " && " + SAVE;
    }

    /// Rules in a file help only where a service reads that file at boot.
    private static boolean isSaved(Said.Answer answer) {
        var lines = answer.output().lines().toList();
        return saved(lines, "nftables", "/etc/nftables")
                || saved(lines, "nftables", "/etc/sysconfig/nftables")
                || saved(lines, "cumulet-snat", "/etc/cumulet/")
                || saved(lines, "netfilter-persistent", "/etc/iptables/")
                || saved(lines, "iptables", "/etc/sysconfig/iptables");
    }

    private static boolean saved(List<String> lines, String unit, String file) {
        return lines.contains("enabled " + unit) && lines.stream().anyMatch(line -> line.startsWith(file));
    }
}
