package org.cumulet.inventory.step;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cumulet.inventory.fact.Facts;
import org.cumulet.inventory.host.Host;
import org.cumulet.inventory.host.HostRole;
import org.cumulet.inventory.host.Neighbour;
import org.cumulet.ssh.Grammar;

/// What a host shall be like, by its roles, its distribution and who else is there.
///
/// @param hosts all hosts that commands can be run on, this one among them
/// @param timeSource where controllers get the time from
public record Declaration(Host host, Facts facts, List<Neighbour> hosts, Wish wish, String timeSource) {

    private static final String CHRONY_ON_DEBIAN = "/etc/chrony/conf.d/cumulet.conf";
    private static final String SNAT_FILE = "/etc/cumulet/snat.nft";
    private static final String SNAT_UNIT = "cumulet-snat.service";

    /// The steps that are asked for; without a wish all that a host of these roles needs.
    ///
    /// @throws Undeclarable when a step that is asked for is not for this host
    public List<Step> steps() {
        var all = new EnumMap<StepName, Step>(StepName.class);
        every().forEach(step -> all.put(step.name(), step));
        for (var name : wish.stepNames()) {
            if (!all.containsKey(name)) {
                throw new Undeclarable(
                        "The step %s is not for host '%s': %s.".formatted(name.text(), host.name(), whom(name)));
            }
        }
        return all.values().stream()
                .filter(step -> wish.stepNames().isEmpty() || wish.stepNames().contains(step.name()))
                .toList();
    }

    private static String whom(StepName name) {
        return switch (name) {
            case HOSTS_FILE, TIME, PACKAGES -> "it is for every host";
            case NETWORK_MANAGER -> "it is for hosts with the role compute that have NetworkManager";
            case BRIDGE -> "it is for hosts with the role compute, and needs a bridge and its port";
            case IP_FORWARDING, SNAT -> "it is for hosts with the role gateway";
            case LIBVIRT -> "it is for hosts with the role compute";
            case ISCSI_TARGET -> "it is for hosts with the role storage";
            case MARIADB_CLIENT -> "it is for hosts with the role database";
        };
    }

    private Stream<Step> every() {
        var always = Stream.of(hostsFile(), time(), packages());
        var compute = is(HostRole.COMPUTE)
                ? Stream.of(networkManager(), bridge(), Stream.of(libvirt())).flatMap(steps -> steps)
                : Stream.<Step>empty();
        var gateway = is(HostRole.GATEWAY) ? Stream.of(ipForwarding(), snat()) : Stream.<Step>empty();
        var storage = is(HostRole.STORAGE) ? Stream.of(iscsiTarget()) : Stream.<Step>empty();
        var database = is(HostRole.DATABASE) ? Stream.of(mariadbClient()) : Stream.<Step>empty();
        return Stream.of(always, compute, gateway, storage, database).flatMap(steps -> steps);
    }

    private boolean is(HostRole role) {
        return host.roles().contains(role);
    }

    private boolean debian() {
        return facts.system().isOfDebian();
    }

    private Step hostsFile() {
        var lines = hosts.stream()
                .filter(each -> Ipv4.isOne(each.address()))
                .map(each -> "%s %s\n".formatted(each.address(), each.name()))
                .collect(Collectors.joining());
        return new Step(StepName.HOSTS_FILE, new Item.Block("/etc/hosts", lines));
    }

    /// Controllers ask a source outside, the others ask the controllers; where there is none, everybody goes outside.
    private Step time() {
        var controllers = hosts.stream()
                .filter(each -> each.roles().contains(HostRole.CONTROLLER))
                .filter(each -> Grammar.ADDRESS.matches(each.address()))
                .map(Neighbour::address)
                .toList();
        var text = is(HostRole.CONTROLLER) || controllers.isEmpty()
                ? "server %s iburst\n%s".formatted(timeSource, is(HostRole.CONTROLLER) ? serving() : "")
                : controllers.stream()
                        .map("server %s iburst prefer\n"::formatted)
                        .collect(Collectors.joining());
        var jobs = new Item.OldTimeJobs(wish.removesOldTimeJobs());
        return debian()
                ? new Step(
                        StepName.TIME,
                        new Item.Packages(List.of("chrony")),
                        new Item.OwnFile(CHRONY_ON_DEBIAN, "0644", text),
                        Item.Tell.restart("chrony.service"),
                        new Item.Unit("chrony.service"),
                        jobs)
                : new Step(
                        StepName.TIME,
                        new Item.Packages(List.of("chrony")),
                        new Item.Block("/etc/chrony.conf", text),
                        Item.Tell.restart("chronyd.service"),
                        new Item.Unit("chronyd.service"),
                        jobs);
    }

    /// Also while the source outside is away: that all have the same time matters more than which.
    private String serving() {
        return ownNetworks().map("allow %s\n"::formatted).collect(Collectors.joining("", "", "local stratum 10\n"));
    }

    private Stream<String> ownNetworks() {
        return facts.nics().stream()
                .flatMap(nic -> nic.addresses().stream())
                .filter(cidr -> cidr.startsWith(host.address() + "/"))
                .flatMap(cidr -> Ipv4.network(cidr).stream());
    }

    private Step packages() {
        var names = new ArrayList<>(
                debian()
                        ? List.of("iproute2", "iputils-arping", "iputils-ping", "nftables")
                        : List.of("iproute", "iputils", "nftables"));
        if (is(HostRole.COMPUTE)) {
            names.addAll(debian() ? List.of("dnsmasq-base", "genisoimage") : List.of("dnsmasq", "xorriso"));
        }
        return new Step(StepName.PACKAGES, new Item.Packages(names));
    }

