package org.cumulet.inventory.probe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cumulet.inventory.fact.Facts;
import org.jspecify.annotations.Nullable;

/// Makes facts of what a host said.
final class FactsReader {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> NEEDED =
            List.of("bash", "virsh", "qemu-img", "dnsmasq", "nft", "ip", "bridge", "timeout");
    private static final long A_MEGABYTE = 1 << 20;
    private static final long A_GIGABYTE = 1 << 30;

    private static final Set<String> CHRONY = Set.of("chronyd", "chrony");
    private static final Set<String> NTP = Set.of("ntpd", "ntp", "ntpsec");

    private final Map<String, String> sections;
    private final Instant asked;
    private final Instant answered;

    /// @param asked when the host was asked what it says, by our clock; `answered` is when it had
    FactsReader(Map<String, String> sections, Instant asked, Instant answered) {
        this.sections = sections;
        this.asked = asked;
        this.answered = answered;
    }

    private List<Facts.NumaNode> numa() {
        return words("numa", 2)
                .map(words -> new Facts.NumaNode((int) Text.number(words[0]), words[1]))
                .toList();
    }

    /// Lines of a section that have at least so many words.
    private Stream<String[]> words(String section, int atLeast) {
        return section(section)
                .lines()
                .map(line -> line.strip().split("\\s+"))
                .filter(words -> words.length >= atLeast);
    }

    /// `Filesystem Type 1-blocks Used Available Capacity Mounted on`
    private List<Facts.FileSystem> fileSystems() {
        return words("file-systems", 7)
                .skip(1)
                .filter(words -> words[6].startsWith("/"))
                .map(words -> new Facts.FileSystem(
                        words[6], words[0], words[1], gigabytes(words[2]), gigabytes(words[4]), (int)
                                Text.number(words[5])))
                .toList();
    }

    private List<Facts.BlockDevice> blockDevices() {
        var devices = new ArrayList<Facts.BlockDevice>();
        for (var device : json(section("block-devices")).path("blockdevices")) {
            if (device.path("type").asText().equals("disk")) {
                var model = device.path("model").asText("").strip();
                devices.add(new Facts.BlockDevice(
                        device.path("name").asText(),
                        (int) (device.path("size").asLong() / A_GIGABYTE),
                        device.path("rota").asBoolean(),
                        model.isEmpty() || model.equals("null") ? null : model));
            }
        }
        return devices;
    }

    private List<Facts.Route> routes() {
        var routes = new ArrayList<Facts.Route>();
        for (var route : json(section("routes"))) {
            routes.add(new Facts.Route(
                    route.path("dst").asText(),
                    text(route, "gateway"),
                    route.path("dev").asText(),
                    text(route, "prefsrc")));
        }
        return routes;
    }

    private static @Nullable String text(JsonNode node, String key) {
        var text = node.path(key).asText("");
        return text.isEmpty() ? null : text;
    }

    private Map<String, String> packages() {
        return words("packages", 2)
                .collect(Collectors.toMap(words -> words[0], words -> words[1], (one, other) -> one));
    }

    private Facts.@Nullable Clock clock() {
        var said = section("clock");
        if (!said.matches("[0-9]{1,12}\\.[0-9]{9}")) {
            return null;
        }
        var there = new BigDecimal(said).movePointRight(3).longValue();
        var here = (asked.toEpochMilli() + answered.toEpochMilli()) / 2;
        return new Facts.Clock(there - here, clockService(), clockSource());
    }

    private @Nullable String clockService() {
        var service = section("clock-service");
        if (CHRONY.contains(service)) {
            return "chrony";
        }
        if (NTP.contains(service)) {
            return "ntpd";
        }
        return service.isEmpty() ? null : service;
    }

    /// `^,*,192.0.2.1,2,6,377,…`: the star marks the source that is followed.
    private @Nullable String clockSource() {
        return section("clock-source")
                .lines()
                .map(line -> line.split(","))
                .filter(parts -> parts.length > 2 && parts[1].equals("*"))
                .map(parts -> parts[2])
                .findFirst()
                .orElse(null);
    }

    /// `tcp LISTEN 0 128 0.0.0.0:22 0.0.0.0:* users:(("sshd",pid=1,fd=3))`
    private List<Facts.Listening> listening() {
        return words("listening", 6)
                .map(FactsReader::listening)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private static Optional<Facts.Listening> listening(String[] words) {
        var end = words[4].lastIndexOf(':');
        var program = words.length > 6 ? words[6].replaceFirst("^users:\\(\\(\"([^\"]*)\".*$", "$1") : null;
        return end < 0
                ? Optional.empty()
                : Optional.of(new Facts.Listening(
                        words[0], words[4].substring(0, end), (int) Text.number(words[4].substring(end + 1)), program));
    }

    Facts facts() {
        return new Facts(
                cpu(),
                memory(),
                disk(),
                nics(),
                system(),
                virtualization(),
                missing(),
                numa(),
                fileSystems(),
                blockDevices(),
                routes(),
                packages(),
                clock(),
                listening(),
                FirewallReader.rules(section("firewall")));
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

    private Facts.Nic nic(String name, JsonNode link) {
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
                addresses,
                speed(name),
                text(link, "master"));
    }

    private @Nullable Integer speed(String nic) {
        return words("speeds", 2)
                .filter(words -> words[0].equals(nic))
                .map(words -> (int) Text.number(words[1]))
                .filter(speed -> speed > 0)
                .findFirst()
                .orElse(null);
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
