package org.cumulet.network.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.cumulet.api.fault.Fault;
import org.jspecify.annotations.Nullable;

/// What a caller sent about one thing, read attribute by attribute. Neutron tells apart what is absent and what is
/// null,
/// and refuses what nobody asked for by name.
public final class Body {

    private static final int LARGEST_BULK = 2_000;
    private static final int LONGEST_LIST = 1_000;
    private static final int LONGEST_SHOWN = 60;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final ObjectNode node;
    private final Set<String> read = new HashSet<>();

    private Body(ObjectNode node) {
        this.node = node;
    }

    /// What is wrapped as `{"network": {…}}`.
    public static Body one(@Nullable JsonNode root, String name) {
        var wrapped = wrapper(root).get(name);
        if (wrapped instanceof ObjectNode object && root != null && root.size() == 1) {
            return new Body(object);
        }
        throw new Fault.BadRequest("Unable to find '%s' in request body".formatted(name));
    }

    /// An object without a wrapper.
    public static Body bare(@Nullable JsonNode root) {
        return new Body(object(wrapper(root), ""));
    }

    /// `{"network": {…}}` or `{"networks": [{…}, …]}`.
    public static Many oneOrMany(@Nullable JsonNode root, String one, String many) {
        var list = wrapper(root).get(many);
        if (list == null) {
            return new Many(List.of(one(root, one)), false);
        }
        if (!list.isArray() || list.isEmpty() || wrapper(root).size() > 1) {
            throw new Fault.BadRequest("Resources required");
        }
        if (list.size() > LARGEST_BULK) {
            throw new Fault.BadRequest("At most %d %s can be created at once".formatted(LARGEST_BULK, many));
        }
        return new Many(
                StreamSupport.stream(list.spliterator(), false)
                        .map(item -> item instanceof ObjectNode object ? object : object(item.get(one), one))
                        .map(Body::new)
                        .toList(),
                true);
    }

    /// What a list of things, or one of them, was sent as: the answer has the same form.
    public record Many(List<Body> all, boolean list) {
        public <T> List<T> map(Function<Body, T> reader) {
            return all.stream().map(reader).toList();
        }
    }

    private static JsonNode wrapper(@Nullable JsonNode root) {
        if (root == null || !root.isObject()) {
            throw new Fault.BadRequest("Resource body required");
        }
        return root;
    }

    private static ObjectNode object(@Nullable JsonNode node, String name) {
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw new Fault.BadRequest("Unable to find '%s' in request body".formatted(name));
    }

    public boolean has(String name) {
        return node.has(name);
    }

    /// Free text without control characters.
    public Optional<String> text(String name, int longest) {
        return value(name).map(value -> {
            if (!value.isTextual()) {
                throw invalid(name, shown(value) + " is not a valid string.");
            }
            return checked(name, value.textValue(), longest);
        });
    }

    /// Like [#text]; null counts as absent.
    public Optional<String> textOrNull(String name, int longest) {
        return isNull(name) ? Optional.empty() : text(name, longest);
    }

    /// Text, or a whole number as text; null counts as absent.
    public Optional<String> scalarOrNull(String name, int longest) {
        return value(name)
                .filter(value -> value.isIntegralNumber())
                .map(JsonNode::asText)
                .or(() -> textOrNull(name, longest));
    }

    public Optional<Boolean> bool(String name) {
        return value(name).map(value -> {
            if (!value.isBoolean()) {
                throw invalid(name, shown(value) + " cannot be converted to boolean.");
            }
            return value.booleanValue();
        });
    }

    /// A whole number, also one in quotes: the command line sends some that way.
    public Optional<Integer> integer(String name, int least, int most) {
        return value(name).map(value -> {
            var number = value.isTextual() && value.textValue().matches("-?\\d{1,10}")
                    ? Long.valueOf(value.textValue())
                    : value.canConvertToLong() && value.isIntegralNumber() ? Long.valueOf(value.longValue()) : null;
            if (number == null) {
                throw invalid(name, shown(value) + " is not an integer.");
            }
            if (number < least || number > most) {
                throw invalid(name, "%d is not between %d and %d.".formatted(number, least, most));
            }
            return number.intValue();
        });
    }

    /// Like [#integer]; null counts as absent.
    public Optional<Integer> integerOrNull(String name, int least, int most) {
        return isNull(name) ? Optional.empty() : integer(name, least, most);
    }

    public Optional<UUID> uuid(String name) {
        return value(name)
                .map(value -> Ids.parse(value.asText())
                        .filter(_ -> value.isTextual())
                        .orElseThrow(() -> invalid(name, shown(value) + " is not a valid UUID.")));
    }

    /// Like [#uuid]; null counts as absent.
    public Optional<UUID> uuidOrNull(String name) {
        return isNull(name) ? Optional.empty() : uuid(name);
    }

