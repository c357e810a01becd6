package org.cumulet.compute.hosting;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cumulet.api.page.Page;
import org.cumulet.api.version.Microversion;
import org.cumulet.api.version.Since;
import org.cumulet.api.version.Until;
import org.cumulet.compute.hosting.HypervisorService.Hypervisor;
import org.cumulet.compute.hosting.HypervisorService.ServerName;
import org.cumulet.compute.server.HostLoad;
import org.cumulet.compute.web.ComputeVersions;
import org.cumulet.compute.web.Link;
import org.cumulet.compute.web.Links;
import org.jspecify.annotations.Nullable;

/// A hypervisor as the API shows it.
///
/// @param id a number; the host's UUID for those who speak a newer version
/// @param servers only where they were asked for
/// @param detail not in the short form
record HypervisorView(
        Object id,
        String hypervisorHostname,
        String state,
        String status,
        @JsonInclude(Include.NON_EMPTY) List<ServerName> servers,
        @JsonUnwrapped @Nullable Detail detail) {

    record One(HypervisorView hypervisor) {}

    record Many(
            List<HypervisorView> hypervisors,
            @JsonInclude(Include.NON_EMPTY) List<Link> hypervisorsLinks) {}

    record Detail(
            String hypervisorType,
            int hypervisorVersion,
            @Nullable String hostIp,
            Service service,
            @Since("2.88") @Nullable String uptime,
            @Until("2.87") Object cpuInfo,
            @JsonUnwrapped @Nullable Figures figures) {}

    record Service(Object id, String host, @Nullable String disabledReason) {}

    /// How large it is and how full.
    record Figures(
            int vcpus,
            long vcpusUsed,
            int memoryMb,
            long memoryMbUsed,
            long freeRamMb,
            int localGb,
            long localGbUsed,
            long freeDiskGb,
            @Nullable Long diskAvailableLeast,
            int currentWorkload,
            long runningVms) {

        static Figures of(Host host, HostLoad load) {
            var room = host.room();
            return new Figures(
                    room.vcpus(),
                    load.vcpus(),
                    room.memoryMb(),
                    load.ram(),
                    room.memoryMb() - load.ram(),
                    room.diskGb(),
                    load.disk(),
                    room.diskGb() - load.disk(),
                    room.diskGb() - load.disk(),
                    0,
                    load.servers());
        }

        Figures plus(Figures other) {
            return new Figures(
                    vcpus + other.vcpus,
                    vcpusUsed + other.vcpusUsed,
                    memoryMb + other.memoryMb,
                    memoryMbUsed + other.memoryMbUsed,
                    freeRamMb + other.freeRamMb,
                    localGb + other.localGb,
                    localGbUsed + other.localGbUsed,
                    freeDiskGb + other.freeDiskGb,
                    freeDiskGb + other.freeDiskGb,
                    0,
                    runningVms + other.runningVms);
        }
    }

    /// All hosts as one.
    record Statistics(int count, @JsonUnwrapped Figures figures) {
        record One(Statistics hypervisorStatistics) {}

        static One of(List<Hypervisor> all) {
            var nothing = new Figures(0, 0, 0, 0, 0, 0, 0, 0, 0L, 0, 0);
            var sum =
                    all.stream().map(one -> Figures.of(one.host(), one.load())).reduce(nothing, Figures::plus);
            return new One(new Statistics(all.size(), sum));
        }
    }

    static Many brief(Page<Hypervisor> page, Links links) {
        return many(page.map(one -> view(one, null)), links, "os-hypervisors");
    }

    static Many detailed(Page<Hypervisor> page, Links links) {
        return many(page.map(one -> view(one, detail(one))), links, "os-hypervisors/detail");
    }

    static One one(Hypervisor hypervisor) {
        return new One(view(hypervisor, detail(hypervisor)));
    }

    private static Many many(Page<HypervisorView> page, Links links, String path) {
        var next = page.more() && !page.items().isEmpty()
                ? links.next(path, String.valueOf(page.items().getLast().id()))
                : List.<Link>of();
        return new Many(page.items(), next);
    }

    private static HypervisorView view(Hypervisor hypervisor, @Nullable Detail detail) {
        var host = hypervisor.host();
        return new HypervisorView(
                ServiceView.id(host), host.name(), host.condition(), host.status(), hypervisor.servers(), detail);
    }

    private static Detail detail(Hypervisor hypervisor) {
        var host = hypervisor.host();
        var tellsFigures = !Microversion.atLeast(ComputeVersions.NO_HYPERVISOR_FIGURES);
        return new Detail(
                host.hypervisor() == null ? "" : host.hypervisor().toUpperCase(Locale.ROOT),
                0,
                host.address(),
                new Service(ServiceView.id(host), host.name(), host.disabledReason()),
                null,
                cpu(host),
                tellsFigures ? Figures.of(host, hypervisor.load()) : null);
    }

    /// At first text, later the thing itself.
    private static Object cpu(Host host) {
        var cpu = host.facts() == null ? null : host.facts().get("cpu");
        if (Microversion.atLeast(CPU_AS_OBJECT)) {
            return cpu == null ? Map.of() : cpu;
        }
        return cpu == null ? "" : cpu.toString();
    }

    private static final Microversion CPU_AS_OBJECT = Microversion.of("2.28");
}
