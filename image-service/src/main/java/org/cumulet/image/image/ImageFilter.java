package org.cumulet.image.image;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.cumulet.api.fault.Fault;

/// Which images a list shows: conditions in SQL, and the values they speak of.
final class ImageFilter {

    private static final Set<String> NOT_OURS = Set.of("limit", "marker", "sort", "sort_key", "sort_dir");
    private static final Set<String> MEMBER_STATUS = Set.of("pending", "accepted", "rejected", "all");
    private static final Set<String> VISIBILITY = Set.of("public", "private", "shared", "community", "all");
    private static final Map<String, String> COMPARISONS =
            Map.of("eq", "=", "neq", "<>", "gt", ">", "gte", ">=", "lt", "<", "lte", "<=");
    private static final Pattern ITEM = Pattern.compile("\"([^\"]*)\"|([^,\"]+)");

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    private ImageFilter() {}

    static ImageFilter of(MultivaluedMap<String, String> query, Viewer viewer) {
        var filter = new ImageFilter();
        filter.values.put("project", viewer.project());
        filter.visibleTo(viewer, one(query, "member_status", "accepted"));
        filter.visibility(one(query, "visibility", ""));
        filter.flag("hidden", "os_hidden", one(query, "os_hidden", "false"));
        query.forEach((key, wanted) -> wanted.forEach(value -> filter.add(key, value)));
        return filter;
    }

    String conditions() {
        return String.join(" and ", conditions);
    }

    Map<String, Object> values() {
        return values;
    }

    private void visibleTo(Viewer viewer, String memberStatus) {
        mustBeOneOf(MEMBER_STATUS, "Invalid status", memberStatus);
        if (!viewer.isAdmin()) {
            conditions.add(memberStatus.equals("all") ? ImageStore.VISIBLE : ImageStore.LISTED);
            if (!memberStatus.equals("all")) {
                values.put("member_status", memberStatus.toUpperCase(Locale.ROOT));
            }
        }
    }

    private void visibility(String wanted) {
        if (wanted.isEmpty()) {
            conditions.add("(i.visibility <> 'COMMUNITY' or i.owner = :project)");
            return;
        }
        mustBeOneOf(VISIBILITY, "Invalid visibility value", wanted);
        if (!wanted.equals("all")) {
            compare("i.visibility", "=", wanted.toUpperCase(Locale.ROOT));
        }
    }

    private void add(String key, String value) {
        switch (key) {
            case "visibility", "member_status", "os_hidden" -> {}
            case "changes-since" ->
                throw new Fault.BadRequest("The \"changes-since\" filter is no longer available on v2.");
            case "name" -> text("i.name", value);
            case "id" -> text("cast(i.id as text)", value.toLowerCase(Locale.ROOT));
            case "status", "disk_format", "container_format" -> text("lower(i." + key + ")", value);
            case "owner" -> compare("i.owner", "=", value);
            case "checksum" -> compare("i.md5", "=", value);
            case "os_hash_value" -> compare("i.sha512", "=", value);
            case "protected" -> flag("protected", key, value);
            case "tag" -> conditions.add("%s = any(i.tags)".formatted(bind(value.strip())));
            case "size", "virtual_size", "min_disk", "min_ram" -> compare("i." + key, "=", number(key, value));
            case "size_min" -> compare("i.size", ">=", number(key, value));
            case "size_max" -> compare("i.size", "<=", number(key, value));
            case "created_at", "updated_at" -> time(key, value);
            default -> property(key, value);
        }
    }

    private void property(String key, String value) {
        if (!NOT_OURS.contains(key)) {
            compare("jsonb_extract_path_text(i.properties, %s)".formatted(bind(key)), "=", value);
        }
    }

    /// `value`, `eq:value` or `in:one,two,"with, comma"`.
    private void text(String column, String value) {
        if (value.startsWith("in:")) {
            var items = ITEM.matcher(value.substring(3))
                    .results()
                    .map(item -> bind(item.group(1) == null ? item.group(2).strip() : item.group(1)))
                    .toList();
            conditions.add(items.isEmpty() ? "false" : "%s in (%s)".formatted(column, String.join(", ", items)));
        } else {
            compare(column, "=", value.startsWith("eq:") ? value.substring(3) : value);
        }
    }

    /// What callers were shown is cut to seconds, and so they ask.
    private void time(String column, String value) {
        var parts = value.split(":", 2);
        var comparison = COMPARISONS.get(parts[0]);
        compare(
                "date_trunc('second', i.%s)".formatted(column),
                comparison == null ? "=" : comparison,
                moment(column, comparison == null ? value : parts[1]));
    }

    private void flag(String column, String key, String value) {
        switch (value.toLowerCase(Locale.ROOT)) {
            case "true" -> conditions.add("i." + column);
            case "false" -> conditions.add("not i." + column);
            default ->
                throw new Fault.BadRequest("Invalid value '%s' for '%s' filter. Valid values are 'true' or 'false'."
                        .formatted(shortened(value), key));
        }
    }

    private void compare(String left, String comparison, Object value) {
        conditions.add("%s %s %s".formatted(left, comparison, bind(value)));
    }

    /// Values never become part of the statement.
    private String bind(Object value) {
        if (value instanceof String text && text.indexOf('\0') >= 0) {
            throw new Fault.BadRequest("A filter contains a null character.");
        }
        var name = "v" + values.size();
        values.put(name, value);
        return ":" + name;
    }

    private static long number(String key, String value) {
        if (!value.matches("\\d{1,18}")) {
            throw new Fault.BadRequest(
                    "Invalid value '%s' for '%s' filter: it is not a number.".formatted(shortened(value), key));
        }
        return Long.parseLong(value);
    }

    private static Instant moment(String key, String value) {
        try {
            return value.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$")
                    ? OffsetDateTime.parse(value).toInstant()
                    : LocalDateTime.parse(value).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new Fault.BadRequest("Invalid value '%s' for '%s' filter: it is not a time in ISO 8601."
                    .formatted(shortened(value), key));
        }
    }

    private static String one(MultivaluedMap<String, String> query, String key, String standard) {
        var value = query.getFirst(key);
        return value == null ? standard : value;
    }

    private static void mustBeOneOf(Set<String> known, String complaint, String value) {
        if (!known.contains(value)) {
            throw new Fault.BadRequest("%s: %s".formatted(complaint, shortened(value)));
        }
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), 80));
    }
}
