package org.cumulet.image.image;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cumulet.api.fault.Fault;

/// In which order a list is: by at least one key, and in the end by the id, so that no two images are in the same
/// place.
record ImageSort(List<Part> parts) {

    /// What a list can be ordered by. Nothing comes before everything.
    enum Key {
        NAME("coalesce(%s.name, '')"),
        STATUS("%s.status"),
        CONTAINER_FORMAT("coalesce(%s.container_format, '')"),
        DISK_FORMAT("coalesce(%s.disk_format, '')"),
        SIZE("coalesce(%s.size, -1)"),
        ID("%s.id"),
        CREATED_AT("%s.created_at"),
        UPDATED_AT("%s.updated_at");

        private final String expression;

        Key(String expression) {
            this.expression = expression;
        }

        private String of(String row) {
            return expression.formatted(row);
        }

        private static Key named(String wire) {
            return Stream.of(values())
                    .filter(key -> key.wire().equals(wire))
                    .findFirst()
                    .orElseThrow(() -> new Fault.BadRequest("Invalid sort key: %s. It must be one of the following: %s."
                            .formatted(shortened(wire), all())));
        }

        private String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        private static String all() {
            return Stream.of(values()).map(Key::wire).collect(Collectors.joining(", "));
        }
    }

    /// One key and its direction.
    record Part(Key key, boolean ascending) {

        String order(String row) {
            return key.of(row) + (ascending ? " asc" : " desc");
        }

        String after(String row, String marker) {
            return key.of(row) + (ascending ? " > " : " < ") + key.of(marker);
        }

        String same(String row, String marker) {
            return key.of(row) + " = " + key.of(marker);
        }
    }

    /// `sort=name:asc,size` or `sort_key=name&sort_dir=asc&sort_key=size&sort_dir=desc`.
    static ImageSort of(MultivaluedMap<String, String> query) {
        var isNew = query.containsKey("sort");
        if (isNew && (query.containsKey("sort_key") || query.containsKey("sort_dir"))) {
            throw new Fault.BadRequest("Old and new sorting syntax cannot be combined");
        }
        return new ImageSort(complete(isNew ? current(query.getFirst("sort")) : classic(query)));
    }

    private static List<Part> current(String sort) {
        return Stream.of(sort.split(",", -1))
                .map(part -> part.strip().split(":", 2))
                .map(part -> new Part(Key.named(part[0].strip()), part.length > 1 && isAscending(part[1].strip())))
                .toList();
    }

    private static List<Part> classic(MultivaluedMap<String, String> query) {
        var keys = query.getOrDefault("sort_key", List.of("created_at"));
        var directions = query.getOrDefault("sort_dir", List.of("desc"));
        if (directions.size() > 1 && directions.size() != keys.size()) {
            throw new Fault.BadRequest("Number of sort dirs does not match the number of sort keys");
        }
        var parts = new ArrayList<Part>();
        for (var at = 0; at < keys.size(); at++) {
            var direction = directions.get(directions.size() == 1 ? 0 : at);
            parts.add(new Part(Key.named(keys.get(at).strip()), isAscending(direction.strip())));
        }
        return parts;
    }

    private static List<Part> complete(List<Part> parts) {
        var used = EnumSet.noneOf(Key.class);
        var complete =
                parts.stream().filter(part -> used.add(part.key())).collect(Collectors.toCollection(ArrayList::new));
        for (var key : List.of(Key.CREATED_AT, Key.ID)) {
            if (used.add(key)) {
                complete.add(new Part(key, parts.getFirst().ascending()));
            }
        }
        return complete;
    }

    private static boolean isAscending(String direction) {
        return switch (direction) {
            case "asc" -> true;
            case "desc" -> false;
            default -> throw new Fault.BadRequest("Invalid sort direction: %s".formatted(shortened(direction)));
        };
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), 80));
    }

    String order(String row) {
        return parts.stream().map(part -> part.order(row)).collect(Collectors.joining(", "));
    }

    /// Rows that come after another row.
    String after(String row, String marker) {
        var alternatives = new ArrayList<String>();
        for (var at = 0; at < parts.size(); at++) {
            var same = parts.stream().limit(at).map(part -> part.same(row, marker));
            var after = Stream.of(parts.get(at).after(row, marker));
            alternatives.add(Stream.concat(same, after).collect(Collectors.joining(" and ", "(", ")")));
        }
        return String.join(" or ", alternatives);
    }
}
