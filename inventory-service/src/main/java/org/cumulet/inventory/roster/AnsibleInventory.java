package org.cumulet.inventory.roster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/// An inventory file as Ansible reads it (INI): hosts, groups, variables of both, groups of groups, ranges of names.
///
/// A group that is called as a role (also in the plural) gives its hosts that role; every other group becomes the label
/// `group/<name>`. Of the variables those are used that say how to reach a host: `ansible_host`, `ansible_port`,
/// `ansible_user`, and ours: `cumulet_host_key`, `cumulet_trust_host_key`, `cumulet_availability_zone`,
/// `cumulet_virt_type`.
public final class AnsibleInventory {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MOST = 1000;
    private static final Pattern SECTION = Pattern.compile("\\[([A-Za-z0-9_.-]+)(?::(vars|children))?]");
    private static final Pattern RANGE = Pattern.compile("^([^\\[\\]]*)\\[([0-9]{1,6}):([0-9]{1,6})]([^\\[\\]]*)$");
    private static final Pattern VARIABLE =
            Pattern.compile("\\s*([A-Za-z_][A-Za-z0-9_]*)=(\"[^\"]*\"|'[^']*'|[^\\s\"']*)(?=\\s|$)");
    private static final Set<String> ROLES = Set.of("controller", "compute", "storage", "gateway", "database");
    private static final Map<String, Function<String, JsonNode>> KINDS =
            Map.of("port", AnsibleInventory::number, "trust_host_key", AnsibleInventory::truth);
    private static final Map<String, String> KEYS = Map.of(
            "ansible_host", "address",
            "ansible_ssh_host", "address",
            "ansible_port", "port",
            "ansible_ssh_port", "port",
            "ansible_user", "user",
            "ansible_ssh_user", "user",
            "cumulet_host_key", "host_key",
            "cumulet_trust_host_key", "trust_host_key",
            "cumulet_availability_zone", "availability_zone",
            "cumulet_virt_type", "virt_type");

    private record Entry(int line, Map<String, String> variables, Set<String> groups) {}

    private final Map<String, Entry> hosts = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> variables = new LinkedHashMap<>();
    private final Map<String, Set<String>> parents = new LinkedHashMap<>();

    private AnsibleInventory() {}

    /// The hosts in the order of their first mention, each as JSON describes one.
    public static List<Line<? extends JsonNode>> read(String text) {
        var inventory = new AnsibleInventory();
        inventory.take(text);
        var read = new ArrayList<Line<? extends JsonNode>>();
        inventory.hosts.forEach((name, entry) -> read.add(new Line<>(entry.line(), inventory.host(name, entry))));
        return read;
    }

    private void take(String text) {
        var group = "ungrouped";
        var what = "";
        var number = 0;
        for (var raw : text.split("\r?\n", -1)) {
            number++;
            var line = raw.replaceFirst("(^|\\s)[#;].*$", "").strip();
            var section = SECTION.matcher(line);
            if (section.matches()) {
                group = section.group(1);
                what = section.group(2) == null ? "" : section.group(2);
            } else if (!line.isEmpty()) {
                take(number, line, group, what);
            }
        }
    }

    private void take(int number, String line, String group, String what) {
        switch (what) {
            case "vars" ->
                variables.computeIfAbsent(group, _ -> new LinkedHashMap<>()).putAll(pairs(number, line));
            case "children" ->
                parents.computeIfAbsent(line, _ -> new LinkedHashSet<>()).add(group);
            default -> {
                var words = line.split("\\s+", 2);
                var own = words.length == 1 ? Map.<String, String>of() : pairs(number, words[1]);
                for (var name : names(number, words[0])) {
                    var entry = hosts.computeIfAbsent(
                            name, _ -> new Entry(number, new LinkedHashMap<>(), new LinkedHashSet<>()));
                    entry.variables().putAll(own);
                    entry.groups().add(group);
                }
                if (hosts.size() > MOST) {
                    throw Line.wrong(number, "there are more than %d hosts".formatted(MOST));
                }
            }
        }
    }

    /// `compute[01:16]` are sixteen.
    private static List<String> names(int number, String word) {
        var range = RANGE.matcher(word);
        if (!range.matches()) {
            return List.of(word);
        }
        var from = Integer.parseInt(range.group(2));
        var to = Integer.parseInt(range.group(3));
        if (to < from || to - from >= MOST) {
            throw Line.wrong(number, "%s is not a range of up to %d names".formatted(word, MOST));
        }
        var names = new ArrayList<String>();
        for (var at = from; at <= to; at++) {
            var digits = Integer.toString(at);
            names.add(range.group(1)
                    + "0".repeat(Math.max(0, range.group(2).length() - digits.length()))
                    + digits
                    + range.group(4));
        }
        return names;
    }

    private static Map<String, String> pairs(int number, String text) {
        var found = new LinkedHashMap<String, String>();
        var matcher = VARIABLE.matcher(text);
        var end = 0;
        while (matcher.find(end) && matcher.start() == end) {
            var value = matcher.group(2);
            var quoted = value.length() > 1 && (value.startsWith("\"") || value.startsWith("'"));
            found.put(matcher.group(1), quoted ? value.substring(1, value.length() - 1) : value);
            end = matcher.end();
        }
        if (!text.substring(end).isBlank()) {
            throw Line.wrong(number, "variables are written name=value");
        }
        return found;
    }

    private ObjectNode host(String name, Entry entry) {
        var groups = new LinkedHashSet<String>();
        entry.groups().forEach(group -> climb(group, groups));
        var all = new LinkedHashMap<>(variables.getOrDefault("all", Map.of()));
        new ArrayList<>(groups).reversed().forEach(group -> all.putAll(variables.getOrDefault(group, Map.of())));
        all.putAll(entry.variables());

        var host = JSON.objectNode().put("name", name).put("address", name);
        all.forEach((variable, value) -> {
            var key = KEYS.get(variable);
            if (key != null) {
                host.set(key, KINDS.getOrDefault(key, JSON::textNode).apply(value));
            }
        });
        describe(host, groups);
        return host;
    }

    /// A group, the groups it is in, and those they are in.
    private void climb(String group, Set<String> seen) {
        if (seen.add(group)) {
            parents.getOrDefault(group, Set.of()).forEach(parent -> climb(parent, seen));
        }
    }

    private static void describe(ObjectNode host, Set<String> groups) {
        var roles = new HashSet<String>();
        var labels = JSON.objectNode();
        for (var group : groups) {
            var role = group.toLowerCase(Locale.ROOT).replaceFirst("s$", "");
            if (ROLES.contains(role)) {
                roles.add(role);
            } else if (!group.equals("ungrouped") && !group.equals("all")) {
                labels.put("group/" + group.toLowerCase(Locale.ROOT), "");
            }
        }
        if (!roles.isEmpty()) {
            roles.stream().sorted().forEach(host.withArray("roles")::add);
        }
        host.set("labels", labels);
    }

    private static JsonNode number(String text) {
        return text.matches("[0-9]{1,9}") ? JSON.numberNode(Integer.parseInt(text)) : JSON.textNode(text);
    }

    private static JsonNode truth(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes" -> JSON.booleanNode(true);
            case "false", "no" -> JSON.booleanNode(false);
            default -> JSON.textNode(text);
        };
    }
}
