package org.cumulet.inventory.preflight;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cumulet.inventory.fact.Facts;
import org.cumulet.inventory.host.HostRole;
import org.jspecify.annotations.Nullable;

/// All that is known when a host is judged.
///
/// @param complaint what libvirt complained about
/// @param others the other hosts, with what they said of themselves last
/// @param firewalls the rules that matter of hosts that refused something on the way, by host name; read a moment ago
/// @param gateway what the host that is the way out said a moment ago
/// @param inwards what other hosts said when they tried to reach this one, by their name
record Sight(
        Machine host,
        @Nullable String complaint,
        Said said,
        List<Machine> others,
        Map<String, List<Facts.FirewallRule>> firewalls,
        @Nullable Gateway gateway,
        Map<String, Said.Answer> inwards,
        String outside) {

    record Machine(
            String name,
            String address,
            Set<HostRole> roles,
            @Nullable Facts facts) {

        boolean is(HostRole role) {
            return roles.contains(role);
        }

        /// Every IPv4 address it has, without the length of its prefix.
        Set<String> addresses() {
            return Stream.concat(Stream.of(address), nets().stream().map(Net::address))
                    .collect(Collectors.toSet());
        }

        List<Facts.Nic> nics() {
            return facts == null ? List.of() : facts.nics();
        }

        List<Net> nets() {
            return nics().stream()
                    .flatMap(nic -> nic.addresses().stream().flatMap(cidr -> Net.parse(nic.name(), cidr).stream()))
                    .toList();
        }
    }

    /// @param said what it said of forwarding and of what is saved for its next boot
    record Gateway(String name, Said said, List<Facts.FirewallRule> firewall) {}

    Facts facts() {
        var facts = host.facts();
        if (facts == null) {
            throw new IllegalStateException("a host is judged by its facts");
        }
        return facts;
    }

    Optional<Said.Answer> answer(String name) {
        return said.answer(name);
    }

    Check.@Nullable Evidence evidence(String name) {
        return said.answer(name).map(Said.Answer::evidence).orElse(null);
    }

    Map<String, Machine> byName() {
        var machines = new LinkedHashMap<String, Machine>();
        others.forEach(machine -> machines.put(machine.name(), machine));
        return machines;
    }

    /// Whose address this is, of those we know.
    Optional<Machine> owner(String address) {
        return Stream.concat(Stream.of(host), others.stream())
                .filter(machine -> machine.addresses().contains(address))
                .findFirst();
    }

    Optional<Facts.Route> defaultRoute() {
        return facts().routes().stream()
                .filter(route -> route.destination().equals("default"))
                .findFirst();
    }
}