    /// Interfaces without an address are there for bridges; whoever manages networks by itself keeps away from them.
    private Stream<Step> networkManager() {
        if (!facts.packages().containsKey("network-manager")
                && !facts.packages().containsKey("NetworkManager")) {
            return Stream.empty();
        }
        var names = Stream.concat(
                        facts.nics().stream()
                                .filter(Declaration::isBare)
                                .map(nic -> "interface-name:" + nic.name())
                                .sorted(),
                        Stream.of("interface-name:cb-*;interface-name:cd-*;interface-name:tap*;interface-name:vx-*"))
                .collect(Collectors.joining(";"));
        var bridge =
                wish.bridge() == null ? "" : ";interface-name:" + wish.bridge().name();
        return Stream.of(new Step(
                StepName.NETWORK_MANAGER,
                new Item.OwnFile(
                        "/etc/NetworkManager/conf.d/90-cumulet.conf",
                        "0644",
                        "[keyfile]\nunmanaged-devices+=%s%s\n".formatted(names, bridge)),
                Item.Tell.networkManager()));
    }

    /// A card, by its name, that nobody has given an address to.
    private static boolean isBare(Facts.Nic nic) {
        return nic.name().matches("(?:eth|en|ib|wl|bond|team)[A-Za-z0-9._-]*")
                && nic.addresses().stream().noneMatch(address -> address.contains("."));
    }

    private Stream<Step> bridge() {
        if (wish.bridge() == null) {
            return Stream.empty();
        }
        var name = wish.bridge().name();
        var port = wish.bridge().port();
        var unit = "cumulet-bridge-%s.service".formatted(name);
        var text = """
                # kept by the cloud
                [Unit]
                Description=Bridge %1$s for servers, with port %2$s
                After=network-pre.target
                Before=network.target

                [Service]
                Type=oneshot
                RemainAfterExit=yes
                ExecStart=-/sbin/ip link add %1$s type bridge
                ExecStart=/sbin/ip link set %2$s master %1$s up
                ExecStart=/sbin/ip link set %1$s up

                [Install]
                WantedBy=multi-user.target
                """.formatted(name, port);
        return Stream.of(new Step(
                StepName.BRIDGE,
                new Item.OwnFile("/etc/systemd/system/" + unit, "0644", text),
                Item.Tell.reload(),
                new Item.Bridge(name, port, unit),
                new Item.Unit(unit)));
    }

    private Step ipForwarding() {
        return new Step(
                StepName.IP_FORWARDING,
                new Item.OwnFile("/etc/sysctl.d/60-cumulet.conf", "0644", "net.ipv4.ip_forward = 1\n"),
                new Item.Sysctl("net.ipv4.ip_forward", "1"));
    }

    /// A table of our own and a service that loads it at boot: other rules stay what they are.
    private Step snat() {
        var network = ownNetworks()
                .findFirst()
                .orElseThrow(() -> new Undeclarable("Host '%s' does not know the network of its address %s."
                        .formatted(host.name(), host.address())));
        var nic = facts.routes().stream()
                .filter(route -> route.destination().equals("default"))
                .map(Facts.Route::nic)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new Undeclarable(
                        "Host '%s' is to be a way out and has no default route itself.".formatted(host.name())));
        var table = """
                table ip cumulet_snat {
                	chain postrouting {
                		type nat hook postrouting priority srcnat; policy accept;
                		ip saddr %1$s ip daddr != %1$s oifname "%2$s" masquerade
                	}
                }
                """.formatted(network, nic);
        var file = "# kept by the cloud\ntable ip cumulet_snat\ndelete table ip cumulet_snat\n" + table;
        var unit = """
                # kept by the cloud
                [Unit]
                Description=The way out for the hosts of the cloud
                After=nftables.service network-pre.target
                PartOf=nftables.service

                [Service]
                Type=oneshot
                RemainAfterExit=yes
                ExecStart=/usr/sbin/nft -f %s

                [Install]
                WantedBy=multi-user.target
                """.formatted(SNAT_FILE);
        return new Step(
                StepName.SNAT,
                new Item.Packages(List.of("nftables")),
                new Item.OwnFile(SNAT_FILE, "0644", file),
                new Item.OwnFile("/etc/systemd/system/" + SNAT_UNIT, "0644", unit),
                Item.Tell.reload(),
                new Item.Table("ip", "cumulet_snat", SNAT_FILE, table),
                new Item.Unit(SNAT_UNIT));
    }

    private Step libvirt() {
        return debian()
                ? new Step(
                        StepName.LIBVIRT,
                        new Item.Packages(
                                List.of("libvirt-clients", "libvirt-daemon-system", "qemu-system-x86", "qemu-utils")),
                        new Item.Unit("libvirtd.socket"))
                : new Step(
                        StepName.LIBVIRT,
                        new Item.Packages(
                                List.of("libvirt-client", "libvirt-daemon-driver-qemu", "qemu-img", "qemu-kvm")),
                        new Item.Unit("virtqemud.socket"));
    }

    private Step iscsiTarget() {
        return debian()
                ? new Step(StepName.ISCSI_TARGET, new Item.Packages(List.of("tgt")), new Item.Unit("tgt.service"))
                : new Step(
                        StepName.ISCSI_TARGET,
                        new Item.Packages(List.of("targetcli")),
                        new Item.Unit("target.service"));
    }

    private Step mariadbClient() {
        return new Step(StepName.MARIADB_CLIENT, new Item.Packages(List.of(debian() ? "mariadb-client" : "mariadb")));
    }

    /// What is asked for cannot be said of this host.
    public static final class Undeclarable extends RuntimeException {

        private static final long serialVersionUID = 1;

        Undeclarable(String why) {
            super(why);
        }
    }
}
