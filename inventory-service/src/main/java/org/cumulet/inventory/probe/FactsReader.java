package org.cumulet.inventory.probe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cumulet.inventory.fact.Facts;
import org.jspecify.annotations.Nullable;

/// Makes facts of what a host said.
final class FactsReader {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> NEEDED =
            List.of("bash", "virsh", "qemu-img", "dnsmasq", "nft", "ip", "bridge", "timeout");
    private static final long A_MEGABYTE = 1 << 20;
    private static final long A_GIGABYTE = 1 << 30;

    private final Map<String, String> sections;

    FactsReader(Map<String, String> sections) {
        this.sections = sections;
    }

    Facts facts() {
        return new Facts(cpu(), memory(), disk(), nics(), system(), virtualization(), missing());
    }

    private String section(String name) {
        return sections.getOrDefault(name, "");
    }

    private Facts.Cpu cpu() {
        var said = Text.pairs(section("lscpu"), ':');
        return new Facts.Cpu(
                said.getOrDefault("Model name", "unknown"),
                count(said, "Socket(s)"),
                count(said, "Core(s) per socket"),
                count(said, "Thread(s) per core"),
                count(said, "CPU(s)"),
                flags());
    }

    private static int count(Map<String, String> said, String key) {
        return (int) Math.max(1, Text.number(said.getOrDefault(key, "1")));
    }

    private List<String> flags() {
        var flags = Text.pairs(section("lscpu"), ':').getOrDefault("Flags", "");
        return Arrays.stream(flags.split(" ")).filter(flag -> !flag.isEmpty()).toList();
    }

    private Facts.Memory memory() {
        var said = Text.pairs(section("meminfo"), ':');
        return new Facts.Memory(megabytes(said, "MemTotal"), megabytes(said, "MemAvailable"));
    }

    private static int megabytes(Map<String, String> said, String key) {
        return (int) (Text.number(said.getOrDefault(key, "0")) * 1024 / A_MEGABYTE);
    }

    /// `Filesystem 1-blocks Used Available Capacity Mounted on`
    private Facts.Disk disk() {
        var lines = section("disk").lines().toList();
        var words = lines.isEmpty() ? new String[0] : lines.getLast().split("\\s+", 6);
        if (words.length < 6) {
            return new Facts.Disk("unknown", 0, 0);
        }
        return new Facts.Disk(words[5], gigabytes(words[1]), gigabytes(words[3]));
    }

    private static int gigabytes(String bytes) {
        return (int) (Text.number(bytes) / A_GIGABYTE);
    }

    private List<Facts.Nic> nics() {
        var nics = new ArrayList<Facts.Nic>();
        for (var link : json(section("addresses"))) {
            var name = link.path("ifname").asText();
            if (!name.isEmpty() && !name.equals("lo")) {
                nics.add(nic(name, link));
            }
        }
        return nics;
    }

    private static Facts.Nic nic(String name, JsonNode link) {
        var addresses = new ArrayList<String>();
        for (var address : link.path("addr_info")) {
            addresses.add("%s/%d"
                    .formatted(
                            address.path("local").asText(),
                            address.path("prefixlen").asInt()));
        }
        var mac = link.path("address").asText();
        return new Facts.Nic(
                name,
                mac.isEmpty() ? null : mac,
                link.path("operstate").asText().equals("UP"),
                link.path("mtu").asInt(),
                addresses);
    }

    private static JsonNode json(String text) {
        try {
            return text.isEmpty() ? JSON.createArrayNode() : JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return JSON.createArrayNode();
        }
    }

    private Facts.OperatingSystem system() {
        var release = Text.pairs(section("os-release"), '=');
        return new Facts.OperatingSystem(
                section("hostname"),
                release.getOrDefault("PRETTY_NAME", "unknown"),
                section("kernel"),
                section("architecture"));
    }

    private Facts.Virtualization virtualization() {
        var whyNotKvm = whyNotKvm();
        return new Facts.Virtualization(
                version("Using library: libvirt"), version("Running hypervisor: QEMU"), whyNotKvm == null, whyNotKvm);
    }

    private @Nullable String version(String what) {
        return section("libvirt")
                .lines()
                .filter(line -> line.startsWith(what))
                .map(line -> line.substring(what.length()).strip())
                .findFirst()
                .orElse(null);
    }

    /// That there is a device proves nothing: the processor must be able to, and libvirt must think so too.
    private @Nullable String whyNotKvm() {
        var flags = Set.copyOf(flags());
        if (!flags.contains("vmx") && !flags.contains("svm")) {
            return "the processor has neither vmx nor svm";
        }
        if (!section("kvm").equals("usable")) {
            return "/dev/kvm is not there or cannot be used";
        }
        return section("validate")
                .lines()
                .filter(line -> line.contains("FAIL"))
                .filter(line -> line.contains("hardware virtualization") || line.contains("/dev/kvm"))
                .map(String::strip)
                .findFirst()
                .orElse(null);
    }

    private List<String> missing() {
        var present = Set.copyOf(section("programs").lines().toList());
        return NEEDED.stream().filter(program -> !present.contains(program)).toList();
    }

    /// What libvirt complained about, or null when it answers.
    @Nullable
    String libvirtComplaint() {
        var said = section("libvirt");
        if (!said.contains("failed: ")) {
            return null;
        }
        return said.lines()
                .filter(line -> !line.startsWith("failed: "))
                .findFirst()
                .orElse(said);
    }
}
