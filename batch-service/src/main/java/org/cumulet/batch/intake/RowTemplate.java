package org.cumulet.batch.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An operation with holes, one for each row of a table to fill.
///
/// In its texts `{column}` is what stands in that column. A text that is nothing else is not there where the cell is
/// empty, and may be read as a number or a truth: `{size|number}`, `{admin|boolean}`. In `path` a cell is one part of
/// it, whatever it holds.
final class RowTemplate {

    /// What stands in two braces is about other operations.
    private static final Pattern HOLE =
            Pattern.compile("(?<!\\{)\\{([A-Za-z_][A-Za-z0-9_ .-]{0,62})(?:\\|(number|boolean))?}");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(?:\\.\\d{1,18})?");

    /// What a launch fills in itself, where no column is called so.
    private static final Set<String> OF_LAUNCHES = Set.of("index", "name");

    private final JsonNode template;

    RowTemplate(JsonNode template) {
        this.template = template;
    }

    /// Tells of every hole that no column fills.
    void check(Collection<String> columns, BiConsumer<String, String> problems) {
        var unknown = new LinkedHashSet<String>();
        texts(
                template,
                text -> HOLE.matcher(text).results().map(hole -> hole.group(1)).forEach(unknown::add));
        columns.forEach(unknown::remove);
        if (template.has("launch")) {
            OF_LAUNCHES.forEach(unknown::remove);
        }
        unknown.forEach(name -> problems.accept("?template", "there is no column {%s}".formatted(name)));
    }

    private static void texts(JsonNode node, Consumer<String> each) {
        if (node.isTextual()) {
            each.accept(node.asText());
        } else {
            node.forEach(child -> texts(child, each));
        }
    }

    /// @param row cells by the names of their columns
    JsonNode filled(Map<String, String> row, BiConsumer<String, String> problems) {
        var filled = filled(template, "", row, problems);
        return filled == null ? JsonNodeFactory.instance.nullNode() : filled;
    }

    private static @Nullable JsonNode filled(
            JsonNode node, String pointer, Map<String, String> row, BiConsumer<String, String> problems) {
        return switch (node) {
            case ObjectNode object -> {
                var filled = JsonNodeFactory.instance.objectNode();
                object.properties().forEach(member -> {
                    var value = filled(member.getValue(), pointer + "/" + member.getKey(), row, problems);
                    if (value != null) {
                        filled.set(member.getKey(), value);
                    }
                });
                yield filled;
            }
            case ArrayNode list -> {
                var filled = JsonNodeFactory.instance.arrayNode();
                for (int i = 0; i < list.size(); i++) {
                    var value = filled(list.get(i), pointer + "/" + i, row, problems);
                    if (value != null) {
                        filled.add(value);
                    }
                }
                yield filled;
            }
            case TextNode text
            when pointer.equals("/path") ->
                TextNode.valueOf(replaced(
                        text.asText(),
                        row,
                        cell -> URLEncoder.encode(cell, UTF_8).replace("+", "%20")));
            case TextNode text -> filled(text, pointer, row, problems);
            default -> node;
        };
    }

    private static @Nullable JsonNode filled(
            TextNode text, String pointer, Map<String, String> row, BiConsumer<String, String> problems) {
        var whole = HOLE.matcher(text.asText());
        if (!whole.matches() || !row.containsKey(whole.group(1))) {
            return TextNode.valueOf(replaced(text.asText(), row, UnaryOperator.identity()));
        }
        var cell = row.get(whole.group(1));
        if (cell.isEmpty()) {
            return null;
        }
        var kind = whole.group(2) == null ? "text" : whole.group(2);
        if (kind.equals("number") && NUMBER.matcher(cell).matches()) {
            return cell.contains(".") ? DecimalNode.valueOf(new BigDecimal(cell)) : number(Long.parseLong(cell));
        }
        if (kind.equals("boolean") && Set.of("true", "false").contains(cell)) {
            return BooleanNode.valueOf(Boolean.parseBoolean(cell));
        }
        if (!kind.equals("text")) {
            problems.accept(pointer, "a %s is expected in column %s".formatted(kind, whole.group(1)));
        }
        return TextNode.valueOf(cell);
    }

    private static JsonNode number(long number) {
        return number == (int) number ? IntNode.valueOf((int) number) : LongNode.valueOf(number);
    }

    private static String replaced(String text, Map<String, String> row, UnaryOperator<String> written) {
        return HOLE.matcher(text).replaceAll(hole -> Matcher.quoteReplacement(cell(hole, row, written)));
    }

    private static String cell(MatchResult hole, Map<String, String> row, UnaryOperator<String> written) {
        var cell = row.get(hole.group(1));
        return cell == null ? hole.group() : written.apply(cell);
    }
}
