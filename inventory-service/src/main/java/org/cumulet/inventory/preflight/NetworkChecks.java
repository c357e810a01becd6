package org.cumulet.inventory.preflight;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cumulet.inventory.fact.Facts;
import org.cumulet.inventory.host.HostRole;
import org.cumulet.inventory.step.StepName;

/// Whether hosts reach each other, and nothing is in the way of the networks of servers.
record NetworkChecks(Sight sight) {

    private static final Set<String> LEFT_ALONE = Set.of("unmanaged", "unavailable", "disconnected");

    Stream<Check> all() {
        return Stream.of(management(), inwards(), mtu(), duplicates(), overlaps(), networkManager(), firewall(), dhcp())
                .flatMap(List::stream);
    }

    private List<Check> management() {
        var checks = new ArrayList<Check>();
        sight.said().all("ping").forEach((peer, answer) -> {
            var machine = sight.byName().get(peer);
            if (machine != null) {
                checks.add(reach("management-network:" + peer, new Ping(answer), machine.address(), peer));
            }
        });
        return checks;
    }

    private Check reach(String name, Ping ping, String target, String who) {
        var evidence = ping.answer().evidence();
        if (ping.went()) {
            return Check.ok(name, evidence);
        }
        return ping.refusal()
                .filter(Ping.Refusal::isProhibition)
                .map(refusal -> new Prohibition(sight, refusal, target).verdict())
                .map(verdict -> Check.failed(name, verdict.cause(), evidence, verdict.fix()))
                .orElseGet(() -> Check.failed(
                        name,
                        "%s does not answer at %s%s."
                                .formatted(
                                        who,
                                        target,
                                        ping.refusal()
                                                .map(why -> ": " + why.why())
                                                .orElse("")),
                        evidence,
                        new Check.Fix(who, "ip -br address; nft list ruleset")));
    }

    private List<Check> inwards() {
        return sight.inwards().entrySet().stream()
                .map(entry -> {
                    var at = entry.getKey().indexOf(' ');
                    var from = entry.getKey().substring(0, at);
                    var target = entry.getKey().substring(at + 1);
                    return reach(
                            "management-network:from-%s:%s".formatted(from, target),
                            new Ping(entry.getValue()),
                            target,
                            sight.host().name());
                })
                .toList();
    }

    /// The largest packet that our own interface takes must get through whole.
    private List<Check> mtu() {
        var checks = new ArrayList<Check>();
        sight.said().all("mtu").forEach((peer, answer) -> {
            var small = sight.answer("ping:" + peer).filter(Said.Answer::ok);
            if (small.isPresent()) {
                checks.add(mtu(peer, answer));
            }
        });
        return checks;
    }

    private Check mtu(String peer, Said.Answer answer) {
        var name = "mtu:" + peer;
        if (answer.ok()) {
            return Check.ok(name, answer.evidence());
        }
        var mine = mtuTowards(sight.host(), peer);
        var theirs = sight.byName().get(peer) instanceof Sight.Machine machine ? mtuAt(machine) : 0;
        return Check.failed(
                name,
                theirs > 0 && theirs != mine
                        ? "The MTU towards %s is %d here and %d there, so large packets are lost."
                                .formatted(peer, mine, theirs)
                        : "Packets of %d bytes do not get through to %s: somewhere on the path the MTU is smaller."
                                .formatted(mine, peer),
                answer.evidence(),
                mtuFix(peer, mine, theirs));
    }

    /// The larger one gives in; where the other's is not known to differ, it is what must have changed.
    private Check.Fix mtuFix(String peer, int mine, int theirs) {
        var ours = theirs > 0 && theirs < mine;
        var machine = ours ? sight.host() : sight.byName().getOrDefault(peer, sight.host());
        return new Check.Fix(
                ours ? sight.host().name() : peer,
                "ip link set dev %s mtu %d".formatted(nicOf(machine), ours ? theirs : mine));
    }

