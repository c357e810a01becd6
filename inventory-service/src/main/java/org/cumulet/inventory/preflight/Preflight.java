package org.cumulet.inventory.preflight;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.json.Times;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.events.Service;
import org.cumulet.inventory.InventorySettings;
import org.cumulet.inventory.fact.Facts;
import org.cumulet.inventory.host.Host;
import org.cumulet.inventory.host.HostKind;
import org.cumulet.inventory.host.HostRole;
import org.cumulet.inventory.host.HostService;
import org.cumulet.inventory.host.HostState;
import org.cumulet.inventory.probe.Inspector;
import org.cumulet.saga.Coalescer;
import org.cumulet.saga.Coalescer.Outcome;
import org.cumulet.ssh.MachineFault;
import org.jspecify.annotations.Nullable;

/// Looks into everything that may stand between a host and its work. Changes nothing.
@Singleton
class Preflight {

    private static final Comparator<Host> WAYS_OUT_FIRST = Comparator.comparing(
                    (Host host) -> !host.roles().contains(HostRole.GATEWAY))
            .thenComparing(host -> !host.roles().contains(HostRole.CONTROLLER))
            .thenComparing(Host::name);
    private static final int ASKED_TO_COME_BACK = 4;
    private static final int MOST_TOGETHER = 1000;

    private final HostService hosts;
    private final Inspector inspector;
    private final Explorer explorer;
    private final CurrentCaller caller;
    private final Clock clock;
    private final InventorySettings.Preflight settings;
    private final Coalescer<Boolean, List<Host>> known;

    Preflight(
            HostService hosts,
            Inspector inspector,
            Explorer explorer,
            CurrentCaller caller,
            @Service("inventory") Clock clock,
            InventorySettings settings) {
        this.hosts = hosts;
        this.inspector = inspector;
        this.explorer = explorer;
        this.caller = caller;
        this.clock = clock;
        this.settings = settings.preflight();
        this.known = new Coalescer<>(this::known, MOST_TOGETHER, this.settings.timeout());
    }

    /// Many hosts are examined at once, and all need all of them.
    private List<Outcome<List<Host>>> known(List<Boolean> asked) {
        return Collections.nCopies(asked.size(), new Outcome.Answer<>(hosts.real()));
    }

    /// @param outside null for the address that is set for all
    Report examine(String id, @Nullable String outside) throws InterruptedException {
        var host = hosts.named(id, PreflightRule.RUN);
        if (host.kind() == HostKind.SIMULATED) {
            throw new Fault.Conflict("Host '%s' is simulated: there is nothing to look into.".formatted(host.name()));
        }
        return Report.of(host, Times.now(clock), checks(host, outside == null ? settings.outside() : outside));
    }

    private List<Check> checks(Host host, String outside) throws InterruptedException {
        if (host.hostKey() == null && host.kind() == HostKind.SSH) {
            return List.of(Check.skipped("ssh", "Nobody knows its host key yet; it is asked for when it is probed."));
        }
        try {
            var seen = inspector.look(host);
            return seen.isPresent() ? judge(host, seen.get(), outside) : List.of(deaf(host));
        } catch (MachineFault fault) {
            return List.of(unreachable(host, fault));
        }
    }

    private static Check deaf(Host host) {
        return Check.failed(
                "ssh",
                "It lets us in but does not run what we ask for; is there a forced command for our key?",
                null,
                new Check.Fix(host.name(), "grep -n command= ~/.ssh/authorized_keys"));
    }

    private static Check unreachable(Host host, MachineFault fault) {
        var message = String.valueOf(fault.getMessage());
        return Check.failed(
                "ssh",
                "%s.".formatted(message),
                null,
                switch (fault) {
                    case MachineFault.HostKeyChanged changed ->
                        new Check.Fix(
                                null,
                                "curl -X PATCH …/inventory/v1/hosts/%s -d '{\"host\": {\"host_key\": \"%s\"}}'"
                                        .formatted(host.id(), changed.offered()));
                    case MachineFault.LoginRefused _ ->
                        new Check.Fix(null, "curl -X POST …/inventory/v1/hosts/%s/install-key".formatted(host.id()));
                    case MachineFault.Unreachable _, MachineFault.Lost _ ->
                        new Check.Fix(host.name(), "systemctl status ssh; ip -br address; nft list ruleset");
                    case MachineFault.CommandFailed _, MachineFault.TransferFailed _ ->
                        new Check.Fix(host.name(), "command -v sh timeout env");
                });
    }

    private List<Check> judge(Host host, Inspector.Seen seen, String outside) throws InterruptedException {
        var others = known.ask(true).stream()
                .filter(other -> !other.id().equals(host.id()))
                .sorted(WAYS_OUT_FIRST)
                .toList();
        var tried = others.stream().limit(settings.peers()).toList();
        var said = explorer.explore(host, tried, outside);
        var inwards = inwards(host, tried);
        var machines =
                others.stream().map(other -> machine(other, other.facts())).toList();
        var self = machine(host, seen.facts());
        var sight = new Sight(
                self,
                seen.libvirtComplaint(),
                said,
                machines,
                firewalls(host, seen.facts(), others, machines, said, inwards),
                gateway(seen.facts(), others, outside),
                inwards,
                outside);
        return Stream.of(
                        Stream.of(Check.ok("ssh", null)),
                        new HostChecks(sight).all(),
                        new TimeChecks(sight).all(),
                        new NameChecks(sight).all(),
                        new NetworkChecks(sight).all(),
                        new WayOutChecks(sight).all())
                .flatMap(checks -> checks)
                .toList();
    }

