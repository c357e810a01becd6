package org.cumulet.inventory.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.cumulet.inventory.fact.Facts;
import org.jspecify.annotations.Nullable;

/// What differs between two looks at a host. What is never the same twice is no difference: free memory, free disk, the
/// clock's offset.
final class FactDifference {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();
    private static final Pattern RESTLESS = Pattern.compile(
            "memory\\.available_mb|disk\\.free_gb|file_systems\\..*\\.(?:free_gb|used_percent)|clock\\.offset_ms");
    private static final Set<String> NAMES = Set.of("name", "path", "node");

    private FactDifference() {}

    static List<FactChange> between(Facts before, Facts after) {
        var old = flat(before);
        var now = flat(after);
        var changes = new ArrayList<FactChange>();
        old.forEach((path, value) -> {
            if (!value.equals(now.get(path))) {
                changes.add(new FactChange(plain(path), value, now.get(path)));
            }
        });
        now.forEach((path, value) -> {
            if (!old.containsKey(path)) {
                changes.add(new FactChange(plain(path), null, value));
            }
        });
        return changes;
    }

    private static Map<String, JsonNode> flat(Facts facts) {
        var flat = new LinkedHashMap<String, JsonNode>();
        add("", JSON.valueToTree(facts), flat);
        flat.keySet().removeIf(path -> RESTLESS.matcher(path).matches());
        return flat;
    }

    private static void add(String path, JsonNode node, Map<String, JsonNode> flat) {
        if (node.isObject()) {
            node.properties().forEach(entry -> add(below(path, entry.getKey()), entry.getValue(), flat));
        } else if (node.isArray() && node.path(0).isObject()) {
            node.forEach(item -> addItem(path, item, flat));
        } else if (!node.isNull() && !node.isEmpty() || node.isValueNode() && !node.isNull()) {
            flat.put(path, node);
        }
    }

    /// What has a name is followed by it; what has none comes and goes as a whole.
    private static void addItem(String path, JsonNode item, Map<String, JsonNode> flat) {
        var name = nameOf(item);
        if (name == null) {
            flat.put("%s#%s".formatted(path, item), item);
        } else {
            add(below(path, name), item, flat);
        }
    }

    private static @Nullable String nameOf(JsonNode item) {
        return NAMES.stream()
                .filter(item::has)
                .map(key -> item.path(key).asText())
                .findFirst()
                .orElse(null);
    }

    private static String below(String path, String name) {
        return path.isEmpty() ? name : "%s.%s".formatted(path, name);
    }

    private static String plain(String path) {
        return path.replaceFirst("#.*$", "");
    }
}