    private static String nicOf(Sight.Machine machine) {
        return machine.nets().stream()
                .filter(net -> net.address().equals(machine.address()))
                .map(Net::nic)
                .findFirst()
                .orElse("eth0");
    }

    private int mtuTowards(Sight.Machine host, String peer) {
        var machine = sight.byName().get(peer);
        return host.nets().stream()
                .filter(net -> machine != null && net.holds(machine.address()))
                .flatMap(net ->
                        sight.facts().nics().stream().filter(nic -> nic.name().equals(net.nic())))
                .map(Facts.Nic::mtu)
                .findFirst()
                .orElse(0);
    }

    private static int mtuAt(Sight.Machine machine) {
        return machine.nics().stream()
                .filter(nic -> nic.addresses().stream().anyMatch(cidr -> cidr.startsWith(machine.address() + "/")))
                .map(Facts.Nic::mtu)
                .findFirst()
                .orElse(0);
    }

    private List<Check> duplicates() {
        var asked = sight.said().all("duplicate");
        if (asked.isEmpty()) {
            return List.of(
                    Check.skipped("duplicate-address", "arping is not there; Debian's package is iputils-arping."));
        }
        return asked.entrySet().stream()
                .map(entry -> {
                    var name = "duplicate-address:" + entry.getKey();
                    var parts = entry.getKey().split(":", 2);
                    var answer = entry.getValue();
                    return answer.ok() || !answer.output().contains("reply from")
                            ? Check.ok(name, answer.evidence())
                            : Check.failed(
                                    name,
                                    "The address %s on %s is also that of %s."
                                            .formatted(parts[1], parts[0], other(mac(answer.output()))),
                                    answer.evidence(),
                                    withdrawal(parts[0], parts[1], mac(answer.output())));
                })
                .toList();
    }

    /// `Unicast reply from 10.0.0.1 [52:54:00:12:34:56]`
    private static String mac(String output) {
        return output.replaceFirst("(?s)^.*reply from \\S+ \\[([0-9A-Fa-f:]+)].*$", "$1")
                .toLowerCase(Locale.ROOT);
    }

    private String other(String mac) {
        return owner(mac)
                .map(machine -> "%s (%s)".formatted(machine.name(), mac))
                .orElse("another machine (%s)".formatted(mac));
    }

    private Optional<Sight.Machine> owner(String mac) {
        return sight.others().stream()
                .filter(machine -> machine.nics().stream().anyMatch(nic -> mac.equals(nic.mac())))
                .findFirst();
    }

    /// The other one gives the address back; where it is none of our hosts, we do.
    private Check.Fix withdrawal(String nic, String address, String mac) {
        var prefix = sight.host().nets().stream()
                .filter(net -> net.address().equals(address))
                .map(Net::prefix)
                .findFirst()
                .orElse(32);
        var where = owner(mac).stream()
                .flatMap(machine -> machine.nics().stream())
                .filter(each -> mac.equals(each.mac()))
                .map(Facts.Nic::name)
                .findFirst()
                .orElse(nic);
        return new Check.Fix(
                owner(mac).map(Sight.Machine::name).orElse(sight.host().name()),
                "ip address del %s/%d dev %s".formatted(address, prefix, where));
    }

    private List<Check> overlaps() {
        var nets = sight.host().nets();
        for (var one : nets) {
            for (var other : nets) {
                if (one.nic().compareTo(other.nic()) < 0 && one.overlaps(other)) {
                    return List.of(Check.failed(
                            "subnets",
                            "%s on %s and %s on %s overlap, so it is chance which way a packet takes."
                                    .formatted(one.cidr(), one.nic(), other.cidr(), other.nic()),
                            new Check.Evidence(
                                    "ip -br address",
                                    nets.stream()
                                            .map(net -> "%s %s/%d".formatted(net.nic(), net.address(), net.prefix()))
                                            .collect(Collectors.joining("\n"))),
                            new Check.Fix(
                                    sight.host().name(),
                                    "ip address del %s/%d dev %s"
                                            .formatted(other.address(), other.prefix(), other.nic()))));
                }
            }
        }
        return List.of(Check.ok("subnets", null));
    }