    private static Sight.Machine machine(Host host, @Nullable Facts facts) {
        return new Sight.Machine(
                host.name(), Objects.requireNonNullElse(host.address(), ""), Set.copyOf(host.roles()), facts);
    }

    /// Others try to reach this host, all at once, so that a dead one costs its own time only.
    private Map<String, Said.Answer> inwards(Host host, List<Host> tried) {
        if (host.address() == null) {
            return Map.of();
        }
        var targets = List.of(String.valueOf(host.address()));
        var asked = tried.stream()
                .filter(other -> other.facts() != null && other.state() == HostState.READY)
                .limit(ASKED_TO_COME_BACK)
                .toList();
        var answers = new LinkedHashMap<String, Said.Answer>();
        together(asked, other -> explorer.pings(other, targets))
                .forEach((other, pings) -> pings.forEach(
                        (target, answer) -> answers.put("%s %s".formatted(other.name(), target), answer)));
        return answers;
    }

    private interface Question<T> {
        T ask(Host host) throws InterruptedException;
    }

    private static <T> Map<Host, T> together(List<Host> hosts, Question<T> question) {
        var answers = new LinkedHashMap<Host, T>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = new LinkedHashMap<Host, Future<T>>();
            hosts.forEach(host -> asked.put(host, threads.submit((Callable<T>) () -> question.ask(host))));
            for (var entry : asked.entrySet()) {
                answers.put(entry.getKey(), entry.getValue().get());
            }
            return answers;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a host could not be asked", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while hosts were asked", e);
        }
    }

    /// The firewalls of those who said no, read now: what they said last may be old.
    private Map<String, List<Facts.FirewallRule>> firewalls(
            Host host,
            Facts facts,
            List<Host> others,
            List<Sight.Machine> machines,
            Said said,
            Map<String, Said.Answer> inwards) {
        var refusers = Stream.concat(said.answers().values().stream(), inwards.values().stream())
                .flatMap(answer -> new Ping(answer).refusal().stream())
                .filter(Ping.Refusal::isProhibition)
                .map(Ping.Refusal::from)
                .collect(Collectors.toSet());
        var firewalls = new LinkedHashMap<String, List<Facts.FirewallRule>>();
        firewalls.put(host.name(), facts.firewall());
        for (var at = 0; at < others.size(); at++) {
            if (machines.get(at).addresses().stream().anyMatch(refusers::contains)) {
                firewalls.put(others.get(at).name(), explorer.firewall(others.get(at)));
            }
        }
        return firewalls;
    }

    private Sight.@Nullable Gateway gateway(Facts facts, List<Host> others, String outside)
            throws InterruptedException {
        var via = facts.routes().stream()
                .filter(route -> route.destination().equals("default"))
                .map(Facts.Route::via)
                .filter(Objects::nonNull)
                .findFirst();
        var gateway = via.flatMap(address -> others.stream()
                .filter(other -> machine(other, other.facts()).addresses().contains(address))
                .findFirst());
        return gateway.isEmpty() ? null : gateway(gateway.get(), outside);
    }

    private Sight.@Nullable Gateway gateway(Host host, String outside) throws InterruptedException {
        return explorer.wayOut(host, outside)
                .map(said -> new Sight.Gateway(host.name(), said.said(), said.firewall()))
                .orElse(null);
    }

    /// Every host tries to reach every address of every other one.
    List<Reach> matrix(Set<String> names) {
        caller.must(PreflightRule.RUN);
        var all = hosts.real().stream()
                .filter(host -> names.isEmpty() || names.contains(host.name()))
                .filter(host -> host.address() != null)
                .toList();
        var answers = together(
                all,
                from -> explorer.pings(
                        from,
                        all.stream()
                                .filter(to -> !to.id().equals(from.id()))
                                .flatMap(to -> targets(from, to))
                                .toList()));
        return answers.entrySet().stream()
                .flatMap(entry -> all.stream()
                        .filter(to -> !to.id().equals(entry.getKey().id()))
                        .flatMap(to -> targets(entry.getKey(), to)
                                .map(address -> Reach.of(
                                        entry.getKey().name(),
                                        to.name(),
                                        address,
                                        entry.getValue().get(address)))))
                .toList();
    }

    /// The addresses of a host in networks that the other is in, too.
    private static Stream<String> targets(Host from, Host to) {
        var nets = machine(from, from.facts()).nets();
        return machine(to, to.facts()).addresses().stream()
                .filter(address -> address.equals(to.address()) || nets.stream().anyMatch(net -> net.holds(address)))
                .filter(address -> Net.parse("", address + "/32").isPresent())
                .sorted();
    }
}