    /// Text that means something: an address, a range. Empty where the reader does not know it.
    public <T> Optional<T> parsed(String name, Function<String, Optional<T>> reader, String what) {
        return text(name, 255)
                .map(text ->
                        reader.apply(text).orElseThrow(() -> invalid(name, "'%s' is not %s.".formatted(text, what))));
    }

    /// Like [#parsed]; null counts as absent.
    public <T> Optional<T> parsedOrNull(String name, Function<String, Optional<T>> reader, String what) {
        return isNull(name) ? Optional.empty() : parsed(name, reader, what);
    }

    /// A list of text; null counts as an empty one.
    public Optional<List<String>> texts(String name, int longest) {
        return list(name)
                .map(items -> items.stream()
                        .map(item -> {
                            if (!item.isTextual()) {
                                throw invalid(name, shown(item) + " is not a valid string.");
                            }
                            return checked(name, item.textValue(), longest);
                        })
                        .toList());
    }

    /// A list of ids, each of them once; null counts as an empty one.
    public Optional<List<UUID>> uuids(String name) {
        return texts(name, 64)
                .map(all -> all.stream()
                        .map(text -> Ids.parse(text)
                                .orElseThrow(() -> invalid(name, "'%s' is not a valid UUID.".formatted(cut(text)))))
                        .distinct()
                        .toList());
    }

    /// A list of objects, each of which is read as a body of its own; null counts as an empty one.
    public <T> Optional<List<T>> bodies(String name, Function<Body, T> reader) {
        return list(name)
                .map(items -> items.stream()
                        .map(item -> {
                            if (!(item instanceof ObjectNode object)) {
                                throw invalid(name, shown(item) + " is not a dictionary.");
                            }
                            var body = new Body(object);
                            var value = reader.apply(body);
                            body.nothingElse(Set.of(), "POST");
                            return value;
                        })
                        .toList());
    }

    /// An object that is kept as it is.
    public Optional<ObjectNode> object(String name, int longest) {
        return value(name).map(value -> {
            if (!(value instanceof ObjectNode object) || object.toString().length() > longest) {
                throw invalid(name, "it is not a dictionary of at most %d characters.".formatted(longest));
            }
            return object;
        });
    }

    public boolean isNull(String name) {
        return value(name).map(JsonNode::isNull).orElse(false);
    }

    /// @throws Fault.BadRequest when the attribute is missing
    public <T> T required(String name, Optional<T> value) {
        return value.orElseThrow(() ->
                new Fault.BadRequest("Failed to parse request. Required attribute '%s' not specified".formatted(name)));
    }

    /// Refuses whatever was not read.
    ///
    /// @param readOnly attributes that exist but that callers do not set this way
    public void nothingElse(Set<String> readOnly, String method) {
        var rest = StreamSupport.stream(((Iterable<String>) node::fieldNames).spliterator(), false)
                .filter(name -> !read.contains(name))
                .toList();
        for (var name : rest) {
            if (readOnly.contains(name)) {
                throw new Fault.BadRequest("Attribute '%s' not allowed in %s".formatted(name, method));
            }
        }
        if (!rest.isEmpty()) {
            throw new Fault.BadRequest("Unrecognized attribute(s) '%s'"
                    .formatted(rest.stream().map(Body::cut).collect(Collectors.joining(", "))));
        }
    }

    /// A refusal of one attribute's value, in Neutron's words.
    public static Fault.BadRequest invalid(String name, String reason) {
        return new Fault.BadRequest("Invalid input for %s. Reason: %s".formatted(name, reason));
    }

    private Optional<JsonNode> value(String name) {
        read.add(name);
        return Optional.ofNullable(node.get(name));
    }

    private Optional<List<JsonNode>> list(String name) {
        return value(name).map(value -> {
            if (value.isNull()) {
                return List.of();
            }
            if (!value.isArray() || value.size() > LONGEST_LIST) {
                throw invalid(name, "it is not a list of at most %d items.".formatted(LONGEST_LIST));
            }
            var items = new ArrayList<JsonNode>(value.size());
            value.forEach(items::add);
            return items;
        });
    }

    private static String checked(String name, String text, int longest) {
        if (text.length() > longest) {
            throw invalid(name, "'%s' exceeds maximum length of %d.".formatted(cut(text), longest));
        }
        if (CONTROL.matcher(text).find()) {
            throw invalid(name, "it contains control characters.");
        }
        return text;
    }

    private static String shown(JsonNode value) {
        return value.isNull()
                ? "'None'"
                : "'%s'".formatted(cut(value.isTextual() ? value.textValue() : value.toString()));
    }

    /// A value as it may be shown to the one who sent it.
    static String cut(String text) {
        var printable = CONTROL.matcher(text).replaceAll("?");
        return printable.length() > LONGEST_SHOWN ? printable.substring(0, LONGEST_SHOWN) + "..." : printable;
    }
}