    /// An interface without addresses is there for a bridge; NetworkManager takes it away from it again.
    private List<Check> networkManager() {
        var said = sight.answer("network-manager");
        if (!sight.host().is(HostRole.COMPUTE)) {
            return List.of();
        }
        if (said.isEmpty() || !said.get().ok()) {
            return List.of(Check.ok("network-manager", null));
        }
        var bare = sight.facts().nics().stream()
                .filter(nic -> nic.addresses().stream().noneMatch(cidr -> cidr.contains(".")))
                .map(Facts.Nic::name)
                .collect(Collectors.toSet());
        var held = said.get()
                .output()
                .lines()
                .map(line -> line.split(":", 3))
                .filter(parts -> parts.length > 1 && bare.contains(parts[0]))
                .filter(parts -> !LEFT_ALONE.contains(parts[1].split(" ")[0]))
                .map(parts -> parts[0])
                .toList();
        return List.of(
                held.isEmpty()
                        ? Check.ok("network-manager", said.get().evidence())
                        : Check.failed(
                                "network-manager",
                                "NetworkManager holds %s, which the bridge for servers needs."
                                        .formatted(String.join(", ", held)),
                                said.get().evidence(),
                                new Check.Fix(
                                        sight.host().name(),
                                        "printf '[keyfile]\\nunmanaged-devices=%s\\n' > /etc/NetworkManager/conf.d/90-guests.conf && systemctl reload NetworkManager"
                                                .formatted(held.stream()
                                                        .map(nic -> "interface-name:" + nic)
                                                        .collect(Collectors.joining(";"))),
                                        StepName.NETWORK_MANAGER)));
    }

    /// What would hit the others, though it may not have hit us.
    private List<Check> firewall() {
        var rejects = sight.facts().firewall().stream()
                .filter(rule -> rule.hook().equals("input") || rule.hook().equals("forward"))
                .filter(rule -> rule.rule().contains("prohibited"))
                .toList();
        if (rejects.isEmpty()) {
            return List.of(Check.ok("firewall", null));
        }
        var first = rejects.getFirst();
        return List.of(Check.warning(
                "firewall",
                "The firewall here rejects what others send: chain %s, rule \"%s\" (handle %d)."
                        .formatted(first.chain(), first.rule(), first.handle()),
                new Check.Evidence(
                        "nft -a list ruleset",
                        rejects.stream()
                                .map(rule -> "%s: %s # handle %d".formatted(rule.chain(), rule.rule(), rule.handle()))
                                .collect(Collectors.joining("\n"))),
                new Check.Fix(
                        sight.host().name(), "nft delete rule %s handle %d".formatted(first.chain(), first.handle()))));
    }

    /// A dnsmasq on all addresses answers in the networks of servers, too.
    private List<Check> dhcp() {
        var everywhere = Set.of("0.0.0.0", "*", "0.0.0.0%eth0");
        var foreign = sight.facts().listening().stream()
                .filter(each -> each.protocol().equals("udp") && each.port() == 67)
                .filter(each -> everywhere.contains(each.address()))
                .map(each -> each.program() == null ? "a program" : each.program())
                .toList();
        return List.of(
                foreign.isEmpty()
                        ? Check.ok("dnsmasq", null)
                        : Check.failed(
                                "dnsmasq",
                                "%s gives addresses on every interface, also to servers that get theirs from us."
                                        .formatted(foreign.getFirst()),
                                new Check.Evidence("ss -Hlnup", Arrays.toString(foreign.toArray())),
                                new Check.Fix(sight.host().name(), "systemctl disable --now dnsmasq")));
    }
}
